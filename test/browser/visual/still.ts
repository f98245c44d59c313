import type { Browser, Page } from '@playwright/test';
import { STILL } from '../../support/still/time.ts';
import type { StillSites } from '../../support/still/worlds.ts';
import { test as base, shared } from '../fixtures.ts';
import { layOutAll } from '../laid-out.ts';
import { ownFonts } from '../own-fonts.ts';
import type { Stop, Theme } from './stops.ts';

/** The least a screen shows at these widths. */
export const heightOf = (width: number): number => (width < 600 ? 844 : 900);

/** Sites whose clock stands still and whose data nothing changes, and the browsers that look at them. */
interface Still extends StillSites {
  /** One for each site, onlooker and kind of screen, which goes from stop to stop: what it has fetched and read it keeps. */
  pages: Map<string, Page>;
}

// Playwright reads a fixture's needs from its destructured argument; needing nothing is an empty one.
// biome-ignore-start lint/correctness/noEmptyPattern: see above.
export const test = base.extend<object, { still: Still }>({
  baseURL: undefined,
  still: [
    async ({}, use) => use({ ...(await shared<StillSites>('still')), pages: new Map() }),
    { scope: 'worker', timeout: 180_000 },
  ],
});
// biome-ignore-end lint/correctness/noEmptyPattern: see above.

export { expect } from '../fixtures.ts';

/** Opens a stop as its onlooker sees it on a screen this wide, in light, up to the state that it is about. */
export async function openStop(browser: Browser, still: Still, stop: Stop, width: number): Promise<Page> {
  const page = await pageFor(browser, still, stop, width < 600);
  await page.setViewportSize({ width, height: heightOf(width) });
  await stop.before?.(page);
  await page.goto(stop.path);
  await stop.arrive?.(page, width);
  await settle(page);
  return page;
}

async function pageFor(
  browser: Browser,
  { sites, cookies, pages }: Still,
  { site = 'usual', onlooker = 'candidate' }: Stop,
  hasTouch: boolean,
): Promise<Page> {
  const key = [site, onlooker, hasTouch].join();
  const open = pages.get(key);
  if (open) return asNew(open);
  const baseURL = sites[site];
  // Error pages name the request they are about.
  const extraHTTPHeaders = { 'X-Request-Id': '508-still' };
  const context = await browser.newContext({ baseURL, hasTouch, extraHTTPHeaders });
  const header = `tz=America%2FNew_York; ${cookies[onlooker]}`;
  await context.addCookies(
    header.split('; ').map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return { name, value: value.join('='), url: baseURL };
    }),
  );
  await context.clock.setFixedTime(STILL);
  const page = await context.newPage();
  // Leaves a form half filled in without another word.
  page.on('dialog', (dialog) => dialog.accept());
  pages.set(key, page);
  return page;
}

/** Without anything that the last stop left behind. */
async function asNew(page: Page): Promise<Page> {
  await page.unrouteAll();
  await page.emulateMedia({ colorScheme: null });
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  return page;
}

/** The page in this theme, with all of its fonts and pictures in place. */
export async function inTheme(page: Page, stop: Stop, theme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await stop.themed?.(page, theme);
  await settle(page);
}

async function settle(page: Page): Promise<void> {
  // Nothing is under the pointer.
  await page.mouse.move(0, 0);
  await layOutAll(page);
  await ownFonts(page);
  await page.evaluate(async () => {
    for (const image of document.images) image.loading = 'eager';
    await Promise.all([document.fonts.ready, ...[...document.images].map((image) => image.decode())]);
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
}
