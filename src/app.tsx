import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { requestId } from 'hono/request-id';
import { sql } from 'kysely';
import type { Deps } from './deps.ts';
import { accountRoutes } from './features/account/routes.tsx';
import { adminRoutes } from './features/admin/routes.tsx';
import { bookingRoutes } from './features/booking/routes.tsx';
import { calendarRoutes } from './features/calendar/routes.tsx';
import { cardsRoutes } from './features/cards/routes.tsx';
import { payoutRoutes } from './features/earnings/desk-routes.tsx';
import { earningsRoutes } from './features/earnings/panel-routes.tsx';
import { feedRoutes } from './features/feed/routes.tsx';
import { homeRoutes } from './features/home/routes.tsx';
import { interviewersRoutes } from './features/interviewers/routes.tsx';
import { operatorRoutes } from './features/operator/routes.tsx';
import { reportRoutes } from './features/report/candidate-routes.tsx';
import { reportPanelRoutes } from './features/report/panel-routes.tsx';
import { reviewRoutes } from './features/review/candidate-routes.tsx';
import { reviewDeskRoutes } from './features/review/desk-routes.tsx';
import { hasSamplePeople } from './features/site/queries.ts';
import { siteRoutes } from './features/site/routes.tsx';
import { suggestionDeskRoutes } from './features/suggestions/desk-routes.tsx';
import { inboxRoutes } from './inbox/routes.ts';
import { ICON_FILES, urls } from './urls.ts';
import type { AppEnv } from './web/env.ts';
import { onError, onNotFound } from './web/errors.tsx';
import { isFirstVisit } from './web/first-visit.ts';
import { headers } from './web/headers.ts';
import { logRequests } from './web/log.ts';
import { pack } from './web/pack.ts';
import { readAway } from './web/read-away.ts';
import { sampleNotice } from './web/sample.ts';
import { chosenTheme } from './web/theme.ts';

const MEGABYTE = 1024 * 1024;
/** A photograph may have 8 MB, and comes with its crop. */
const MOST_OF_PHOTO = 9 * MEGABYTE;
/**
 * Most bytes of the details form, and of any other request. A resume may have 5 MB; a larger one is
 * refused at its field with everything else kept as typed, and for that the form has to be read.
 */
const MOST_OF_DETAILS = 32 * MEGABYTE;
const MOST = 2 * MEGABYTE;
const DETAILS = new RegExp(`^${urls.bookingDetails('[^/]+')}$`);
/** What holds nobody's secret, and so may be packed whoever asks. */
const PUBLIC = [
  ...[urls.home(), urls.interviewers(), urls.interviewer(':slug'), urls.book(':slug'), urls.portrait(':id')],
  ...[urls.terms(), urls.privacy(), urls.refunds(), urls.icon(), urls.sitemap(), urls.llms()],
];
const PRIVATE = [urls.bookings(), urls.admin(), urls.operator()].map((path) => `${path}/*`);
const YEAR = 31_536_000;
const DAY = 86_400;

/** The site as one handler of requests: middleware in order, then the features. */
export function createApp(deps: Deps, options: { clientFolder: string | null }): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const hasSampleData = sampleNotice(() => hasSamplePeople(deps.db));

  app.use(requestId());
  app.use(async (c, next) => {
    c.set('shell', {
      assets: deps.assets,
      publicUrl: deps.config.publicUrl,
      path: c.req.path,
      theme: chosenTheme(c),
      isFirstVisit: isFirstVisit(c),
      contact: deps.config.operatorEmail,
      sampleData: await hasSampleData(),
      terms: deps.config.terms,
    });
    await next();
  });
  app.use(logRequests(deps));
  app.use(headers(deps));
  if (options.clientFolder) {
    app.get('/assets/*', ...built(options.clientFolder));
    for (const name of ICON_FILES) app.get(urls.iconFile(name), ...stable(options.clientFolder));
  }

  const [details, photo, other] = [upTo(MOST_OF_DETAILS), upTo(MOST_OF_PHOTO), upTo(MOST)];
  const limitOf = (path: string) =>
    DETAILS.test(path) ? details : path === urls.adminPhoto() ? photo : other;
  app.use((c, next) => limitOf(c.req.path)(c, next));
  // Signed deliveries come from elsewhere by nature; everything below them must come from our pages.
  app.route('/', inboxRoutes(deps));
  app.use(
    csrf({
      origin: (origin, c) => [deps.config.publicUrl.origin, new URL(c.req.url).origin].includes(origin),
    }),
  );

  // PostgreSQL can't even be asked for a name with NUL in it, and nothing of ours has one.
  app.use((c, next) => {
    if (c.req.path.includes('\0') || c.req.path.includes('%00')) throw new HTTPException(404);
    return next();
  });

  app.get(urls.up(), async (c) => {
    const answers = await sql`select 1`.execute(deps.db).then(
      () => true,
      () => false,
    );
    return answers ? c.text('ok') : c.text('The database does not answer.', 503);
  });
  for (const path of PUBLIC) app.get(path, pack());
  for (const path of PRIVATE) app.use(path, pack('private'));
  app.route('/', homeRoutes(deps));
  app.route('/', siteRoutes(deps));
  app.route('/', cardsRoutes(deps));
  app.route('/', interviewersRoutes(deps));
  app.route('/', bookingRoutes(deps));
  app.route('/', reportRoutes(deps));
  app.route('/', reviewRoutes(deps));
  app.route('/', accountRoutes(deps));
  app.route('/', adminRoutes(deps));
  app.route('/', reportPanelRoutes(deps));
  app.route('/', operatorRoutes(deps));
  app.route('/', reviewDeskRoutes(deps));
  app.route('/', earningsRoutes(deps));
  app.route('/', calendarRoutes(deps));
  app.route('/', feedRoutes(deps));
  app.route('/', payoutRoutes(deps));
  app.route('/', suggestionDeskRoutes(deps));

  app.notFound(onNotFound);
  app.onError(onError(deps));
  return app;
}

const upTo = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: async ({ req }) => {
      await readAway(req.raw.body);
      throw new HTTPException(413);
    },
  });

/** Hashed files: precompressed by the build, kept by browsers for good. */
const built = (root: string) =>
  [kept(`public, max-age=${YEAR}, immutable`), serveStatic<AppEnv>({ root, precompressed: true })] as const;

/** Pictures whose names outsiders know: they may change, so they are asked for again after a day. */
const stable = (root: string) => [kept(`public, max-age=${DAY}`), serveStatic<AppEnv>({ root })] as const;

/** Set on the answer itself: what `onFound` says comes after the answer was made, and is lost. */
function kept(cacheControl: string): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    await next();
    if (c.res.ok) c.res.headers.set('Cache-Control', cacheControl);
  };
}
