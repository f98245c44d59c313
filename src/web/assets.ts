import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** Where the browser finds style and script, and what else the page's head needs in development. */
export interface Assets {
  stylesheets: string[];
  /** Small scripts that must run before the first paint: the remembered theme. */
  headScripts: string[];
  scripts: string[];
  /** The script of the booking's pages: calendar widget, hold, resume, polling. */
  bookingScripts: string[];
  /** Fonts worth fetching before the style sheet was read. */
  preloadFonts: string[];
  /** Vite's client talks over a socket and styles its messages inline. */
  development: boolean;
}

const THEME = 'src/assets/client/theme.ts';
const SITE = 'src/assets/client/main.ts';
const BOOKING = 'src/assets/client/booking.ts';
const STYLE = 'src/assets/css/index.css';
/** The fonts of every page; letters beyond them are fetched where somebody's name has them. */
const EVERYWHERE = /-latin-(?!ext-)[^/]*\.woff2$/;

const manifestShape = z.record(
  z.string(),
  z.object({ file: z.string(), assets: z.array(z.string()).optional() }),
);

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
    stylesheets: [file(STYLE)],
    headScripts: [file(THEME)],
    scripts: [file(SITE)],
    bookingScripts: [file(BOOKING)],
    preloadFonts: (manifest[STYLE]?.assets ?? [])
      .filter((name) => EVERYWHERE.test(name))
      .map((name) => `/${name}`),
    development: false,
  };
}

/** The sources themselves, served and reloaded by Vite. */
export const developmentAssets: Assets = {
  stylesheets: [`/${STYLE}`],
  headScripts: [`/${THEME}`],
  scripts: ['/@vite/client', `/${SITE}`],
  bookingScripts: [`/${BOOKING}`],
  preloadFonts: [],
  development: true,
};
