import { Candidate } from '../support/candidate.ts';
import { startTestPostgres } from '../support/postgres.ts';
import { prepareProduction } from '../support/production.ts';
import { until } from '../support/until.ts';
import { addPeople } from './crowd.ts';
import type { Visit } from './lighthouse.ts';
import { countQueries } from './query-counter.ts';

interface Page {
  path: string | ((visitor: Visitor) => string);
  as?: keyof typeof visitors;
  /** Left out of search engines on purpose, which Lighthouse would count against it. */
  isPrivate?: boolean;
  /** Measured once the catalogue has two hundred people. */
  isCrowded?: boolean;
  /** Somebody's own work: what it takes of the server is measured, not what Lighthouse says. */
  isDesk?: boolean;
}

const PERSON = 'mara-lindqvist';
const PROFILE = `/interviewers/${PERSON}`;

/** What can be measured, by name. */
export const PAGES: Record<string, Page> = {
  home: { path: '/' },
  interviewers: { path: '/interviewers' },
  profile: { path: PROFILE },
  refunds: { path: '/refunds' },
  time: { path: `${PROFILE}/book`, isPrivate: true },
  details: { path: ({ booking }) => `/bookings/${booking}/details`, as: 'atDetails', isPrivate: true },
  payment: { path: ({ booking }) => `/bookings/${booking}/payment`, as: 'atPayment', isPrivate: true },
  thanks: { path: ({ booking }) => `/bookings/${booking}/thanks`, as: 'booked', isPrivate: true },
  panel: { path: '/admin', as: 'interviewer', isDesk: true },
  'panel-calendar': { path: '/admin/calendar', as: 'interviewer', isDesk: true },
  'panel-profile': { path: '/admin/profile', as: 'interviewer', isDesk: true },
  desk: { path: '/operator', as: 'operator', isDesk: true },
  'home-200': { path: '/', isCrowded: true },
  'interviewers-200': { path: '/interviewers', isCrowded: true },
  'profile-200': { path: PROFILE, isCrowded: true },
};

export interface Stop extends Visit, Omit<Page, 'path' | 'as'> {
  name: string;
}

interface Visitor {
  cookie: string;
  booking?: string;
}

type Surroundings = ConstructorParameters<typeof Candidate>[0];

/** Those who get to see pages that not everyone does. Each is prepared when a page needs them. */
const visitors = {
  async atDetails(surroundings: Surroundings): Promise<Visitor> {
    const candidate = new Candidate(surroundings, 'Theo Marsh');
    const booking = await candidate.hold(PERSON);
    return { cookie: cookieOf(candidate), booking };
  },
  async atPayment(surroundings: Surroundings): Promise<Visitor> {
    const candidate = new Candidate(surroundings, 'Noor Haddad');
    const booking = await candidate.hold(PERSON);
    await candidate.giveDetails(booking);
    return { cookie: cookieOf(candidate), booking };
  },
  async booked(surroundings: Surroundings): Promise<Visitor> {
    const candidate = new Candidate(surroundings, 'Ida Lund');
    const booking = await candidate.hold(PERSON);
    await candidate.giveDetails(booking);
    await candidate.pay(await candidate.checkout(booking));
    const isConfirmed = async () =>
      (await (await candidate.get(`/bookings/${booking}/thanks`)).text()).includes('confirmed__head');
    await until(isConfirmed, { seconds: 60, what: 'the booking is confirmed' });
    return { cookie: cookieOf(candidate), booking };
  },
  interviewer: (surroundings: Surroundings) => signedIn(surroundings, `${PERSON}@demo.508.test`),
  operator: (surroundings: Surroundings) => signedIn(surroundings, 'operator@demo.508.test'),
};

/** The built server with database, sandboxes, sample people, and the visitors that these pages need. */
export async function startScene(names: readonly string[]) {
  const postgres = await startTestPostgres();
  const production = await prepareProduction(postgres.serverUrl);
  const { site, far, db } = production;
  const counter = await countQueries(far.env.DATABASE_URL ?? '');
  await production.start({ DATABASE_URL: counter.url });
  const surroundings = { site, ...far, clock: { now: () => new Date(), advance() {} } };
  const known = new Map<string, Visitor>();
  const stops: Stop[] = [];
  for (const name of names) {
    const { path, as, ...page } = PAGES[name] ?? { path: '/' };
    const visitor = (as && (known.get(as) ?? (await visitors[as](surroundings)))) || { cookie: '' };
    if (as) known.set(as, visitor);
    const { cookie } = visitor;
    stops.push({ ...page, name, cookie, url: site + (typeof path === 'string' ? path : path(visitor)) });
  }
  return {
    up: `${site}/up`,
    stops,
    statements: counter.count,
    crowd: () => addPeople(db, 200),
    async stop() {
      await production.stop();
      await counter.stop();
      await postgres.stop();
    },
  };
}

async function signedIn(surroundings: Surroundings, email: string): Promise<Visitor> {
  const visitor = new Candidate(surroundings);
  await visitor.post('/admin/sign-in', { email, password: 'practice-the-loop' });
  return { cookie: cookieOf(visitor) };
}

const cookieOf = (candidate: Candidate): string =>
  candidate.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
