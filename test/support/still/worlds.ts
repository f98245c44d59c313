import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateSignedCookie } from 'hono/cookie';
import { pino } from 'pino';
import { connectDemoCalendars, demoSignIns } from '../../../db/demo/load.ts';
import { COMPONENTS, COMPONENTS_STYLE, componentsPage } from '../../../dev/components/page.tsx';
import { readConfig } from '../../../src/config.ts';
import { readCalendar } from '../../../src/features/booking/open-slots.ts';
import { type Application, compose } from '../../../src/main.ts';
import { builtAssets } from '../../../src/web/assets.ts';
import { tooSoon } from '../../../src/web/errors.tsx';
import { listen } from '../../../src/web/listen.ts';
import { type FarSide, startFarSide } from '../far-side.ts';
import { freePort } from '../ports.ts';
import { createTestDatabase } from '../postgres.ts';
import { seedBookings } from './bookings.ts';
import { LOOSE, NEWCOMER, seedChecks, seedNewcomer } from './connections.ts';
import { seedCrowd, seedOddPeople } from './people.ts';
import { BOOKINGS, INTERVIEWER } from './stages.ts';
import { at, MINUTE, STILL } from './time.ts';

const root = join(import.meta.dirname, '../../..');
const CROWD = 200;

/** The sample catalogue, odd people, two hundred, and none at all. */
export type SiteName = 'usual' | 'odd' | 'crowd' | 'nobody';
/** Who looks: a candidate with a booking at every stage, interviewers, the operator. */
export type Onlooker = 'candidate' | 'interviewer' | 'operator' | 'repairing' | 'newcomer';

export interface StillSites {
  /** Where they answer. */
  sites: Record<SiteName, string>;
  /** The cookies of each onlooker, as a request's header has them: the newcomer's where there is nobody else. */
  cookies: Record<Onlooker, string>;
}

/**
 * Sites for pictures: the application with the built assets and a clock that stands still, each with a
 * database of its own that nothing changes. No job is worked off.
 */
export async function startStillSites(serverUrl: string): Promise<StillSites> {
  const far = await startFarSide(serverUrl, await freePort());
  const advanceSeconds = Math.round((STILL.getTime() - Date.now()) / 1000);
  await far.calcom.post('clock', { advanceSeconds });
  await far.calcom.post('faults', { webhooks: { drop: true } });
  const databases = async () => ({ ...far.env, DATABASE_URL: await createTestDatabase(serverUrl) });
  let cookies = {} as StillSites['cookies'];
  let newcomer = '';
  const [usual, odd, crowd, nobody] = await Promise.all([
    startSite(far.env, async (application, site) => {
      await seedUsual(application, far, site);
      cookies = await cookiesOf(application, site);
    }),
    startSite(await databases(), ({ deps }) => seedOddPeople(deps.db)),
    startSite(await databases(), ({ deps }) => seedCrowd(deps.db, CROWD)),
    startSite(await databases(), async (application, site) => {
      await seedNewcomer(application.deps.db, application.deps.auth);
      newcomer = await signedIn(application, site, NEWCOMER);
    }),
  ]);
  return { sites: { usual, odd, crowd, nobody }, cookies: { ...cookies, newcomer } };
}

async function startSite(
  env: Record<string, string>,
  seed: (application: Application, site: string) => Promise<void>,
): Promise<string> {
  const port = await freePort();
  const site = `http://localhost:${port}`;
  const clientFolder = join(root, 'dist/client');
  const config = readConfig(
    { ...env, PORT: String(port), PUBLIC_URL: site, ROLE: 'web' },
    { allowPlaceholders: true },
  );
  const application = await compose(config, {
    ...{ assets: await builtAssets(clientFolder), clientFolder },
    ...{ log: pino({ level: 'silent' }), now: () => STILL },
  });
  addRarePages(application);
  await seed(application, site);
  listen(application.app.fetch, { port });
  return site;
}

/** The sample catalogue with open times, somebody who paused, and a booking at every stage. */
async function seedUsual({ deps }: Application, far: FarSide, site: string): Promise<void> {
  const { db } = deps;
  await connectDemoCalendars(db, deps.secrets, { calcom: far.calcom.url, site });
  await db
    .updateTable('calcomConnections')
    .set({ verifiedAt: at(-12 * MINUTE) })
    .execute();
  await seedBookings(db, far.calcom);
  await db.updateTable('interviewers').set({ publishedAt: null }).where('slug', '=', PAUSED).execute();
  await seedChecks(db, far, INTERVIEWER);
  const ids = await db.selectFrom('interviewers').select('id').execute();
  await Promise.all(ids.map(({ id }) => readCalendar(deps, id)));
}

const PAUSED = 'tomas-ferreira';

/** Whose name is on the list of who is signed in. */
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';

async function signedIn({ app }: Application, site: string, email: string): Promise<string> {
  const body = new URLSearchParams({ email, password: demoSignIns.password });
  const answer = await app.request(`${site}/admin/sign-in`, {
    method: 'POST',
    headers: { Origin: site, 'User-Agent': BROWSER },
    body,
  });
  return answer.headers.getSetCookie().map(pairOf).join('; ');
}

async function cookiesOf(application: Application, site: string): Promise<StillSites['cookies']> {
  const { deps } = application;
  const signIn = (email: string) => signedIn(application, site, email);
  const ids = Object.values(BOOKINGS).join('.');
  const cookies = {
    candidate: pairOf(await generateSignedCookie('bookings', ids, deps.secrets.cookieKey)),
    interviewer: await signIn(`${INTERVIEWER}@demo.508.test`),
    operator: await signIn(demoSignIns.operator),
    repairing: await signIn(`${LOOSE}@demo.508.test`),
    newcomer: '',
  };
  // Sessions begin by the database's clock, which does not stand still.
  await deps.db
    .updateTable('sessions')
    .set({ createdAt: at(-20 * MINUTE) })
    .execute();
  return cookies;
}

const pairOf = (cookie: string): string => cookie.split(';')[0] ?? '';

/** What can't be had by asking for it: errors by their own doing, and the catalogue of components. */
function addRarePages({ app, deps }: Application): void {
  app.get('/still/broken', () => {
    throw new Error('Broken for its picture.');
  });
  app.get('/still/too-fast', () => {
    throw tooSoon(45);
  });
  app.get(`${COMPONENTS}/:group`, async (c, next) => {
    const portrait = await deps.db.selectFrom('portraits').select('id').orderBy('id').executeTakeFirst();
    const html = componentsPage(c.req.path, deps.assets, deps.config.publicUrl, portrait?.id ?? null);
    return html === null ? next() : c.html(html);
  });
  app.get(COMPONENTS_STYLE, async (c) =>
    c.body(await readFile(join(root, COMPONENTS_STYLE)), 200, { 'Content-Type': 'text/css' }),
  );
}
