import { expect, PHONE, test } from './fixtures.ts';

// Before the first visit nobody knows the visitor's clock; the page learns it without being reloaded.

test.use({ timezoneId: 'Asia/Kolkata' });

test('the home page’s open times come in the visitor’s zone by the time they are seen', async ({ page }) => {
  await page.goto('/');
  for (const name of ['Pick who asks the questions.', /^Your loop has a date/]) {
    const part = page.getByRole('region', { name });
    await part.scrollIntoViewIfNeeded();
    await expect(part).toContainText('in your time zone (Kolkata, UTC+5:30)');
  }
});

test('any number of chosen filters leaves the page as wide as the screen', PHONE, async ({ page }) => {
  await page.goto(
    '/interviewers?subject=coding&subject=debugging&technology=rust&technology=go&max=200&when=week&language=English',
  );
  await expect(page.getByRole('navigation', { name: 'Chosen filters' })).toBeVisible();
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(over).toBeLessThanOrEqual(0);
});
