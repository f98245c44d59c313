import { Hono, type MiddlewareHandler } from 'hono';
import { settleDue } from '../lifecycle/due.ts';
import { Problem } from '../problem.ts';
import type { Sandbox } from '../sandbox.ts';
import { eventRoutes } from './events.ts';
import { idempotent } from './idempotency.ts';
import { paymentRoutes } from './payments.ts';
import { type ApiEnv, answerOf, authorised, cutLine, misbehaved, recorded } from './pipeline.ts';
import { sessionRoutes } from './sessions.ts';

/** Everything under `/v1`: what the `stripe` SDK talks to. */
export function apiRoutes(sandbox: Sandbox): Hono<ApiEnv> {
  const api = new Hono<ApiEnv>();
  /** Twice: before a key is looked up, and again after a slow answer. */
  const settled: MiddlewareHandler<ApiEnv> = async (_, next) => {
    settleDue(sandbox);
    await next();
  };
  api.use(recorded(sandbox), cutLine(sandbox), authorised, settled, idempotent(sandbox), misbehaved, settled);
  api.route('/checkout/sessions', sessionRoutes(sandbox));
  api.route('/', paymentRoutes(sandbox));
  api.route('/events', eventRoutes(sandbox));
  api.all('*', (c) => {
    const message = `Unrecognized request URL (${c.req.method}: ${c.req.path}). The sandbox knows only what the product uses.`;
    throw new Problem(404, { type: 'invalid_request_error', message });
  });
  api.onError((error, c) => {
    if (error instanceof Problem) return answerOf(c, error);
    console.error('[sandbox/stripe]', error);
    return answerOf(c, new Problem(500, { type: 'api_error', message: String(error) }));
  });
  return api;
}
