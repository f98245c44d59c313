import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { CARDS, fillDetails, payWith, pickTime, signIn, toPayment } from './steps.ts';

// A candidate in Kolkata and an interviewer in Los Angeles: whose time is it?

test.use({ timezoneId: 'Asia/Kolkata' });

/** "18:30–20:00", with the weekday of its end where that is another day. */
function spanIn(zone: string, start: Date): string {
  const end = new Date(start.getTime() + 90 * 60_000);
  const clock = (at: Date) => at.toLocaleTimeString('en-GB', { timeZone: zone, timeStyle: 'short' });
  const weekday = (at: Date) => at.toLocaleDateString('en-US', { timeZone: zone, weekday: 'short' });
  const span = `${clock(start)}–${clock(end)}`;
  return weekday(start) === weekday(end) ? span : `${span} (${weekday(end)})`;
}

const dayIn = (zone: string, at: Date) =>
  at.toLocaleDateString('en-US', { timeZone: zone, weekday: 'long', month: 'long', day: 'numeric' });

/** The order that stays in view: beside the form on a desktop, above and below it on a phone. */
const order = (page: Page) => page.getByRole('complementary', { name: 'Your booking' });

test('scenario 35: each side reads its own time, and the candidate can change theirs', async ({
  page,
  mailTo,
}, info) => {
  const email = `kolkata.${info.project.name}@example.com`;
  await page.goto('/interviewers/jonah-pryce/book');
  await pickTime(page, { name: 'Anjali Rao', email });
  await expect(page).toHaveURL(/\/details$/);

  const startsAt = new Date((await order(page).locator('.summary__day time').getAttribute('datetime')) ?? '');
  await test.step('the order names the zone of the browser, and UTC', async () => {
    await expect(order(page).getByRole('term').first()).toHaveText('Kolkata, UTC+5:30');
    await expect(order(page)).toContainText(dayIn('Asia/Kolkata', startsAt));
    await expect(order(page)).toContainText(spanIn('Asia/Kolkata', startsAt));
    await expect(order(page)).toContainText(spanIn('UTC', startsAt));
  });

  await test.step('another zone changes the times and leaves the form as it is', async () => {
    await fillDetails(page, 'Behavioral');
    await order(page).getByText('Change time zone').click();
    await expect(order(page).getByLabel('Show times in')).toHaveValue('Asia/Kolkata');
    await order(page).getByLabel('Show times in').selectOption('Australia/Eucla');
    await order(page).getByRole('button', { name: 'Use this zone' }).click();
    await expect(order(page).getByRole('term').first()).toHaveText('Eucla, UTC+8:45');
    await expect(order(page)).toContainText(spanIn('Australia/Eucla', startsAt));
    await expect(page.getByLabel('Background')).toHaveValue(/^Four years/);
    await expect(page.getByLabel('Behavioral', { exact: true })).toBeChecked();
    await order(page).getByText('Change time zone').click();
    await order(page).getByLabel('Show times in').selectOption('Asia/Kolkata');
    await order(page).getByRole('button', { name: 'Use this zone' }).click();
    await expect(order(page).getByRole('term').first()).toHaveText('Kolkata, UTC+5:30');
  });

  await test.step('confirmation and mail say it in the candidate’s zone', async () => {
    await toPayment(page);
    await page.getByRole('button', { name: /Pay with Stripe/ }).click();
    await payWith(page, CARDS.pays);
    await expect(page.getByRole('heading', { name: /^Booked/ })).toBeVisible();
    await expect(page.getByText('Kolkata, UTC+5:30').first()).toBeVisible();
    const confirmation = await mailTo(email);
    expect(confirmation.text).toContain('Kolkata');
    expect(confirmation.text).toContain(spanIn('Asia/Kolkata', startsAt));
  });

  await test.step('the panel says it in the interviewer’s zone and the candidate’s', async () => {
    await page.goto('/admin');
    await signIn(page, 'jonah-pryce');
    await expect(page.getByText(/Los Angeles, UTC/).first()).toBeVisible();
    await page
      .getByRole('link', { name: /Anjali/ })
      .first()
      .click();
    const zones = page.locator('.ackbox__zones');
    await expect(zones).toContainText('You, Los Angeles');
    await expect(zones).toContainText(spanIn('America/Los_Angeles', startsAt));
    await expect(zones).toContainText(dayIn('America/Los_Angeles', startsAt));
    await expect(zones).toContainText('Anjali, Kolkata');
    await expect(zones).toContainText(spanIn('Asia/Kolkata', startsAt));
    await expect(zones).toContainText(dayIn('Asia/Kolkata', startsAt));
  });
});
