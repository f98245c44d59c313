import { once } from 'node:events';
import { createServer } from 'node:http';
import { startTestPostgres } from '../support/postgres.ts';
import { prepareProduction } from '../support/production.ts';
import { startStill } from '../support/still/start.ts';
import type { Addresses } from './fixtures.ts';

/** What tests share with others, in a form that travels between processes, and how to end it. */
interface Started {
  said: object;
  stop(): Promise<unknown>;
}

/**
 * Starts the database for all browser tests, and each site when a test first asks for it: `world/0` and
 * `world/1` are those of the two workers, `still` the ones for pictures. Workers come and go with
 * projects and failures; the sites stay. Returns what stops them.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const postgres = await startTestPostgres();
  const sites = new Map<string, Promise<Started>>();
  const siteOf = (name: string): Promise<Started> => {
    const site = sites.get(name) ?? (name === '/still' ? startStill : startWorld)(postgres.serverUrl);
    sites.set(name, site);
    return site;
  };
  const desk = createServer((request, response) => {
    siteOf(request.url ?? '').then(
      ({ said }) => response.end(JSON.stringify(said)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await once(desk.listen(0, '127.0.0.1'), 'listening');
  const address = desk.address();
  // Playwright's workers are processes of their own: the environment is what reaches them.
  process.env.TEST_SITES = `http://127.0.0.1:${typeof address === 'object' && address?.port}`;
  return async () => {
    desk.close();
    await Promise.all([...sites.values()].map(async (site) => (await site).stop()));
    await postgres.stop();
  };
}

/** The built site with the sample catalogue, and sandboxes around it. */
async function startWorld(serverUrl: string): Promise<Started> {
  const production = await prepareProduction(serverUrl);
  await production.start();
  const { site, far, stop } = production;
  const said: Addresses = {
    ...{ site, stripe: far.stripe.url, calcom: far.calcom.url, mail: far.mail.url },
    database: far.env.DATABASE_URL ?? '',
  };
  return { said, stop };
}
