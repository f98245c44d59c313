import { tooWide } from '../too-wide.ts';
import { expect, openStop, test } from './still.ts';
import { STOPS } from './stops.ts';

// Letters of twice the size, as the browser's settings make them, on a screen that stays as it is.

/** One of each kind of page. */
const PAGES = [
  ...['home', 'list', 'list-filtered', 'profile', 'profile-dialog', 'terms', 'error-404', 'odd-list'],
  ...[
    'time',
    'details-wrong',
    'payment',
    'confirming',
    'thanks',
    'booking',
    'booking-past',
    'booking-canceled',
  ],
  ...['cancellation', 'claim', 'hold-expired', 'sign-in', 'panel-agenda', 'panel-booking', 'panel-profile'],
  ...['panel-proposal', 'panel-past', 'operator', 'operator-booking', 'operator-inbox', 'operator-delivery'],
];

test('every kind of page fits its screen with letters of twice the size', async ({
  playwright,
  launchOptions,
  still,
}) => {
  const args = [...(launchOptions.args ?? []), '--blink-settings=defaultFontSize=32'];
  const browser = await playwright.chromium.launch({ ...launchOptions, args });
  const found: string[] = [];
  const large = { ...still, pages: new Map() };
  const stops = STOPS.filter(({ name }) => PAGES.includes(name));
  expect(stops).toHaveLength(PAGES.length);
  for (const stop of stops) {
    const page = await openStop(browser, large, stop, 1280);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px');
    found.push(...(await tooWide(page)).map((what) => `${stop.name}: ${what}`));
  }
  await browser.close();
  expect(found).toEqual([]);
});
