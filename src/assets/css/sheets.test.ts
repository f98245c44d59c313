import { describe, expect, it } from 'vitest';
import { AREAS } from '../../web/assets.ts';
import { classesIn, classesOf, layerOf, selectorsOf } from './reading.fixture.ts';
import { type File, parts, partsOf, sheets, viewsOf } from './sources.fixture.ts';

// A page takes its area's sheet, which begins with the core. It has what the page needs, and little else.

const SHEETS = ['core', ...AREAS] as const;
const textsOf = (names: string[]) => parts.filter(({ name }) => names.includes(name));
const stylesIn = (files: File[]) => new Set(files.flatMap(({ text }) => classesOf(text)));

describe('the sheets', () => {
  it('all begin with the same line of layers, in which everything is and nothing else', () => {
    const lines = sheets.map(({ text }) => text.match(/^@layer ([^;{]+);\n/)?.[1]);
    expect(new Set(lines).size).toBe(1);
    const declared = lines[0]?.split(', ') ?? [];
    const used = new Set(parts.map(({ text }) => layerOf(text)));
    expect(new Set(declared)).toEqual(used);
  });

  it('begin with the core, but for the core', () => {
    for (const { name, text } of sheets.filter(({ name }) => name !== 'core.css'))
      expect(/@import url\("([^"]+)"\)/.exec(text)?.[1], name).toBe('core.css');
  });

  it('are imports and nothing else', () => {
    const rest = sheets.map(({ text }) =>
      text.replace(/^@layer [^;{]+;|@import url\("[^"]+"\);/gm, '').trim(),
    );
    expect(rest.filter((text) => text !== '')).toEqual([]);
  });

  it('leave no part out and import none that is not there', () => {
    const imported = new Set(SHEETS.flatMap(partsOf));
    expect([...imported].toSorted()).toEqual(parts.map(({ name }) => name).toSorted());
  });

  it('import a part once on any page, and what all areas need into the core', () => {
    const core = partsOf('core');
    for (const area of AREAS) {
      const both = [...core, ...partsOf(area)];
      expect(both.filter((name, index) => both.indexOf(name) !== index)).toEqual([]);
    }
    const everywhere = partsOf('home').filter((name) => AREAS.every((area) => partsOf(area).includes(name)));
    expect(everywhere).toEqual([]);
  });
});

describe('the frame of every page', () => {
  it('finds every class styled in the core', () => {
    expect(unstyled('core', partsOf('core'))).toEqual([]);
  });
});

describe.each(AREAS)('the pages of: %s', (area) => {
  const names = [...partsOf('core'), ...partsOf(area)];

  it('find every class styled in the sheet they take', () => {
    expect(unstyled(area, names)).toEqual([]);
  });

  it('use every component that their sheet brings', () => {
    const used = new Set(viewsOf(area).flatMap(({ text }) => classesIn(text)));
    const idle = textsOf(partsOf(area)).filter(({ text }) => {
      // Its own class is the first it styles: the others may be guests from elsewhere.
      const [own = ''] = classesOf(text);
      return ![...used].some((one) => one === own || one.startsWith(`${own}__`));
    });
    expect(idle.map(({ name }) => name)).toEqual([]);
  });

  it('miss no rule that another sheet has for what stands on them', () => {
    const used = new Set(viewsOf(area).flatMap(({ text }) => classesIn(text)));
    const fits = (selector: string) => {
      const classes = [...selector.replace(/:not\([^)]*\)/g, '').matchAll(/\.([a-z][\w-]*)/gi)];
      return classes.length > 0 && classes.every(([, one]) => used.has(one ?? ''));
    };
    const elsewhere = parts.filter(({ name }) => !names.includes(name));
    const missed = elsewhere.flatMap(({ name, text }) =>
      selectorsOf(text)
        .filter(fits)
        .map((selector) => `${name}: ${selector}`),
    );
    expect(missed).toEqual([]);
  });

  it('use no variable that only other pages define', () => {
    const files = [...textsOf(names), ...viewsOf(area)];
    const defined = new Set(
      files.flatMap(({ text }) => [...text.matchAll(/(--[\w-]+)['"]?\s*:/g)].map(([, name]) => name)),
    );
    const missing = textsOf(names).flatMap(({ name, text }) =>
      [...text.matchAll(/var\((--[\w-]+)\)/g)]
        .filter(([, variable]) => !defined.has(variable))
        .map(([, variable]) => `${name}: ${variable}`),
    );
    expect([...new Set(missing)]).toEqual([]);
  });
});

/** Classes of these pages that are styled in other sheets only. What nobody styles, css.test.ts finds. */
function unstyled(area: (typeof SHEETS)[number], names: string[]): string[] {
  const [here, anywhere] = [stylesIn(textsOf(names)), stylesIn(parts)];
  const isIn = (known: Set<string>, one: string) => {
    const [start = '', ...computed] = one.split('…');
    return computed.length === 0 ? known.has(one) : [...known].some((name) => name.startsWith(start));
  };
  const missing = viewsOf(area).flatMap(({ name, text }) =>
    classesIn(text)
      .filter((one) => isIn(anywhere, one) && !isIn(here, one))
      .map((one) => `${name}: ${one}`),
  );
  return [...new Set(missing)];
}
