import { Candidate } from '../support/candidate.ts';
import { startTestPostgres } from '../support/postgres.ts';
import { prepareProduction } from '../support/production.ts';
import { until } from '../support/until.ts';
import { addPeople } from './crowd.ts';
import type { Visit } from './lighthouse.ts';
import { countQueries } from './query-counter.ts';

export interface Page extends Visit {
  name: string;
  /** Measured once the catalogue has two hundred people. */
  crowded?: boolean;
  /** Somebody's own work: what it takes of the server is measured, not what Lighthouse says. */
  isDesk?: boolean;
}

const PERSON = 'mara-lindqvist';

/** The built server with database, sandboxes, sample people and bookings at each step, as a visitor has them. */
export async function startScene() {
  const postgres = await startTestPostgres();
  const production = await prepareProduction(postgres.serverUrl);
  const { site, far, db } = production;
  const counter = await countQueries(far.env.DATABASE_URL ?? '');
  await production.start({ DATABASE_URL: counter.url });
  const surroundings = { site, ...far, clock: { now: () => new Date(), advance() {} } };
  const cookieOf = (candidate: Candidate) =>
    candidate.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');

  const booking = new Candidate(surroundings, 'Theo Marsh');
  const held = await booking.hold(PERSON);
  const ready = new Candidate(surroundings, 'Noor Haddad');
  const detailed = await ready.hold(PERSON);
  await ready.giveDetails(detailed);
  const paid = new Candidate(surroundings, 'Ida Lund');
  const done = await paid.hold(PERSON);
  await paid.giveDetails(done);
  await paid.pay(await paid.checkout(done));
  await until(
    async () => (await (await paid.get(`/bookings/${done}/thanks`)).text()).includes('confirmed__head'),
    { seconds: 60, what: 'the booking is confirmed' },
  );
  const desk = async (email: string) => {
    const visitor = new Candidate(surroundings);
    await visitor.post('/admin/sign-in', { email, password: 'practice-the-loop' });
    return cookieOf(visitor);
  };

  const own = (candidate: Candidate) => ({ cookie: cookieOf(candidate), isPrivate: true });
  const interviewer = { cookie: await desk(`${PERSON}@demo.508.test`), isPrivate: true, isDesk: true };
  const operator = { cookie: await desk('operator@demo.508.test'), isPrivate: true, isDesk: true };
  const pages: Page[] = [
    { name: 'home', url: '/' },
    { name: 'interviewers', url: '/interviewers' },
    { name: 'profile', url: `/interviewers/${PERSON}` },
    { name: 'refunds', url: '/refunds' },
    { name: 'time', url: `/interviewers/${PERSON}/book` },
    { name: 'details', url: `/bookings/${held}/details`, ...own(booking) },
    { name: 'payment', url: `/bookings/${detailed}/payment`, ...own(ready) },
    { name: 'thanks', url: `/bookings/${done}/thanks`, ...own(paid) },
    { name: 'panel', url: '/admin', ...interviewer },
    { name: 'panel-profile', url: '/admin/profile', ...interviewer },
    { name: 'desk', url: '/operator', ...operator },
    { name: 'home-200', url: '/', crowded: true },
    { name: 'interviewers-200', url: '/interviewers', crowded: true },
    { name: 'profile-200', url: `/interviewers/${PERSON}`, crowded: true },
  ];
  return {
    up: `${site}/up`,
    pages: pages.map((page) => ({ ...page, url: site + page.url })),
    statements: counter.count,
    crowd: () => addPeople(db, 200),
    async stop() {
      await production.stop();
      await counter.stop();
      await postgres.stop();
    },
  };
}
