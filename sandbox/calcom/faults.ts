import { setTimeout as wait } from 'node:timers/promises';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';
import { countStroke, rollApi } from '../chance.ts';
import { answerError, type CalEnv } from './api/answers.ts';
import type { ApiFault } from './model.ts';
import type { World } from './world.ts';

const SLOW_MS = 3_000;
const LIMIT_PER_MINUTE = 120;

/** Makes the service misbehave as the control API asked. Control and dashboard are never hit. */
export function faultInjection(world: World): MiddlewareHandler<CalEnv> {
  return async (c, next) => {
    const fault = takeFault(world, c);
    switch (fault?.mode) {
      case undefined:
        return next();
      case 'down':
        return c.text('Service Unavailable', 503);
      case '500-before':
        return answerError(c, 500, 'InternalServerErrorException', 'Internal server error');
      case '403':
        return answerError(c, 403, 'ForbiddenException', 'Forbidden');
      case '429':
        return tooMany(c, 0);
      case 'slow':
        await wait(fault.delayMs ?? SLOW_MS);
        return next();
      case '500-after-commit':
        await next();
        c.res = answerError(c, 500, 'InternalServerErrorException', 'Internal server error');
        return;
      case 'drop-after-commit':
        await next();
        // The client sees the connection end without an answer and cannot know what happened.
        c.env.incoming.socket.destroy();
        return;
    }
  };
}

/** Counts requests per key, or per address without one, and refuses the 121st of a minute when switched on. */
export function rateLimit(world: World): MiddlewareHandler<CalEnv> {
  const seen = new Map<string, { minute: number; count: number }>();
  return async (c, next) => {
    const who = c.req.header('authorization') ?? getConnInfo(c).remote.address ?? 'unknown';
    const minute = Math.floor(Date.now() / 60_000);
    const before = seen.get(who);
    const count = before?.minute === minute ? before.count + 1 : 1;
    seen.set(who, { minute, count });
    if (world.faults.rateLimit && count > LIMIT_PER_MINUTE)
      return tooMany(c, 60 - (Math.floor(Date.now() / 1000) % 60));
    await next();
    limitHeaders(c, Math.max(0, LIMIT_PER_MINUTE - count), 60 - (Math.floor(Date.now() / 1000) % 60));
  };
}

/** One that was set, else one of chance; counts it. */
function takeFault(world: World, c: Context): ApiFault | undefined {
  const { faults, struck } = world;
  const set = faults.api.find((fault) => hits(fault, c));
  const fault = set ?? (c.req.path.startsWith('/v2/') ? rollApi(faults.chaos) : null);
  if (!fault) return undefined;
  if (set?.times !== undefined) set.times -= 1;
  faults.api = faults.api.filter(({ times }) => times === undefined || times > 0);
  countStroke(struck, `api.${fault.mode}`);
  return fault;
}

function hits({ match }: ApiFault, c: Context): boolean {
  if (match === undefined) return c.req.path.startsWith('/v2/');
  const line = `${c.req.method} ${c.req.path}`;
  try {
    return new RegExp(match).test(line);
  } catch {
    return line.includes(match);
  }
}

function tooMany(c: Context, reset: number): Response {
  limitHeaders(c, 0, reset);
  c.header('Retry-After', String(reset));
  return answerError(c, 429, 'ThrottlerException', 'ThrottlerException: Too Many Requests');
}

function limitHeaders(c: Context, remaining: number, reset: number): void {
  c.header('X-RateLimit-Limit-Default', String(LIMIT_PER_MINUTE));
  c.header('X-RateLimit-Remaining-Default', String(remaining));
  c.header('X-RateLimit-Reset-Default', String(reset));
}
