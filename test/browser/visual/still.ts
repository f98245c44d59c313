import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser, Page } from '@playwright/test';
import { STILL } from '../../support/still/time.ts';
import type { StillSites } from '../../support/still/worlds.ts';
import { test as base, named } from '../fixtures.ts';
import type { Stop, Theme } from './stops.ts';

const root = join(import.meta.dirname, '../../..');

/** The least a screen shows at these widths. */
export const heightOf = (width: number): number => (width < 600 ? 844 : 900);

/** Tests on sites whose clock stands still and whose data nothing changes: one set a worker. */
// Playwright reads a fixture's needs from its destructured argument; needing nothing is an empty one.
// biome-ignore-start lint/correctness/noEmptyPattern: see above.
export const test = base.extend<object, { still: StillSites }>({
  still: [
    async ({}, use) => {
      const server = spawn(join(root, 'node_modules/.bin/node'), ['test/support/still/site.ts'], {
        cwd: root,
        env: { ...process.env, TEST_POSTGRES: named('TEST_POSTGRES') },
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      const lines = createInterface(server.stdout);
      const [line] = await Promise.race([once(lines, 'line'), once(server, 'exit')]);
      if (typeof line !== 'string') throw new Error('The sites for pictures did not start.');
      await use(JSON.parse(line) as StillSites);
      server.stdin.end();
      await once(server, 'exit');
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});
// biome-ignore-end lint/correctness/noEmptyPattern: see above.

export { expect } from '../fixtures.ts';

/** Opens a stop as its onlooker sees it on a screen this wide, up to the state that it is about. */
export async function openStop(
  browser: Browser,
  { sites, cookies }: StillSites,
  stop: Stop,
  width: number,
): Promise<Page> {
  const baseURL = sites[stop.site ?? 'usual'];
  const context = await browser.newContext({
    baseURL,
    viewport: { width, height: heightOf(width) },
    hasTouch: width < 600,
    // Error pages name the request they are about.
    extraHTTPHeaders: { 'X-Request-Id': '508-still' },
  });
  const header = `tz=America%2FNew_York; ${cookies[stop.onlooker ?? 'candidate']}`;
  await context.addCookies(
    header.split('; ').map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return { name, value: value.join('='), url: baseURL };
    }),
  );
  const page = await context.newPage();
  await page.clock.setFixedTime(STILL);
  await stop.before?.(page);
  await page.goto(stop.path);
  await stop.arrive?.(page, width);
  await settle(page);
  return page;
}

/** The page in this theme, with all of its fonts and pictures in place. */
export async function inTheme(page: Page, stop: Stop, theme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await stop.themed?.(page);
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
