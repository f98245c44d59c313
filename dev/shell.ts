import type { Assets } from '../src/web/assets.ts';
import type { Shell } from '../src/web/env.ts';

/** The shell of a development page: every style sheet of the site, and one of its own. */
export function developmentShell(assets: Assets, publicUrl: URL, path: string, ownSheet: string): Shell {
  const { areas } = assets;
  const everySheet = new Set(Object.values(areas).flatMap(({ stylesheets }) => stylesheets));
  const site = { scripts: [], stylesheets: [...everySheet, ownSheet] };
  return {
    assets: { ...assets, areas: { ...areas, site } },
    publicUrl,
    path,
    theme: 'auto',
    isFirstVisit: false,
    contact: 'help@508.dev',
    sampleData: true,
    terms: { freeCancelHours: 24, guaranteeDays: 7 },
  };
}
