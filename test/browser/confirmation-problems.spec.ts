import type { Page } from '@playwright/test';
import type { Candidate } from '../support/candidate.ts';
import { moneyOf } from '../support/stripe-state.ts';
import { type BrowserWorld, expect, test } from './fixtures.ts';
import { CARDS, payWith, readyToPay } from './steps.ts';

// What goes wrong between a payment and a confirmed booking, and what the visitor sees of it.

const stateOf = async ({ db }: BrowserWorld, id: string): Promise<string> =>
  (await db.selectFrom('bookings').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state;

test.describe('after paying', () => {
  /** A candidate at Stripe's page with the card filled in and the button pressed. */
  async function paid(page: Page, candidate: Candidate): Promise<string> {
    const id = await readyToPay(page, candidate, 'ines-haddad', { subject: 'Mobile' });
    await page.getByRole('button', { name: /Pay with Stripe/ }).click();
    await payWith(page, CARDS.pays);
    return id;
  }
  /** Something that a reload of the page would wipe out. */
  const mark = (page: Page) => page.evaluate(() => document.documentElement.setAttribute('data-marked', ''));
  const marked = (page: Page) => page.evaluate(() => document.documentElement.hasAttribute('data-marked'));
  const booked = (page: Page) => page.getByRole('heading', { name: /^Booked/ });

  test('the page says that the calendar is being asked, then that it is booked, without a reload', async ({
    page,
    world,
    newCandidate,
  }) => {
    await world.far.calcom.post('faults', { api: { match: 'POST .*/confirm$', mode: 'down' } });
    await paid(page, newCandidate('Waits A Moment'));
    await expect(page.getByRole('heading', { name: 'Getting a yes from the calendar.' })).toBeVisible();
    await expect(page).toHaveTitle(/^Confirming your time/);
    await mark(page);
    await world.far.calcom.clearFaults();
    await expect(booked(page)).toBeVisible();
    await expect(page).toHaveTitle(/^Booked/);
    expect(await marked(page)).toBe(true);
  });

  test('a lost webhook changes nothing', async ({ page, world, newCandidate, mailTo }) => {
    await world.far.stripe.post('faults', { webhooks: { drop: true } });
    const candidate = newCandidate('Never Told');
    const id = await paid(page, candidate);
    await expect(page.getByRole('heading', { name: 'Looking for your payment.' })).toBeVisible();
    await mark(page);
    await expect(booked(page)).toBeVisible();
    expect(await marked(page)).toBe(true);
    expect(await stateOf(world, id)).toBe('confirmed');
    await mailTo(candidate.email);
    await page.goto(`/bookings/${id}`);
  });

  test('a calendar that says no ends it: nothing charged, and a way to another time', async ({
    page,
    world,
    newCandidate,
  }) => {
    await world.far.calcom.post('faults', { api: { match: 'POST .*/confirm$', mode: 'down' } });
    const id = await paid(page, newCandidate('Told No'));
    await expect(page.getByRole('heading', { name: 'Getting a yes from the calendar.' })).toBeVisible();
    await declineAtCalendar(world, id);
    await world.far.calcom.clearFaults();
    await expect(page.getByRole('link', { name: /Pick another time/ })).toBeVisible();
    await expect(page).toHaveTitle(/^Not booked/);
    expect((await moneyOf(world.far, id)).captured).toBe(0);
  });
});

/** The interviewer declines the request in cal.com's own pages. */
async function declineAtCalendar({ db, far }: BrowserWorld, id: string): Promise<void> {
  const { calcomUid } = await db
    .selectFrom('bookings')
    .select('calcomUid')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const { users, bookings } = await far.calcom.state();
  const hostId = bookings.find(({ uid }) => uid === calcomUid)?.hostId;
  const apiKey = users.find((user) => user.id === hostId)?.apiKey;
  const answer = await fetch(`${far.calcom.url}/v2/bookings/${calcomUid}/decline`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${apiKey}`,
      'cal-api-version': '2024-08-13',
      'Content-Type': 'application/json',
    },
    body: '{}',
  });
  expect(answer.status).toBe(200);
}
