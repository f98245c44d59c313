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

test('a browser whose clock is not asked by Temporal tells its zone as well', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'Temporal'));
  await page.goto('/');
  await expect
    .poll(async () => (await page.context().cookies()).find(({ name }) => name === 'tz')?.value)
    // `Intl` still has the older of its names.
    .toBe(encodeURIComponent('Asia/Calcutta'));
});

test('any number of chosen filters leaves the page as wide as the screen', PHONE, async ({ page }) => {
  await page.goto(
    '/interviewers?subject=coding&subject=debugging&technology=rust&technology=go&max=200&when=week&language=English',
  );
  await expect(page.getByRole('navigation', { name: 'Chosen filters' })).toBeVisible();
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(over).toBeLessThanOrEqual(0);
});

test.describe('scripts and fonts', () => {
  const LATE = /\.(js|woff2)$|\/fonts-[^/]+\.css$/;
  /** What the page asked for of these, and whether before anybody saw it. */
  const asked = async (page: Page) => {
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
    return page.evaluate((late) => {
      const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
      const files = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
      return files
        .filter(({ name }) => new RegExp(late).test(name))
        .map(({ name, startTime, transferSize }) => ({ name, early: startTime < paint, transferSize }));
    }, LATE.source);
  };
  const early = async (page: Page) => (await asked(page)).filter((file) => file.early);

  for (const path of ['/', '/interviewers/oskar-nowak/book', '/admin/sign-in']) {
    test(`of ${path} come after the first paint on a first visit, and with the page from then on`, async ({
      page,
    }) => {
      const complaints: string[] = [];
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      await page.goto(path);
      await ownFonts(page);
      const files = await asked(page);
      expect(files.map(({ name }) => name)).toContainEqual(expect.stringMatching(/\/main-[^/]+\.js$/));
      expect(files.filter((file) => file.early)).toEqual([]);
      const fetched = files.filter(({ transferSize }) => transferSize > 0).map(({ name }) => name);
      expect(fetched, 'each file once').toHaveLength(new Set(fetched).size);
      await expect
        .poll(async () => (await page.context().cookies()).map(({ name }) => name))
        .toContain('fonts');
      await page.goto('/interviewers');
      await ownFonts(page);
      expect((await early(page)).map(({ name }) => name)).toContainEqual(expect.stringMatching(/\/main-/));
      expect(complaints).toEqual([]);
    });
  }

  test('come without a font that can’t be fetched', async ({ page }) => {
    await page.route('**/martian-mono-*.woff2', (route) => route.abort());
    await page.goto('/');
    await ownFonts(page);
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });

    test('are fonts alone, and come with every page', async ({ page }) => {
      const fonts: string[] = [];
      page.on('request', (request) => request.resourceType() === 'font' && fonts.push(request.url()));
      await page.goto('/', { waitUntil: 'networkidle' });
      expect(fonts.length).toBeGreaterThan(0);
    });
  });
});
