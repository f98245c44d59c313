import { type Assets, developmentAssets } from './assets.ts';

const nothing = { stylesheets: [], scripts: [] };

/** Pages without style and script: for tests that read the markup. */
export const noAssets: Assets = {
  scripts: [],
  areas: { home: nothing, site: nothing, booking: nothing, report: nothing, panel: nothing },
  fonts: null,
  afterPaint: null,
  fontFiles: developmentAssets.fontFiles,
  paperFonts: developmentAssets.paperFonts,
  development: false,
};
