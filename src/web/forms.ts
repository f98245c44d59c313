import { HTTPException } from 'hono/http-exception';
import type { z } from 'zod';

/** A form as it is shown: what was typed, and what is wrong with it at each field. */
export interface FormState<Field extends string> {
  values: Partial<Record<Field, string | string[]>>;
  errors: Partial<Record<Field, string>>;
}

/** A form as it came in. One that broke off on the way, or is none, is a bad request and no fault of ours. */
export async function whole<T>(form: Promise<T>): Promise<T> {
  try {
    return await form;
  } catch (cause) {
    throw new HTTPException(400, { cause });
  }
}

/** The first message for each field of a failed parse. */
export function fieldErrors<Field extends string>(error: z.ZodError): Partial<Record<Field, string>> {
  const errors: Partial<Record<string, string>> = {};
  for (const issue of error.issues) {
    const name = String(issue.path[0] ?? '');
    errors[name] ??= issue.message;
  }
  return errors as Partial<Record<Field, string>>;
}
