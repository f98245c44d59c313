import type { Page } from '@playwright/test';
import { type BrowserWorld, expect, test } from './fixtures.ts';
import { openTimes, pickTime, times } from './steps.ts';

// What goes wrong between a profile and a time that is held, and what the visitor sees of it.

const bookingsIn = async ({ db }: BrowserWorld): Promise<number> =>
  (await db.selectFrom('bookings').select('id').execute()).length;

const pressTryAgain = (page: Page) =>
  page.getByRole('button', { name: 'Try again' }).filter({ visible: true }).click();

test.describe('the time', () => {
  test('a message that only looks like the calendar’s books nothing', async ({
    page,
    world,
    expectAccessible,
  }) => {
    const before = await bookingsIn(world);
    await page.goto('/interviewers/daniel-abramov/book');
    await openTimes(page);
    await page.evaluate(() => {
      const type = 'bookingSuccessfulV2';
      const data = { uid: 'made-up-uid-508', status: 'PENDING' };
      window.postMessage(
        { originator: 'CAL', namespace: 'book1', type, fullType: `CAL:book1:${type}`, data },
        '*',
      );
    });
    await expect(page.getByRole('alert')).toContainText('We could not match that time to this calendar.');
    await openTimes(page);
    await expectAccessible(page);
    await expect(page).toHaveURL('/interviewers/daniel-abramov/book');
    expect(await bookingsIn(world)).toBe(before);
  });

  test('scenario 1: a time that somebody else claims first is gone, and fresh ones come', async ({
    page,
    world,
    newCandidate,
  }) => {
    const slug = 'daniel-abramov';
    await page.goto(`/interviewers/${slug}/book`);
    await openTimes(page);
    // Between the calendar's yes and ours another visitor claims the same time.
    let overtaken = false;
    await page.route('/bookings', async (route) => {
      if (!overtaken) await overtake();
      overtaken = true;
      await route.continue();
    });
    const overtake = async () => {
      const { bookings, users } = await world.far.calcom.state();
      const host = users.find(({ username }) => username === slug);
      const picked = bookings.findLast((booking) => booking.hostId === host?.id);
      const rival = newCandidate('Faster Rival');
      await rival.claim(slug, await rival.pick(slug, picked?.start, { force: true }));
    };
    await pickTime(page, { name: 'Second Best', email: 'second.best@example.com' });
    await expect(page.getByRole('alert')).toContainText('Somebody was a moment faster.');
    await pickTime(page, { name: 'Second Best', email: 'second.best@example.com' });
    await expect(page).toHaveURL(/\/details$/);
  });

  test('a calendar that does not answer us is named, and the same time can be claimed again', async ({
    page,
    world,
    expectAccessible,
  }) => {
    await page.goto('/interviewers/kenji-aoyama/book');
    await openTimes(page);
    await world.far.calcom.post('faults', { api: { mode: 'down' } });
    await pickTime(page, { name: 'Patient Person', email: 'patient@example.com' });
    await expect(page.getByRole('alert')).toContainText('The calendar did not answer us.');
    await expect(page.getByRole('alert')).toContainText('nothing was charged');
    await expectAccessible(page);
    await world.far.calcom.clearFaults();
    await pressTryAgain(page);
    await expect(page).toHaveURL(/\/details$/);
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Patient Person');
  });

  test('a claim that gets lost on the way to us can be sent again', async ({ page }) => {
    await page.goto('/interviewers/kenji-aoyama/book');
    await openTimes(page);
    await page.route('/bookings', (route) => route.abort('connectionfailed'));
    await pickTime(page, { name: 'In A Tunnel', email: 'tunnel@example.com' });
    await expect(page.getByRole('alert')).toContainText('We did not get through.');
    await page.unroute('/bookings');
    await pressTryAgain(page);
    await expect(page).toHaveURL(/\/details$/);
  });

  test('a screen that is turned keeps the times in sight', async ({ page }) => {
    await page.setViewportSize({ width: 844, height: 390 });
    await page.goto('/interviewers/kenji-aoyama/book');
    const widget = await openTimes(page);
    for (const size of [
      { width: 390, height: 844 },
      { width: 844, height: 390 },
    ]) {
      await page.setViewportSize(size);
      await expect(page.locator('cal-inline #skeleton')).toBeHidden();
      await times(widget).first().click({ trial: true });
    }
  });

  test('a calendar that does not load says so and can be asked again', async ({ page }) => {
    await page.route('**/embed/embed.js', (route) => route.abort('blockedbyclient'));
    await page.goto('/interviewers/kenji-aoyama/book');
    const down = page.getByRole('heading', { name: 'The calendar does not answer.' });
    await expect(down).toBeVisible();
    await expect(page.getByRole('link', { name: /write to operator@/ })).toBeVisible();
    await page.unroute('**/embed/embed.js');
    await pressTryAgain(page);
    await openTimes(page);
    await expect(down).toBeHidden();
  });
});
