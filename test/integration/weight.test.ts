import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { Candidate } from '../support/candidate.ts';
import { type ProductionSite, prepareProduction } from '../support/production.ts';
import { weigh } from '../support/weigh.ts';

// What pages weigh over the wire, from the built server: docs/decisions/0020.

const KB = 1000;
const CSS = 14 * KB;
const SCRIPT = 22 * KB;
const FONTS = 70 * KB;
const HOME = 130 * KB;

let production: ProductionSite;
let pages: Record<string, { url: string; cookie: string }>;

beforeAll(async () => {
  production = await prepareProduction(inject('postgres'));
  await production.start();
  const { site, far } = production;
  const candidate = new Candidate({ site, ...far, clock: { now: () => new Date() } });
  const id = await candidate.hold('mara-lindqvist');
  const cookie = candidate.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  pages = {
    home: { url: `${site}/`, cookie: '' },
    interviewers: { url: `${site}/interviewers`, cookie: '' },
    profile: { url: `${site}/interviewers/mara-lindqvist`, cookie: '' },
    terms: { url: `${site}/terms`, cookie: '' },
    time: { url: `${site}/interviewers/mara-lindqvist/book`, cookie: '' },
    details: { url: `${site}/bookings/${id}/details`, cookie },
    'sign-in': { url: `${site}/admin/sign-in`, cookie: '' },
  };
});
afterAll(() => production.stop());

it.each(['home', 'interviewers', 'profile', 'terms', 'time', 'details', 'sign-in'])(
  '%s keeps to the budget of style, script and fonts, and asks nobody else for anything',
  async (name) => {
    const { url, cookie } = pages[name] ?? { url: '', cookie: '' };
    const { bytes, foreign } = await weigh(url, { cookie });
    expect(bytes.css).toBeGreaterThan(0);
    expect(bytes.css).toBeLessThanOrEqual(CSS);
    expect(bytes.script).toBeGreaterThan(0);
    expect(bytes.script).toBeLessThanOrEqual(SCRIPT);
    expect(bytes.font).toBeGreaterThan(0);
    expect(bytes.font).toBeLessThanOrEqual(FONTS);
    // The calendar's script is fetched by ours, after the page; its HTML names nothing of theirs.
    expect(foreign).toEqual([]);
  },
);

it('home is light in all, portraits further down included', async () => {
  const { total } = await weigh(pages.home?.url ?? '');
  expect(total).toBeLessThanOrEqual(HOME);
});
