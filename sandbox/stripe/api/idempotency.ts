import type { MiddlewareHandler } from 'hono';
import { Problem, refusal } from '../problem.ts';
import type { Sandbox } from '../sandbox.ts';
import type { ApiEnv } from './pipeline.ts';

const KEPT_SECONDS = 86_400;

/**
 * Stripe's promise for POSTs with an `Idempotency-Key`: the first status and
 * body are kept, 500s included, and given again. Not kept: what was refused
 * before the endpoint ran (bad parameters, a conflict).
 */
export function idempotent(sandbox: Sandbox): MiddlewareHandler<ApiEnv> {
  const inFlight = new Set<string>();

  return async (c, next) => {
    const key = c.req.header('idempotency-key');
    if (c.req.method !== 'POST' || !key) return next();
    if (key.length > 255) throw refusal('Idempotency keys can have up to 255 characters.');

    const fingerprint = `${c.req.method} ${c.req.path}?${sorted(await c.req.text())}`;
    if (inFlight.has(key)) throw conflict(key);
    const kept = sandbox.ledger.keys[key];
    if (kept) {
      if (kept.fingerprint !== fingerprint) throw mismatch(kept.fingerprint, fingerprint);
      c.set('replayed', true);
      c.header('idempotent-replayed', 'true');
      c.header('original-request', kept.requestId);
      if (kept.status >= 500) c.header('stripe-should-retry', 'false');
      return c.body(kept.body, kept.status as 200, { 'content-type': 'application/json' });
    }

    inFlight.add(key);
    try {
      await next();
      if (c.error instanceof Problem && c.error.beforeExecution) return;
      const body = await c.res.clone().text();
      const { status } = c.res;
      sandbox.ledger.keys[key] = { fingerprint, status, body, requestId: c.var.requestId, at: sandbox.now() };
      sandbox.due(sandbox.now() + KEPT_SECONDS + 1);
      sandbox.changed();
    } finally {
      inFlight.delete(key);
    }
  };
}

/** Forgets keys after a day of the sandbox's clock, as Stripe says it may: they are then as good as new. */
export function pruneKeys(sandbox: Sandbox): void {
  const now = sandbox.now();
  for (const [key, { at }] of Object.entries(sandbox.ledger.keys)) {
    if (now - at > KEPT_SECONDS) delete sandbox.ledger.keys[key];
    else sandbox.due(at + KEPT_SECONDS + 1);
  }
}

/** The same parameters in another order are the same parameters. */
function sorted(encoded: string): string {
  return encoded.split('&').sort().join('&');
}

function conflict(key: string): Problem {
  const message = `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`;
  return new Problem(409, { type: 'idempotency_error', code: 'idempotency_key_in_use', message }, true);
}

function mismatch(first: string, now: string): Problem {
  const pathOf = (fingerprint: string) => fingerprint.slice(0, fingerprint.indexOf('?'));
  const what =
    pathOf(first) === pathOf(now)
      ? 'with the same parameters they were first used with.'
      : `for the same endpoint they were first used for ('${pathOf(first)}' vs. '${pathOf(now)}').`;
  const message = `Keys for idempotent requests can only be used ${what} Try using a key other than the one given if you meant to execute a different request.`;
  return new Problem(400, { type: 'idempotency_error', message }, true);
}
