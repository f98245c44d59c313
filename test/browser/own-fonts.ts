import type { Page } from '@playwright/test';

/** Our fonts are here: where a browser does not have them, they come after the first paint. */
export const ownFonts = (page: Page) =>
  page.waitForFunction(() =>
    [...document.fonts].some(({ family, status }) => /Hubot Sans/.test(family) && status === 'loaded'),
  );
