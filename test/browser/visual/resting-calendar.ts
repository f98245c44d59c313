import { expect, type Page } from '@playwright/test';
import { openTimes } from '../steps.ts';
import type { Theme } from './stops.ts';

/**
 * The calendar's frame as high as what is in it, which it tells the page a moment after it changed. It stays
 * that high: taking a picture lays the page out anew, and what the frame then says comes at any time.
 */
export async function restingCalendar(page: Page): Promise<void> {
  const booker = (await openTimes(page)).locator('#booker');
  const inside = () => booker.evaluate((element) => Math.ceil(element.getBoundingClientRect().height));
  const frame = page.locator('[data-calendar] iframe');
  const keep = (height: string) =>
    frame.evaluate((element, height) => {
      element.style.minHeight = height;
      element.style.maxHeight = height;
    }, height);
  await keep('');
  const outside = () => frame.evaluate((element) => element.getBoundingClientRect().height);
  await expect.poll(async () => (await outside()) - (await inside())).toBe(0);
  await keep(`${await inside()}px`);
}

/** The same once the widget has followed the page's theme. */
export async function calendarIn(page: Page, theme: Theme): Promise<void> {
  const html = page.frameLocator('[data-calendar] iframe').locator('html');
  await expect(html).toHaveAttribute('data-theme', theme);
  await restingCalendar(page);
}
