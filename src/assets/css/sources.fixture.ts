import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AREAS, type Area } from '../../web/assets.ts';

// The style sheets and the views as text, for the tests that hold them against each other.

const folder = import.meta.dirname;
const root = join(folder, '../../..');

export interface File {
  name: string;
  text: string;
}

/** Files below `cwd` that fit the pattern. */
export const read = (pattern: string, cwd: string = root): File[] =>
  globSync(pattern, { cwd })
    .toSorted()
    .map((name) => ({ name, text: readFileSync(join(cwd, name), 'utf8') }));

const files = read('**/*.css', folder).map(({ name, text }) => ({
  name,
  text: text.replace(/\/\*.*?\*\//gs, '').trim(),
}));
const SHEETS = ['core', ...AREAS].map((name) => `${name}.css`);

/** What the browser gets: each one line of layers and what it is put together from. */
export const sheets: File[] = files.filter(({ name }) => SHEETS.includes(name));

/** What they are put together from: tokens, reset, …, and one file for each component; our fonts are a sheet by themselves. */
export const parts: File[] = files.filter(({ name }) => ![...SHEETS, 'fonts.css'].includes(name));

/** The names of the parts of a sheet, in order; for an area's, those it has beside the core. */
export function partsOf(sheet: 'core' | Area): string[] {
  const text = sheets.find(({ name }) => name === `${sheet}.css`)?.text ?? '';
  const names = [...text.matchAll(/@import url\("([^"]+)"\)/g)].map(([, name]) => name ?? '');
  return names.filter((name) => name !== 'core.css');
}

/** Everything that writes markup for the site. Mails style themselves; tests render nothing. */
export const views: File[] = read('src/**/*.{ts,tsx}')
  .concat(read('dev/**/*.tsx'))
  .filter(({ name }) => !/\.(test|fixture)\.tsx?$|\/emails\//.test(name))
  .map(({ name, text }) => ({ name, text: text.replace(/^\s*(\/\/|\*|\/\*\*).*$/gm, '') }));

/** Where the pages of each area begin; what they take from `src/ui` is found by their imports. */
const ENTRIES: Record<Area, RegExp> = {
  home: /^src\/features\/home\//,
  site: /^src\/features\/(interviewers|site)\/|^src\/ui\/error-pages/,
  booking: /^src\/features\/booking\/|^src\/ui\/steps/,
  report: /^src\/features\/(report|review)\/views\//,
  panel:
    /^src\/features\/(admin|operator|account|earnings|feed|report\/writing|review\/desk)\/|^src\/ui\/panel-header/,
};
/** Where the frame of every page stands. It names all areas, so nothing is read from its imports. */
const FRAME = /^src\/ui\/(layout|document|site-header|site-footer)\.tsx$/;

/** The views of an area's pages. Routes only pick pages; error pages are an area's matter, not theirs. */
export function viewsOf(area: 'core' | Area): File[] {
  const isEntry = ({ name }: File) =>
    area === 'core' ? FRAME.test(name) : ENTRIES[area].test(name) && !/routes/.test(name);
  const found = new Map(views.filter(isEntry).map((file) => [file.name, file]));
  for (const { name, text } of found.values()) {
    for (const [, path = ''] of text.matchAll(/from '(\.[^']+)'/g)) {
      const imported = join(dirname(name), path);
      const file = views.find((one) => one.name === imported);
      if (file && /^src\/ui\//.test(imported) && !FRAME.test(imported) && !FRAME.test(name)) {
        found.set(imported, file);
      }
    }
  }
  return [...found.values()];
}
