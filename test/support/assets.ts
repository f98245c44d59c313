import type { Assets } from '../../src/web/assets.ts';

/** Pages without style and script: for tests that read the markup. */
export const noAssets: Assets = {
  stylesheets: [],
  headScripts: [],
  scripts: [],
  bookingScripts: [],
  preloadFonts: [],
  development: false,
};
