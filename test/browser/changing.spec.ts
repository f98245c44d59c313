import type { Page } from '@playwright/test';
import type { Candidate } from '../support/candidate.ts';
import { until } from '../support/until.ts';
import { type BrowserWorld, expect, PHONE, test } from './fixtures.ts';
import { continueAs, openTimes, times } from './steps.ts';

// What a candidate does with a booking once it is paid, at both sizes: moved, canceled, asked back.

/** Somebody with a confirmed session, made without the browser. */
async function booked(world: BrowserWorld, candidate: Candidate, slug: string): Promise<string> {
  const id = await candidate.hold(slug);
  const details = await (await candidate.get(`/bookings/${id}/details`)).text();
  await candidate.giveDetails(id, { subject: /name="subject" value="([^"]+)"/.exec(details)?.[1] ?? '' });
  await candidate.pay(await candidate.checkout(id));
  const state = () => world.db.selectFrom('bookings').select('state').where('id', '=', id).executeTakeFirst();
  await until(async () => (await state())?.state === 'confirmed', { what: 'it is booked' });
  return id;
}

/** Nothing is wider than the page, whatever its size. */
const expectToFit = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);

test(
  'a session is moved in the calendar’s own way, and the page says so',
  PHONE,
  async ({ page, world, newCandidate, expectAccessible }, info) => {
    const candidate = newCandidate(`Mona Mover ${info.project.name}`);
    const id = await booked(world, candidate, 'adaeze-okonkwo');
    await continueAs(page, candidate);
    await page.goto(`/bookings/${id}`);
    await expect(page.getByRole('heading', { name: 'Change of plan?' })).toBeVisible();
    await expectToFit(page);
    const before = await page.getByRole('heading', { level: 1 }).textContent();
    await page.getByRole('link', { name: /Pick another time/ }).click();
    await expect(page.getByRole('heading', { name: 'Pick another ninety minutes.' })).toBeVisible();
    const widget = await openTimes(page);
    await expectToFit(page);
    await times(widget).last().click();
    await widget.getByRole('button', { name: /Confirm|Reschedule/ }).click();
    await expect(page.getByText('Moved.', { exact: true })).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(before ?? '');
    await expectAccessible(page);
  },
);

test(
  'a session is canceled in a dialog that says what it does, and can be left',
  PHONE,
  async ({ page, world, newCandidate, expectAccessible }, info) => {
    const candidate = newCandidate(`Carla Cancel ${info.project.name}`);
    const id = await booked(world, candidate, 'kenji-aoyama');
    await continueAs(page, candidate);
    await page.goto(`/bookings/${id}`);
    const open = page.getByRole('link', { name: /Cancel and refund/ });
    await open.click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('You get $200.00 back');
    await expect(page).toHaveURL(`/bookings/${id}/cancellation`);
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(page).toHaveURL(`/bookings/${id}`);
    await open.click();
    await dialog.getByLabel(/A line to Kenji/).fill('A real one got in the way.');
    await dialog.getByRole('button', { name: /Cancel and refund/ }).click();
    await expect(page.getByRole('heading', { name: 'You canceled this interview.' })).toBeVisible();
    await expect(page).toHaveURL(`/bookings/${id}`);
    await expect(page.getByText(/\$200\.00 (goes|is on its way|went) back|on its way/).first()).toBeVisible();
    await expectToFit(page);
  },
);

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the money is asked back with two presses', async ({ page, world, newCandidate }, info) => {
    const candidate = newCandidate(`Nell Noscript ${info.project.name}`);
    const id = await booked(world, candidate, 'jonah-pryce');
    const now = Date.now();
    // The session of yesterday: nobody asks the calendar about the past.
    await world.db
      .updateTable('bookings')
      .set({ startsAt: new Date(now - 26 * 3_600_000), endsAt: new Date(now - 24.5 * 3_600_000) })
      .where('id', '=', id)
      .execute();
    await continueAs(page, candidate);
    await page.goto(`/bookings/${id}`);
    await expect(page.getByRole('heading', { name: 'Was it worth it?' })).toBeVisible();
    await page.getByRole('link', { name: /Give me my money back/ }).click();
    await expect(page).toHaveURL(`/bookings/${id}/claim`);
    await page.getByLabel(/What went wrong/).fill('We never got to the feedback.');
    await page.getByRole('button', { name: /Give me my money back/ }).click();
    await expect(page.getByRole('heading', { name: '$250.00 goes back.' })).toBeVisible();
    await page.goto(`/bookings/${id}/claim`);
    await expect(page.getByRole('heading', { name: 'You have asked already.' })).toBeVisible();
  });
});
