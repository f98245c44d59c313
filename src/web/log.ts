import type { MiddlewareHandler } from 'hono';
import type { Deps } from '../deps.ts';
import type { AppEnv } from './env.ts';

/** One line a request: never its body, its query (which may carry a token) or who sent it. */
export function logRequests(deps: Deps): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const startedAt = performance.now();
    await next();
    const line = {
      requestId: c.get('requestId'),
      method: c.req.method,
      path: c.req.path,
      status: c.res.status,
      ms: Math.round(performance.now() - startedAt),
    };
    if (c.req.path.startsWith('/assets/')) deps.log.debug(line, 'request');
    else deps.log.info(line, 'request');
  };
}
