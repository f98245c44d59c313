import { setTimeout as sleep } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context, MiddlewareHandler } from 'hono';
import { type ApiFault, takeApiFault } from '../faults.ts';
import { type Params, parseParams } from '../form-params.ts';
import { newId } from '../ids.ts';
import { API_VERSION } from '../objects/event.ts';
import { Problem } from '../problem.ts';
import type { Cause, Sandbox } from '../sandbox.ts';

export type ApiEnv = {
  Bindings: HttpBindings;
  Variables: {
    requestId: string;
    params: Params;
    cause: Cause;
    fault: ApiFault | null;
    replayed: boolean;
    /** The connection was cut: nobody gets an answer. */
    cut: boolean;
  };
};

type Step = MiddlewareHandler<ApiEnv>;

const LOG_LENGTH = 2000;

/** Outermost: numbers the request, reads it, and logs how it ended. */
export function recorded(sandbox: Sandbox): Step {
  return async (c, next) => {
    const requestId = newId('request');
    const idempotencyKey = c.req.header('idempotency-key') ?? null;
    const at = new Date(sandbox.now() * 1000).toISOString();
    c.set('requestId', requestId);
    c.set('cause', { requestId, idempotencyKey });
    c.set('replayed', false);
    c.set('cut', false);
    const sent = c.req.method === 'GET' ? new URL(c.req.url).search.slice(1) : await c.req.text();
    c.set('params', parseParams(sent));
    await next();
    if (!c.var.cut) {
      c.header('request-id', requestId);
      c.header('stripe-version', c.req.header('stripe-version') ?? API_VERSION);
      if (idempotencyKey) c.header('idempotency-key', idempotencyKey);
    }
    const { requests } = sandbox.ledger;
    requests.push({
      id: requestId,
      at,
      method: c.req.method,
      path: c.req.path,
      idempotencyKey,
      status: c.var.cut ? 0 : c.res.status,
      replayed: c.var.replayed,
    });
    if (requests.length > LOG_LENGTH) requests.splice(0, requests.length - LOG_LENGTH);
    sandbox.changed();
  };
}

/** Takes the fault this request meets, and cuts the line where that is the fault. */
export function cutLine(sandbox: Sandbox): Step {
  return async (c, next) => {
    const { ledger } = sandbox;
    const fault = takeApiFault(ledger.faults, ledger.struck, c.req.method, c.req.path);
    c.set('fault', fault);
    if (fault?.mode === 'down') return hangUp(c);
    await next();
    if (fault?.mode === 'drop-after-commit' && c.res.status < 400) c.res = hangUp(c);
  };
}

/** A key must be there; which one doesn't matter here. */
export const authorised: Step = async (c, next) => {
  const key = c.req.header('authorization')?.match(/^(?:Bearer|Basic) (\S+)$/)?.[1];
  if (key) return next();
  throw new Problem(401, {
    type: 'invalid_request_error',
    message:
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
  });
};

/** Innermost: answers late, or 500 before or after the work is done. */
export const misbehaved: Step = async (c, next) => {
  const fault = c.var.fault;
  if (fault?.mode === 'slow') await sleep(fault.delayMs ?? 2000);
  if (fault?.mode === '500-before' || fault?.mode === '500-kept') {
    if (fault.mode === '500-kept' && c.req.header('idempotency-key'))
      c.header('stripe-should-retry', 'false');
    throw brokenServer(fault.mode === '500-before');
  }
  await next();
  if (fault?.mode === '500-after-commit' && c.res.status < 400) {
    c.res = answerOf(c, brokenServer(false));
    // What is kept under the key would only be replayed, so Stripe advises against a retry.
    if (c.req.header('idempotency-key')) c.header('stripe-should-retry', 'false');
  }
};

/** Turns what was thrown into Stripe's kind of answer. */
export function answerOf(c: Context<ApiEnv>, problem: Problem): Response {
  return c.json({ error: { ...problem.body, request_log_url: `/logs/${c.var.requestId}` } }, problem.status);
}

function brokenServer(beforeExecution: boolean): Problem {
  const message =
    'Sorry! There was an error while talking to one of our backends. (A fault set on the sandbox.)';
  return new Problem(500, { type: 'api_error', message }, beforeExecution);
}

function hangUp(c: Context<ApiEnv>): Response {
  c.env.incoming.socket.destroy();
  c.set('cut', true);
  return new Response(null, RESPONSE_ALREADY_SENT);
}
