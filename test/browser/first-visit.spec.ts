import type { Page } from '@playwright/test';
import { expect, PHONE, test } from './fixtures.ts';
import { ownFonts } from './own-fonts.ts';

// Before the first visit nobody knows the visitor's clock; the page learns it without being reloaded.

test.use({ firstVisit: true, timezoneId: 'Asia/Kolkata' });

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

test.describe('our fonts', () => {
  const fetched = (page: Page) => {
    const fonts: string[] = [];
    page.on('request', (request) => request.resourceType() === 'font' && fonts.push(request.url()));
    return fonts;
  };
  const waitsFor = (page: Page) => page.locator('link[data-fonts]');

  test('come after the first paint on a first visit, and with the page from then on', async ({ page }) => {
    await page.goto('/');
    await ownFonts(page);
    const fetchedFiles = await page.evaluate(() =>
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
        .filter(({ name, transferSize }) => name.endsWith('.woff2') && transferSize > 0)
        .map(({ name }) => name),
    );
    expect(fetchedFiles, 'each file once').toHaveLength(new Set(fetchedFiles).size);
    expect(fetchedFiles.length).toBeGreaterThan(0);
    const [paint, first] = await page.evaluate(() => [
      performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.POSITIVE_INFINITY,
      Math.min(
        ...performance
          .getEntriesByType('resource')
          .filter(({ name }) => name.endsWith('.woff2'))
          .map(({ startTime }) => startTime),
      ),
    ]);
    expect(first).toBeGreaterThan(paint ?? 0);
    await expect
      .poll(async () => (await page.context().cookies()).map(({ name }) => name))
      .toContain('fonts');
    await page.goto('/interviewers');
    await expect(waitsFor(page)).toHaveCount(0);
    await ownFonts(page);
  });

  test('come without one that can’t be fetched', async ({ page }) => {
    await page.route('**/martian-mono-*.woff2', (route) => route.abort());
    await page.goto('/');
    await ownFonts(page);
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });

    test('come with every page', async ({ page }) => {
      const fonts = fetched(page);
      await page.goto('/', { waitUntil: 'networkidle' });
      expect(fonts.length).toBeGreaterThan(0);
    });
  });
});
