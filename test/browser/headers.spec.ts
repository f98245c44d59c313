import type { Page } from '@playwright/test';
import type { Candidate } from '../support/candidate.ts';
import { makeResume } from '../support/resume.ts';
import { until } from '../support/until.ts';
import { type BrowserWorld, expect, test } from './fixtures.ts';
import { continueAs, openTimes, signIn } from './steps.ts';
import { tooWide } from './too-wide.ts';

// What a browser complains about, whom it talks to and what does not fit, on every page.

const SLUG = 'oskar-nowak';
/** With no place to break it. */
const LONG = 'Supercalifragilisticexpialidocious'.repeat(2);

/** The pages in the order of the way through them; `widget` is the only one with somebody else's part. */
const pagesOf = ({ held, ready, booked }: Stages) => ({
  home: '/',
  list: '/interviewers',
  'empty list': '/interviewers?subject=frontend&technology=rust',
  profile: `/interviewers/${SLUG}`,
  terms: '/terms',
  privacy: '/privacy',
  refunds: '/refunds',
  time: `/interviewers/${SLUG}/book`,
  details: `/bookings/${held}/details`,
  payment: `/bookings/${ready}/payment`,
  'thank you': `/bookings/${booked}/thanks`,
  booking: `/bookings/${booked}`,
  'unfinished booking': `/bookings/${held}`,
  'sign in': '/admin/sign-in',
});
const panelPages = ({ booked }: Stages) => ({
  agenda: '/admin',
  'booking in the panel': `/admin/bookings/${booked}`,
  'profile in the panel': '/admin/profile',
});
/** Pages that come with an error status. */
const refusals = ({ lapsed }: Stages) => ({
  404: '/nowhere',
  'no key': '/bookings/0190b5a4-0000-7000-8000-000000000000',
  'hold ended': `/bookings/${lapsed}/details`,
});

test('no page makes the browser complain or talk to anybody but us and, for the time, the calendar', async ({
  page,
  world,
  newCandidate,
}) => {
  const stages = await everyStage(page, newCandidate('Console Reader'), world);
  const complaints: string[] = [];
  const strangers = new Set<string>();
  const here = () => new URL(page.url()).pathname;
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`${here()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`${here()}: ${error.message}`));
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== world.site && protocol !== 'data:') strangers.add(`${here()} → ${origin}`);
  });

  for (const path of Object.values(pagesOf(stages))) {
    const policy = (await page.goto(path))?.headers()['content-security-policy'];
    const isTime = path.endsWith('/book');
    expect(policy?.includes(world.far.calcom.url), `${path} lets the calendar in`).toBe(isTime);
    if (isTime) await openTimes(page);
    await page.waitForLoadState('load');
  }
  await page.goto('/interviewers');
  await page.getByRole('link', { name: 'Oskar Nowak' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.goto('/admin');
  await signIn(page, SLUG);
  for (const path of Object.values(panelPages(stages))) await page.goto(path, { waitUntil: 'load' });

  expect(complaints).toEqual([]);
  expect([...strangers]).toEqual([`/interviewers/${SLUG}/book → ${world.far.calcom.url}`]);
});

test('every page fits a screen of 320 pixels, long words included', async ({ page, world, newCandidate }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const stages = await everyStage(page, newCandidate(`Bartholomew ${LONG}`), world);
  const found: string[] = [];
  const visit = async (pages: Record<string, string>) => {
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(path);
      if (name === 'time') await openTimes(page);
      found.push(...(await tooWide(page)).map((what) => `${name}: ${what}`));
    }
  };
  await visit({ ...pagesOf(stages), ...refusals(stages) });
  await page.goto('/admin');
  await signIn(page, SLUG);
  await visit(panelPages(stages));
  expect(found).toEqual([]);
});

interface Stages {
  held: string;
  ready: string;
  lapsed: string;
  booked: string;
}

/** One visitor with a booking at every stage, this browser being theirs. */
async function everyStage(page: Page, candidate: Candidate, world: BrowserWorld): Promise<Stages> {
  const described = async () => {
    const resume = new File([new Uint8Array(await makeResume(candidate.name))], `${LONG}.pdf`);
    const id = await candidate.hold(SLUG);
    await candidate.giveDetails(id, { notes: LONG, targetCompanies: LONG, focus: LONG, resume });
    return id;
  };
  const booked = await described();
  await candidate.pay(await candidate.checkout(booked));
  const rows = () => world.db.selectFrom('bookings').select('state').where('id', '=', booked).execute();
  await until(async () => (await rows())[0]?.state === 'confirmed', { what: 'it is confirmed' });
  const [lapsed, ready, held] = [await described(), await described(), await candidate.hold(SLUG)];
  const holdExpiresAt = new Date(Date.now() - 1000);
  await world.db.updateTable('bookings').set({ holdExpiresAt }).where('id', '=', lapsed).execute();
  await continueAs(page, candidate);
  return { held, ready, lapsed, booked };
}

test('the built site finds its fonts and draws the picture that a link brings along', async ({ page }) => {
  await page.goto('/interviewers/kenji-aoyama');
  const address = await page.locator('meta[property="og:image"]').getAttribute('content');
  const { pathname, search } = new URL(address ?? '');
  const response = await page.request.get(pathname + search);
  expect(response.status()).toBe(200);
  const png = await response.body();
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
});
