import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { z } from 'zod';
import type { Refusal } from '../bookings.ts';

export type CalEnv = { Bindings: HttpBindings };

/** `{"status":"success","data":…}`, the envelope of every good answer. */
export function answer(c: Context, data: unknown, status: 200 | 201 = 200): Response {
  return c.json({ status: 'success', data }, status);
}

/** The one error body of API v2. */
export function answerError(
  c: Context,
  status: ContentfulStatusCode,
  code: string,
  message: string,
  details: Record<string, unknown> = {},
): Response {
  const url = new URL(c.req.url);
  const body = {
    status: 'error',
    timestamp: new Date().toISOString(),
    path: `${url.pathname}${url.search}`,
    error: { code, message, details },
  };
  return c.json(body, status);
}

export function answerRefusal(c: Context, { refused }: Refusal): Response {
  return answerError(c, refused.status, refused.code, refused.message);
}

export function notFound(c: Context, message: string): Response {
  return answerError(c, 404, 'NotFoundException', message);
}

export function unauthorized(c: Context, message: string): Response {
  return answerError(c, 401, 'UnauthorizedException', message);
}

/** The parsed JSON body, or the answer that refuses it. An absent body counts as `{}`. */
export async function bodyOf<S extends z.ZodType>(c: Context, schema: S): Promise<z.infer<S> | Response> {
  const text = await c.req.text();
  let json: unknown;
  try {
    json = text === '' ? {} : JSON.parse(text);
  } catch {
    return answerError(c, 400, 'BadRequestException', 'Request body is not valid JSON');
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map(({ path, message }) => ({ property: path.join('.'), message }));
  const message = errors.map(({ property, message }) => `${property}: ${message}`).join(', ');
  return answerError(c, 400, 'BadRequestException', message, { errors });
}
