import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/**
 * The parts of the site that look alike inside and unlike each other. A page names its area once, at
 * its layout; the area brings its style sheet and, where it has one, its script.
 */
export const AREAS = ['home', 'site', 'booking', 'report', 'panel'] as const;
export type Area = (typeof AREAS)[number];

/** Where the browser finds style and script, and what else the page's head needs in development. */
export interface Assets {
  /** Of every page. */
  scripts: string[];
  /** What the pages of an area take: one sheet, and scripts beside those of every page. */
  areas: Record<Area, { stylesheets: string[]; scripts: string[] }>;
  /** The sheet that names our fonts, which come after the first paint or from the browser's own store. */
  fonts: string | null;
  /** The text of the script that fetches scripts and fonts after the first paint; null where all come with the page. */
  afterPaint: string | null;
  /** The font files themselves, for pictures that the server sets in the same type. */
  fontFiles: string[];
  /** The folder of the fonts that PDF files are set in. */
  paperFonts: string;
  /** Vite's client talks over a socket and styles its messages inline. */
  development: boolean;
}

/** Of the sources; a built server has its fonts elsewhere. */
const ROOT = join(import.meta.dirname, '../..');
const SITE = 'src/assets/client/main.ts';
const FONT_SHEET = 'src/assets/css/fonts.css';
const AFTER_PAINT = 'src/assets/client/after-paint.ts';
/** Calendar widget, hold, resume, polling; passkeys and the crop of a photo. */
const SCRIPTS: Partial<Record<Area, string>> = {
  booking: 'src/assets/client/booking.ts',
  panel: 'src/assets/client/panel.ts',
};
const sheetOf = (area: Area): string => `src/assets/css/${area}.css`;

/** Every source that the build starts from. */
export const SOURCES = [SITE, AFTER_PAINT, ...Object.values(SCRIPTS), FONT_SHEET, ...AREAS.map(sheetOf)];

/** Built along with the sheet that names them. */
export const FONTS = ['hubot-sans-latin', 'hubot-sans-latin-ext', 'hubot-sans-vietnamese']
  .concat('martian-mono-latin', 'martian-mono-latin-ext')
  .map((name) => `src/assets/fonts/${name}.woff2`);

const PAPER = 'src/assets/paper';

const manifestShape = z.record(z.string(), z.object({ file: z.string() }));

/** The hashed files of a production build, from the manifest that Vite left in `folder`. */
export async function builtAssets(folder: string): Promise<Assets> {
  const manifest = manifestShape.parse(
    JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8')),
  );
  const file = (source: string): string => {
    const entry = manifest[source];
    if (!entry) throw new Error(`The build has no ${source}; run npm run build.`);
    return `/${entry.file}`;
  };
  return {
    ...served(file),
    afterPaint: (await readFile(join(folder, file(AFTER_PAINT)), 'utf8')).trim(),
    fontFiles: FONTS.map((source) => join(folder, file(source))),
    // Browsers don't get these: they are no part of the build.
    paperFonts: join(folder, '../..', PAPER),
    development: false,
  };
}

/** The sources themselves, served and reloaded by Vite. */
export const developmentAssets: Assets = {
  ...served((source) => `/${source}`, ['/@vite/client']),
  afterPaint: null,
  fontFiles: FONTS.map((source) => join(ROOT, source)),
  paperFonts: join(ROOT, PAPER),
  development: true,
};

function served(file: (source: string) => string, scripts: string[] = []) {
  const partOf = (area: Area) => ({
    stylesheets: [file(sheetOf(area))],
    scripts: [SCRIPTS[area] ?? []].flat().map(file),
  });
  return {
    fonts: file(FONT_SHEET),
    scripts: [...scripts, file(SITE)],
    areas: {
      home: partOf('home'),
      site: partOf('site'),
      booking: partOf('booking'),
      report: partOf('report'),
      panel: partOf('panel'),
    },
  };
}
