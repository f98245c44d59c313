import type { Page } from '@playwright/test';

/** Lays out the whole page, also what waits until it comes near: pictures show it, and axe reads it. */
export const layOutAll = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { content-visibility: visible !important }');
    document.adoptedStyleSheets = [sheet];
  });
