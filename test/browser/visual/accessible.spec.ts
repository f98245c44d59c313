import type { Page } from '@playwright/test';
import { violations } from '../axe.ts';
import { expect, heightOf, inTheme, openStop, test } from './still.ts';
import { STOPS, type Stop, type Theme } from './stops.ts';

// Every page and state, in both themes and at every width: nothing that axe finds fault with, nothing
// to scroll sideways. What does not depend on the width is looked at in the widths that the layout knows
// best; at the others only what depends on it, and each theme's contrast.

const THEMES: readonly Theme[] = ['light', 'dark'];
const THOROUGH = [1280, 390];
/** 640 is what a screen of 1280 shows at 200 % zoom. */
const OTHERS = [320, 640, 768, 1600];
const BY_WIDTH = ['target-size', 'scrollable-region-focusable', 'color-contrast', 'link-in-text-block'];

for (const stop of STOPS) {
  test(`${stop.name} is accessible at every width and fits it`, async ({ browser, still }) => {
    for (const first of THOROUGH.filter((width) => fits(stop, width))) {
      const page = await openStop(browser, still, stop, first);
      const near = OTHERS.filter((width) => fits(stop, width) && width < 600 === first < 600);
      for (const theme of THEMES) {
        await inTheme(page, stop, theme);
        for (const width of [first, ...near]) {
          await page.setViewportSize({ width, height: heightOf(width) });
          const rules = width === first ? [] : theme === 'dark' ? ['color-contrast'] : BY_WIDTH;
          const where = `${width} pixels, ${theme}`;
          expect.soft(await violations(page, rules), where).toEqual([]);
          if (theme === 'light') expect.soft(await tooWide(page), where).toEqual([]);
        }
      }
      await page.context().close();
    }
  });
}

const fits = (stop: Stop, width: number): boolean => width <= (stop.upTo ?? width);

/** What reaches beyond the edge of the page, if it scrolls sideways. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const beyond = [...document.querySelectorAll('body :not(.sr-only)')].filter(
      (element) => element.getBoundingClientRect().right > root.clientWidth + 0.5,
    );
    return [`${root.scrollWidth} > ${root.clientWidth}`].concat(
      beyond.slice(-3).map((element) => `${element.tagName}.${element.className}`),
    );
  });
}
