import type { Browser, BrowserContext, Page } from '@playwright/test';
import { STILL } from '../../support/still/time.ts';
import type { StillSites } from '../../support/still/worlds.ts';
import { test as base, shared } from '../fixtures.ts';
import type { Stop, Theme } from './stops.ts';

/** The least a screen shows at these widths. */
export const heightOf = (width: number): number => (width < 600 ? 844 : 900);

/** Sites whose clock stands still and whose data nothing changes, and the browsers that look at them. */
interface Still extends StillSites {
  /** One for each site, onlooker and kind of screen: what it fetched once it keeps. */
  contexts: Map<string, BrowserContext>;
}

// Playwright reads a fixture's needs from its destructured argument; needing nothing is an empty one.
// biome-ignore-start lint/correctness/noEmptyPattern: see above.
export const test = base.extend<object, { still: Still }>({
  baseURL: undefined,
  still: [
    async ({}, use) => use({ ...(await shared<StillSites>('still')), contexts: new Map() }),
    { scope: 'worker', timeout: 180_000 },
  ],
});
// biome-ignore-end lint/correctness/noEmptyPattern: see above.

export { expect } from '../fixtures.ts';

/** Opens a stop as its onlooker sees it on a screen this wide, in light, up to the state that it is about. */
export async function openStop(browser: Browser, still: Still, stop: Stop, width: number): Promise<Page> {
  const page = await (await contextFor(browser, still, stop, width < 600)).newPage();
  await page.setViewportSize({ width, height: heightOf(width) });
  await stop.before?.(page);
  await page.goto(stop.path);
  await stop.arrive?.(page, width);
  await settle(page);
  return page;
}

async function contextFor(
  browser: Browser,
  { sites, cookies, contexts }: Still,
  { site = 'usual', onlooker = 'candidate' }: Stop,
  hasTouch: boolean,
): Promise<BrowserContext> {
  const key = [site, onlooker, hasTouch].join();
  const open = contexts.get(key);
  if (open) return open;
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
  contexts.set(key, context);
  return context;
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
  await page.evaluate(async () => {
    for (const image of document.images) image.loading = 'eager';
    await Promise.all([document.fonts.ready, ...[...document.images].map((image) => image.decode())]);
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
}
