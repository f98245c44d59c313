import { expect, test } from './fixtures.ts';
import { continueAs } from './steps.ts';

// On paper nothing can be pressed and nothing counts down; a booking is its receipt there.

test('a confirmed booking on paper says what, when and for how much, and nothing to press', async ({
  page,
  newCandidate,
}) => {
  const candidate = newCandidate('Paper Reader');
  const id = await candidate.hold('oskar-nowak');
  await candidate.giveDetails(id);
  await candidate.pay(await candidate.checkout(id));
  await continueAs(page, candidate);
  await expect(async () => {
    await page.goto(`/bookings/${id}`);
    await expect(page.getByText('Where it stands')).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.emulateMedia({ media: 'print' });
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { name: 'Receipt' })).toBeVisible();
  await expect(main.getByText(/^508-/)).toBeVisible();
  await expect(main.locator('dd').filter({ hasText: '$130.00', visible: true }).first()).toBeVisible();
  await expect(main.getByText('Where it stands')).toBeHidden();
  await expect(main.getByRole('button')).toHaveCount(0);
  await expect(main.getByRole('heading', { name: 'Add to calendar' })).toBeHidden();
  await expect(main.getByText('Starts in')).toBeHidden();
  await expect(main.getByText('Change time zone')).toBeHidden();
  await expect(page.getByRole('banner')).toBeHidden();
});

test('steps of a booking on paper show no calendar, no drop zone and no keys', async ({
  page,
  newCandidate,
}) => {
  const candidate = newCandidate('Paper Writer');
  const id = await candidate.hold('oskar-nowak');
  await continueAs(page, candidate);
  await page.emulateMedia({ media: 'print' });
  await page.goto('/interviewers/oskar-nowak/book');
  await expect(page.getByRole('main').locator('.cal')).toBeHidden();
  await page.goto(`/bookings/${id}/details`);
  await expect(page.getByText('Drop a file here')).toBeHidden();
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('main').getByText('Total')).toBeVisible();
});

test('the terms on paper are the terms, on white from a dark screen, too', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.goto('/terms');
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'What you buy' })).toBeVisible();
  expect(await page.evaluate(() => getComputedStyle(document.body).color)).toMatch(/oklch\(0\.2/);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light');
});
