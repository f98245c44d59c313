import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { requestId } from 'hono/request-id';
import { sql } from 'kysely';
import type { Deps } from './deps.ts';
import { accountRoutes } from './features/account/routes.tsx';
import { adminRoutes } from './features/admin/routes.tsx';
import { bookingRoutes } from './features/booking/routes.tsx';
import { homeRoutes } from './features/home/routes.tsx';
import { interviewersRoutes } from './features/interviewers/routes.tsx';
import { operatorRoutes } from './features/operator/routes.tsx';
import { inboxRoutes } from './inbox/routes.ts';
import { urls } from './urls.ts';
import type { AppEnv } from './web/env.ts';
import { onError, onNotFound } from './web/errors.tsx';
import { headers } from './web/headers.ts';
import { logRequests } from './web/log.ts';
import { sampleNotice } from './web/sample.ts';

/** Most bytes a request may carry: a resume of 5 MB with the form around it. */
const MOST_BYTES = 6 * 1024 * 1024;
const YEAR = 31_536_000;

/** The site as one handler of requests: middleware in order, then the features. */
export function createApp(deps: Deps, options: { clientFolder: string | null }): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const hasSampleData = sampleNotice(deps);

  app.use(requestId());
  app.use(async (c, next) => {
    c.set('shell', {
      assets: deps.assets,
      publicUrl: deps.config.publicUrl,
      path: c.req.path,
      sampleData: await hasSampleData(),
    });
    await next();
  });
  app.use(logRequests(deps));
  app.use(headers(deps));
  if (options.clientFolder) app.get('/assets/*', ...built(options.clientFolder));

  app.use(bodyLimit({ maxSize: MOST_BYTES, onError: () => Promise.reject(new HTTPException(413)) }));
  // Signed deliveries come from elsewhere by nature; everything below them must come from our pages.
  app.route('/', inboxRoutes(deps));
  app.use(
    csrf({
      origin: (origin, c) => [deps.config.publicUrl.origin, new URL(c.req.url).origin].includes(origin),
    }),
  );

  app.get(urls.up(), async (c) => {
    await sql`select 1`.execute(deps.db);
    return c.text('ok');
  });
  app.route('/', homeRoutes(deps));
  app.route('/', interviewersRoutes(deps));
  app.route('/', bookingRoutes(deps));
  app.route('/', accountRoutes(deps));
  app.route('/', adminRoutes(deps));
  app.route('/', operatorRoutes(deps));

  app.notFound(onNotFound);
  app.onError(onError(deps));
  return app;
}

/** Hashed files: precompressed by the build, kept by browsers for good. */
function built(folder: string) {
  return [
    serveStatic<AppEnv>({
      root: folder,
      precompressed: true,
      onFound: (_path, c) => c.header('Cache-Control', `public, max-age=${YEAR}, immutable`),
    }),
  ] as const;
}
