import { type Assets, developmentAssets } from './assets.ts';

const nothing = { stylesheets: [], scripts: [] };

/** Pages without style and script: for tests that read the markup. */
export const noAssets: Assets = {
  stylesheets: [],
  scripts: [],
  areas: { home: nothing, site: nothing, booking: nothing, report: nothing, panel: nothing },
  fontFiles: developmentAssets.fontFiles,
  paperFonts: developmentAssets.paperFonts,
  development: false,
};
