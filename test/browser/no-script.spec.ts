import { makeResume } from '../support/resume.ts';
import { expect, PHONE, test } from './fixtures.ts';
import {
  CARDS,
  continueAs,
  expectRows,
  fillDetails,
  heavyResume,
  payWith,
  signIn,
  toPayment,
} from './steps.ts';

// The calendar needs JavaScript, and says so. Everything before and after it does not.

test.use({ javaScriptEnabled: false });

const SLUG = 'tomas-ferreira';

test('the list is narrowed with a button and widened with a link', PHONE, async ({ page }, info) => {
  await page.goto('/interviewers');
  if (info.project.name === 'phone') await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByLabel(/^Debugging/).check();
  await page.getByRole('button', { name: 'Apply filters' }).click();
  await expect(page).toHaveURL('/interviewers?subject=debugging');
  await expectRows(page, ['Daniel Abramov', 'Tomás Ferreira']);
  await page.getByRole('link', { name: 'Remove Debugging' }).click();
  await expect(page).toHaveURL('/interviewers');
  await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveCount(12);
});

test('the list comes in full by a link, and stays so with a filter', async ({ page }) => {
  // A phone has one size, and no link for it.
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/interviewers');
  await page.getByRole('group', { name: 'Row size' }).getByRole('link', { name: 'Full' }).click();
  await expect(page).toHaveURL('/interviewers?rows=full');
  await page.getByLabel(/^Debugging/).check();
  await page.getByRole('button', { name: 'Apply filters' }).click();
  await expect(page).toHaveURL('/interviewers?subject=debugging&rows=full');
});

test('a profile is a page of its own, and the time page says how to go on without the calendar', async ({
  page,
}) => {
  await page.goto('/interviewers');
  await page.getByRole('link', { name: 'Daniel Abramov' }).click();
  await expect(page).toHaveURL('/interviewers/daniel-abramov');
  await expect(page.getByRole('heading', { level: 1, name: 'Daniel Abramov' })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page
    .getByRole('link', { name: /^Book an interview/ })
    .filter({ visible: true })
    .first()
    .click();
  await expect(page).toHaveURL('/interviewers/daniel-abramov/book');
  await expect(page.getByRole('heading', { name: 'The calendar needs JavaScript.' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Write to operator@demo.508.test' })).toHaveAttribute(
    'href',
    /^mailto:operator@demo\.508\.test\?subject=.*Daniel/,
  );
  await expect(page.getByText('Asking Daniel’s calendar')).toBeHidden();
});

test('a claimed time is described, paid, confirmed and read', async ({ page, newCandidate, world }) => {
  const candidate = newCandidate('Nadia Plain');
  const id = await candidate.hold(SLUG);
  await continueAs(page, candidate);

  await test.step('details come back with what is missing, everything typed and the file', async () => {
    await page.goto(`/bookings/${id}/details`);
    await expect(page.getByText('Held for you until').filter({ visible: true }).first()).toBeVisible();
    await page.getByLabel('Anything else').fill('Reads logs aloud.');
    await page.getByLabel('Infrastructure', { exact: true }).check();
    await page.getByLabel('Kubernetes', { exact: true }).check();
    const resume = await makeResume('Nadia Plain');
    await page
      .getByLabel('Resume')
      .setInputFiles({ name: 'nadia.pdf', mimeType: 'application/pdf', buffer: resume });
    const answer = page.waitForResponse((response) => response.request().method() === 'POST');
    await toPayment(page);
    expect((await answer).status()).toBe(422);
    await expect(page.getByRole('alert')).toContainText('2 things to fix.');
    await expect(page.getByLabel('Background')).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByLabel('Background')).toBeFocused();
    await expect(page.getByLabel('Anything else')).toHaveValue('Reads logs aloud.');
    await expect(page.getByLabel('Infrastructure', { exact: true })).toBeChecked();
    await expect(page.getByLabel('Kubernetes', { exact: true })).toBeChecked();
    await expect(page.getByText('nadia.pdf')).toBeVisible();
  });

  await test.step('it goes on to payment and to Stripe', async () => {
    await fillDetails(page, 'Infrastructure');
    await toPayment(page);
    await expect(page).toHaveURL(`/bookings/${id}/payment`);
    await expect(page.getByText('nadia.pdf')).toBeVisible();
    await page.getByRole('button', { name: /Pay with Stripe/ }).click();
  });

  await test.step('the thank-you page finds out by itself, though the webhook is lost', async () => {
    await world.far.stripe.post('faults', { webhooks: { drop: true } });
    await payWith(page, CARDS.pays);
    await expect(page.getByRole('heading', { name: 'Looking for your payment.' })).toBeVisible();
    // Looked for by its place: text inside of noscript is nothing to Playwright's other locators.
    await expect(page.locator('noscript p')).toHaveText('This page asks again every five seconds.');
    await expect(page.getByRole('heading', { name: /^Booked/ })).toBeVisible();
    await page.getByRole('link', { name: 'Open your booking page' }).click();
    await expect(page).toHaveURL(`/bookings/${id}`);
    await expect(page.getByText('Reads logs aloud.')).toBeVisible();
  });

  await test.step('the interviewer signs in, reads it and says so', async () => {
    await page.goto('/admin');
    await signIn(page, SLUG);
    await page
      .getByRole('link', { name: /Nadia Plain/ })
      .first()
      .click();
    await expect(page.getByText('Reads logs aloud.')).toBeVisible();
    await page.getByRole('button', { name: 'Confirm I have read this' }).click();
    await expect(page.getByText(/^You confirmed on /)).toBeVisible();
  });
});

test('a resume that is too large comes back with a message at the field and everything typed', async ({
  page,
  newCandidate,
}, info) => {
  const candidate = newCandidate('Heavy Paper');
  const id = await candidate.hold(SLUG);
  await continueAs(page, candidate);
  await page.goto(`/bookings/${id}/details`);
  await fillDetails(page, 'Debugging');
  await page.getByLabel('Resume').setInputFiles(await heavyResume(info, 7));
  await toPayment(page);
  await expect(page.getByText('This file has more than 5 MB.')).toBeVisible();
  await expect(page.getByLabel('Background')).toHaveValue(/^Four years/);
});

test('the interviewer edits the profile', async ({ page }) => {
  await page.goto('/admin/profile');
  await signIn(page, 'wei-lin-hsu');
  await expect(page).toHaveURL('/admin/profile');
  await page.getByLabel('Headline').fill('Models that have to answer by Friday');
  await page.getByRole('button', { name: 'Save the card' }).click();
  await expect(page.getByText(/^Saved at/)).toBeVisible();
  await page.getByLabel('Price per interview').fill('nothing');
  await page.getByRole('button', { name: 'Save the price' }).click();
  await expect(page.getByRole('alert')).toContainText('Not saved yet.');
  await expect(page.getByLabel('Price per interview')).toHaveValue('nothing');
  await page.getByLabel('Price per interview').fill('230');
  await page.getByRole('button', { name: 'Save the price' }).click();
  await expect(page.getByText(/^Saved at/)).toBeVisible();
  await page.getByRole('link', { name: 'See it live' }).click();
  await expect(page.getByText('Models that have to answer by Friday')).toBeVisible();
  await expect(page.getByText('$230').filter({ visible: true }).first()).toBeVisible();
});
