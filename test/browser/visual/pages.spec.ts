import type { Page } from '@playwright/test';
import { COLOR_RULES, SIZE_RULES, violations } from '../axe.ts';
import { tooWide } from '../too-wide.ts';
import { looksAsIn } from './picture.ts';
import { expect, heightOf, inTheme, openStop, test } from './still.ts';
import { pictureOf, STOPS, type Stop, type Theme, themesOf, WIDTHS } from './stops.ts';

// Every page and state: as it was when somebody last looked at it (docs/screenshots), no wider than its
// screen, and with nothing that axe finds fault with. After a change that is meant, `npm run screenshots`
// takes the pictures anew; a failure leaves what is and what differs in test-results.

/** Made so wide from the nearest of those, and looked at for what depends on it. */
const OTHERS = [320, 768, 1600];
/** What a screen of 1280 shows at 200 % zoom. */
const ZOOMED = 640;

for (const stop of STOPS) {
  test(`${stop.name} looks as it did, fits every width and is accessible`, async ({ browser, still }, {
    config,
  }) => {
    const isTaking = config.updateSnapshots !== 'none';
    for (const width of WIDTHS.filter((width) => hasState(stop, width))) {
      const page = await openStop(browser, still, stop, width);
      for (const theme of themesOf(stop)) {
        if (theme === 'dark') await inTheme(page, stop, theme);
        await expectPicture(page, stop, width, theme, isTaking);
        if (!isTaking) await expectForAll(page, stop, width, theme);
      }
    }
  });
}

const hasState = ({ upTo = Number.POSITIVE_INFINITY }: Stop, width: number): boolean => width <= upTo;

async function expectPicture(page: Page, stop: Stop, width: number, theme: Theme, isTaking: boolean) {
  const file = pictureOf(stop, width, theme);
  if (file === null) return;
  const how = { fullPage: !stop.screenOnly };
  if (!isTaking && (await looksAsIn(page, file, how))) return;
  await expect.soft(page).toHaveScreenshot(file, how);
}

/** Nothing that axe finds, and nothing to scroll sideways, at this width and those near it. */
async function expectForAll(page: Page, stop: Stop, first: number, theme: Theme) {
  const isNear = (width: number) => hasState(stop, width) && width < 600 === first < 600;
  if (first !== WIDTHS[0] && stop.moreOfTheSame) await hide(page, stop.moreOfTheSame);
  for (const width of [first, ...[...OTHERS, ZOOMED].filter(isNear)]) {
    if (width !== first) await page.setViewportSize({ width, height: heightOf(width) });
    const where = `${width} pixels, ${theme}`;
    if (theme === 'light') expect.soft(await tooWide(page), where).toEqual([]);
    if (width === ZOOMED) continue;
    const rules = theme === 'dark' ? COLOR_RULES : width === first ? [] : SIZE_RULES;
    expect.soft(await violations(page, rules), where).toEqual([]);
    if (rules.length === 0 && stop.moreOfTheSame) await hide(page, stop.moreOfTheSame);
  }
  await page.setViewportSize({ width: first, height: heightOf(first) });
}

const hide = (page: Page, what: string) =>
  page.locator(what).evaluateAll((elements) => {
    for (const element of elements) element.toggleAttribute('hidden', true);
  });
