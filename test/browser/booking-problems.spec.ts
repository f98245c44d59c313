import type { Page } from '@playwright/test';
import type { Candidate } from '../support/candidate.ts';
import { makeResume } from '../support/resume.ts';
import { moneyOf } from '../support/stripe-state.ts';
import { type BrowserWorld, expect, test } from './fixtures.ts';
import {
  CARDS,
  continueAs,
  fillDetails,
  heavyResume,
  openTimes,
  payWith,
  pickTime,
  times,
  toPayment,
} from './steps.ts';

// What goes wrong between a profile and a confirmed booking, and what the visitor sees of it.

const bookingsIn = async ({ db }: BrowserWorld): Promise<number> =>
  (await db.selectFrom('bookings').select('id').execute()).length;

const stateOf = async ({ db }: BrowserWorld, id: string): Promise<string> =>
  (await db.selectFrom('bookings').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state;

/** Its half hour is over. The built server's clock can't be moved, so the booking's is. */
const endHold = async ({ db }: BrowserWorld, id: string): Promise<void> => {
  const holdExpiresAt = new Date(Date.now() - 1000);
  await db.updateTable('bookings').set({ holdExpiresAt }).where('id', '=', id).execute();
};

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
    await expect(page.getByRole('alert')).toContainText('The calendar did not answer us.', {
      timeout: 20_000,
    });
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

test.describe('the details', () => {
  test('a resume of the wrong kind or size is refused at its field, and the rest is kept', async ({
    page,
    newCandidate,
    expectAccessible,
  }, info) => {
    const candidate = newCandidate('Wrong Paper');
    const id = await candidate.hold('ruth-mwangi');
    await continueAs(page, candidate);
    await page.goto(`/bookings/${id}/details`);
    await fillDetails(page, 'Coding');
    const resume = page.getByLabel('Resume');

    // Seen before it travels.
    await resume.setInputFiles({ name: 'cv.docx', mimeType: 'application/msword', buffer: Buffer.from('x') });
    await expect(page.getByText('“cv.docx” is not a PDF.')).toBeVisible();
    await resume.setInputFiles(await heavyResume(info, 6));
    await expect(page.getByText('“heavy.pdf” has 6 MB. Up to 5 MB fits.')).toBeVisible();

    // Seen only by who opens it.
    await resume.setInputFiles({
      name: 'cv.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('PK\u0003\u0004'),
    });
    await toPayment(page);
    await expect(page.getByText('This is not a PDF.')).toBeVisible();
    await expect(page.getByLabel('Resume')).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByLabel('Background')).toHaveValue(/^Four years/);
    await expect(page.getByLabel('Coding', { exact: true })).toBeChecked();
    await expectAccessible(page);

    const good = await makeResume('Wrong Paper');
    await page
      .getByLabel('Resume')
      .setInputFiles({ name: 'cv.pdf', mimeType: 'application/pdf', buffer: good });
    await toPayment(page);
    await expect(page).toHaveURL(/\/payment$/);
    await expect(page.getByText('cv.pdf')).toBeVisible();
  });

  test('a form that does not get through stays as it is', async ({ page, newCandidate }) => {
    const candidate = newCandidate('Lost Form');
    const id = await candidate.hold('ruth-mwangi');
    await continueAs(page, candidate);
    await page.goto(`/bookings/${id}/details`);
    await fillDetails(page, 'Coding');
    await page.route('**/details', (route) => route.abort('connectionfailed'));
    await toPayment(page);
    await expect(page.getByRole('alert')).toContainText('We did not get through.');
    await expect(page.getByLabel('Background')).toHaveValue(/^Four years/);
    await page.unroute('**/details');
    await toPayment(page);
    await expect(page).toHaveURL(/\/payment$/);
  });

  test('a hold that ran out meanwhile says so, whichever button is pressed, and leads to new times', async ({
    page,
    world,
    newCandidate,
  }) => {
    const candidate = newCandidate('Slow Writer');
    const id = await candidate.hold('ruth-mwangi');
    await continueAs(page, candidate);
    const ranOut = page.getByRole('heading', { level: 1, name: /The half hour ran out/ });

    await page.goto(`/bookings/${id}/details`);
    await fillDetails(page, 'Coding');
    await endHold(world, id);
    await toPayment(page);
    await expect(ranOut).toBeVisible();

    expect((await page.goto(`/bookings/${id}/details`))?.status()).toBe(410);
    await expect(ranOut).toBeVisible();
    expect((await page.goto(`/bookings/${id}/payment`))?.status()).toBe(410);
    await page.getByRole('link', { name: /Pick a time again/ }).click();
    await expect(page).toHaveURL('/interviewers/ruth-mwangi/book');
    await openTimes(page);
  });
});

test.describe('the payment', () => {
  /** A candidate in front of the payment page, details given. */
  async function readyToPay(
    page: Page,
    candidate: Candidate,
    slug: string,
    more: Parameters<Candidate['giveDetails']>[1] = {},
  ): Promise<string> {
    const id = await candidate.hold(slug);
    await candidate.giveDetails(id, more);
    await continueAs(page, candidate);
    await page.goto(`/bookings/${id}/payment`);
    return id;
  }
  const pay = (page: Page) => page.getByRole('button', { name: /Pay with Stripe/ });

  test('Stripe not answering is said plainly, with everything kept, and a second try works', async ({
    page,
    world,
    newCandidate,
    expectAccessible,
  }) => {
    const id = await readyToPay(page, newCandidate('Stripe Away'), 'priya-raghunathan');
    await world.far.stripe.post('faults', { api: { match: 'POST /v1/checkout/sessions', mode: 'down' } });
    await pay(page).click();
    await expect(page.getByRole('alert')).toContainText('Stripe does not answer.', { timeout: 20_000 });
    await expect(page.getByText('Four years of React at a logistics company.')).toBeVisible();
    await expectAccessible(page);
    await world.far.stripe.clearFaults();
    await page.getByRole('button', { name: /Try Stripe again/ }).click();
    await expect(page.getByRole('heading', { name: 'Pay with card' })).toBeVisible();
    expect((await moneyOf(world.far, id)).sessions).toHaveLength(1);
  });

  test('scenario 6: a second press on the button changes nothing: one session, and on to it', async ({
    page,
    world,
    newCandidate,
  }) => {
    const id = await readyToPay(page, newCandidate('Double Click'), 'priya-raghunathan');
    // Slow enough for somebody to press again, with the first press already on its way.
    const api = { match: 'POST /v1/checkout/sessions', mode: 'slow', delayMs: 1500 };
    await world.far.stripe.post('faults', { api });
    // By the mouse itself: a locator would wait until the first press has led somewhere.
    await pay(page).scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await pay(page).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const sent = page.waitForRequest((request) => request.method() === 'POST');
    await page.mouse.click(x + width / 2, y + height / 2);
    await sent;
    await page.mouse.click(x + width / 2, y + height / 2);
    await expect(page.getByRole('heading', { name: 'Pay with card' })).toBeVisible();
    expect((await moneyOf(world.far, id)).sessions).toHaveLength(1);
  });

  test('scenario 15: back from Stripe everything is as it was, the file included', async ({
    page,
    newCandidate,
  }) => {
    const pdf = new File([new Uint8Array(await makeResume('There And Back'))], 'there-and-back.pdf');
    const id = await readyToPay(page, newCandidate('There And Back'), 'priya-raghunathan', { resume: pdf });
    const paymentPage = async () => {
      await expect(page).toHaveURL(new RegExp(`/bookings/${id}/payment$`));
      await expect(page.getByText('Rendering decisions, said out loud.')).toBeVisible();
      await expect(page.getByText('there-and-back.pdf')).toBeVisible();
    };
    await pay(page).click();
    await page.getByRole('link', { name: 'Back' }).click();
    await paymentPage();
    await pay(page).click();
    await expect(page.getByRole('heading', { name: 'Pay with card' })).toBeVisible();
    await page.goBack();
    await paymentPage();
    await page.getByRole('link', { name: 'Change your details' }).click();
    await expect(page.getByLabel('Background')).toHaveValue(/^Four years/);
    await expect(page.getByLabel('Coding', { exact: true })).toBeChecked();
    await expect(page.getByText('there-and-back.pdf')).toBeVisible();
  });

  test('3-D Secure: failed, it can be tried again; completed, it pays', async ({ page, newCandidate }) => {
    await readyToPay(page, newCandidate('Asked Twice'), 'jonah-pryce', { subject: 'Behavioral' });
    await pay(page).click();
    await payWith(page, CARDS.asksForThreeDSecure);
    await page.getByRole('button', { name: 'Fail authentication' }).click();
    await expect(page.getByRole('alert')).toContainText('unable to authenticate');
    await payWith(page, CARDS.asksForThreeDSecure);
    await page.getByRole('button', { name: 'Complete authentication' }).click();
    await expect(page).toHaveURL(/\/thanks/);
    await expect(page.getByRole('heading', { name: /^Booked/ })).toBeVisible({ timeout: 20_000 });
  });
});

test.describe('after paying', () => {
  /** A candidate at Stripe's page with the card filled in and the button pressed. */
  async function paid(page: Page, candidate: Candidate): Promise<string> {
    const id = await candidate.hold('ines-haddad');
    await candidate.giveDetails(id, { subject: 'Mobile' });
    await continueAs(page, candidate);
    await page.goto(`/bookings/${id}/payment`);
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
    await expect(page.getByRole('heading', { name: 'Getting a yes from the calendar.' })).toBeVisible({
      timeout: 20_000,
    });
    await expect(page).toHaveTitle(/^Confirming your time/);
    await mark(page);
    await world.far.calcom.clearFaults();
    await expect(booked(page)).toBeVisible({ timeout: 30_000 });
    await expect(page).toHaveTitle(/^Booked/);
    expect(await marked(page)).toBe(true);
  });

  test('a lost webhook changes nothing', async ({ page, world, newCandidate, mailTo }) => {
    await world.far.stripe.post('faults', { webhooks: { drop: true } });
    const candidate = newCandidate('Never Told');
    const id = await paid(page, candidate);
    await expect(page.getByRole('heading', { name: 'Looking for your payment.' })).toBeVisible();
    await mark(page);
    await expect(booked(page)).toBeVisible({ timeout: 20_000 });
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
    await expect(page.getByRole('heading', { name: 'Getting a yes from the calendar.' })).toBeVisible({
      timeout: 20_000,
    });
    await declineAtCalendar(world, id);
    await world.far.calcom.clearFaults();
    await expect(page.getByRole('link', { name: /Pick another time/ })).toBeVisible({ timeout: 30_000 });
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
