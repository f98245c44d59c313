import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

// The style sheets and the views, held against each other: nothing undefined, nothing left over.

const folder = import.meta.dirname;
const root = join(folder, '../../..');

interface File {
  name: string;
  text: string;
}

const read = (pattern: string, cwd: string): File[] =>
  globSync(pattern, { cwd })
    .toSorted()
    .map((name) => ({ name, text: readFileSync(join(cwd, name), 'utf8') }));

const sheets = read('**/*.css', folder).map(({ name, text }) => ({
  name,
  text: text.replace(/\/\*.*?\*\//gs, ''),
}));

/** Everything that writes markup for the site. Mails style themselves; tests render nothing. */
const views = read('src/**/*.{ts,tsx}', root)
  .concat(read('dev/**/*.tsx', root))
  .filter(({ name }) => !/\.test\.tsx?$|\/emails\//.test(name))
  .map(({ name, text }) => ({ name, text: text.replace(/^\s*(\/\/|\*|\/\*\*).*$/gm, '') }));

/** Classes that libraries give their own markup; we style them, no view of ours writes them. */
const FOREIGN: Record<string, string> = {
  'htmx-request': 'set by htmx on what waits for an answer',
};

describe('the style sheets', () => {
  it('declare every layer they use, use every layer they declare, and write nothing outside one', () => {
    const index = sheets.find(({ name }) => name === 'index.css')?.text ?? '';
    const declared = index.match(/^@layer ([^;]+);/)?.[1]?.split(', ') ?? [];
    const others = sheets.filter(({ name }) => name !== 'index.css');
    const used = others.map(({ name, text }) => [name, text.trim().match(/^@layer (\w+) \{/)?.[1]]);
    expect(used.filter(([, layer]) => !layer || !declared.includes(layer))).toEqual([]);
    expect(declared.filter((layer) => !used.some(([, one]) => one === layer))).toEqual([]);
    expect(others.filter(({ text }) => afterFirstBlock(text) !== '').map(({ name }) => name)).toEqual([]);
    const layerOf = (name: string) => used.find(([one]) => one === name)?.[1];
    const components = others.filter(({ name }) => name.startsWith('components/'));
    expect(components.filter(({ name }) => layerOf(name) !== 'components').map(({ name }) => name)).toEqual(
      [],
    );
  });

  it('are each imported once', () => {
    const index = sheets.find(({ name }) => name === 'index.css')?.text ?? '';
    const imported = [...index.matchAll(/@import url\("([^"]+)"\)/g)].map(([, name]) => name);
    const there = sheets.map(({ name }) => name).filter((name) => name !== 'index.css');
    expect(imported.toSorted()).toEqual(there.toSorted());
  });

  it('write colors in tokens.css and nowhere else', () => {
    const raw =
      /#[\da-f]{3,8}\b|\b(?:oklch|oklab|rgba?|hsla?|lab|lch|hwb|color)\(|(?<=[:\s(,])(?:white|black|red|green|blue|cyan|gray|grey)(?=[\s;,)])/gi;
    const found = sheets
      .filter(({ name }) => name !== 'tokens.css')
      .flatMap(({ name, text }) => [...values(text).matchAll(raw)].map(([color]) => `${name}: ${color}`));
    expect(found).toEqual([]);
  });

  it('use no variable that nobody defines', () => {
    const everything = [...sheets, ...views];
    const defined = new Set(
      everything.flatMap(({ text }) => [...text.matchAll(/(--[\w-]+)['"]?\s*:/g)].map(([, name]) => name)),
    );
    const missing = sheets.flatMap(({ name, text }) =>
      [...text.matchAll(/var\((--[\w-]+)\)/g)]
        .filter(([, variable]) => !defined.has(variable))
        .map(([, variable]) => `${name}: ${variable}`),
    );
    expect(missing).toEqual([]);
  });

  it('define no variable that nobody uses', () => {
    const used = new Set(
      sheets.flatMap(({ text }) => [...text.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name)),
    );
    const idle = sheets.flatMap(({ name, text }) =>
      [...text.matchAll(/^\s*(--[\w-]+)\s*:/gm)]
        .filter(([, variable]) => !used.has(variable))
        .map(([, variable]) => `${name}: ${variable}`),
    );
    expect(idle).toEqual([]);
  });
});

describe('classes', () => {
  const furniture = read('dev/*/*.css', root);
  const styled = [...sheets, ...furniture].flatMap(({ name, text }) =>
    classesOf(text).map((one) => ({ name, one })),
  );
  const names = new Set(styled.map(({ one }) => one));

  it('in the views are all styled', () => {
    const unstyled = views.flatMap(({ name, text }) =>
      classesIn(text)
        .filter((one) => {
          const [start = '', ...computed] = one.split('…');
          if (start === '' || computed.length === 0) return start !== '' && !names.has(one);
          return ![...names].some((known) => known.startsWith(start));
        })
        .map((one) => `${name}: ${one}`),
    );
    expect([...new Set(unstyled)]).toEqual([]);
  });

  it('in the style sheets are all used', () => {
    const words = new Set<string>();
    const beginnings = new Set<string>();
    for (const { text } of views)
      for (const literal of literals(text)) {
        for (const word of literal.split(/\s+/)) {
          if (word.includes('…')) beginnings.add(word.slice(0, word.indexOf('…')));
          else words.add(word);
        }
      }
    const isUsed = (one: string) =>
      words.has(one) ||
      one in FOREIGN ||
      [...beginnings].some((start) => /--?$/.test(start) && one.startsWith(start));
    const idle = styled.filter(({ one }) => !isUsed(one)).map(({ name, one }) => `${name}: .${one}`);
    expect([...new Set(idle)]).toEqual([]);
  });

  it('of libraries are still styled', () => {
    expect(Object.keys(FOREIGN).filter((one) => !names.has(one))).toEqual([]);
  });
});

/** What stands behind the first block and its nested ones. */
function afterFirstBlock(text: string): string {
  return text.slice(endOf(text, text.indexOf('{'), '{', '}')).trim();
}

/** Where the bracket that opens at `from` has been closed. */
function endOf(text: string, from: number, open: string, close: string): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === open) depth++;
    if (text[at] === close && --depth === 0) return at + 1;
  }
  return text.length;
}

/** The declarations alone: no selectors, no strings, no addresses. */
function values(text: string): string {
  return text
    .replace(/"[^"]*"/g, '""')
    .replace(/url\([^)]*\)/g, '')
    .replace(/[^{};]*\{/g, '{');
}

/** Classes in the selectors of a style sheet. */
function classesOf(text: string): string[] {
  const selectors = [...text.replace(/"[^"]*"/g, '""').matchAll(/([^{};]*)\{/g)].map(([, one]) => one ?? '');
  return selectors
    .filter((one) => !one.trim().startsWith('@'))
    .flatMap((one) => [...one.matchAll(/\.(-?[a-z_][\w-]*)/gi)].map(([, name]) => name ?? ''));
}

/** Classes that a view writes; one that ends in `…` goes on with something computed. */
function classesIn(text: string): string[] {
  const expressions: string[] = [];
  for (const match of text.matchAll(/\b(?:class|extraClass)=(["{])/g)) {
    const from = match.index + match[0].length - 1;
    const end = match[1] === '"' ? text.indexOf('"', from + 1) + 1 : endOf(text, from, '{', '}');
    expressions.push(text.slice(from, end));
  }
  for (const match of text.matchAll(/\bclasses(?:\.push\(| = \[)/g)) {
    const from = match.index + match[0].length - 1;
    const [open, close] = match[0].endsWith('(') ? ['(', ')'] : ['[', ']'];
    expressions.push(text.slice(from, endOf(text, from, open, close)));
  }
  return expressions
    .map((one) => one.replace(/[!=]==?\s*(['"])[^'"]*\1/g, ''))
    .flatMap((one) => literals(one))
    .flatMap((one) => one.split(/\s+/))
    .filter((one) => one !== '');
}

/** Every string in the source, with `…` for what a template computes. */
function literals(text: string): string[] {
  return [...text.matchAll(/'([^'\n]*)'|"([^"\n]*)"|`([^`]*)`/g)].flatMap(([, single, double, template]) => {
    const literal = single ?? double ?? template ?? '';
    const inside = [...literal.matchAll(/\$\{([^}]*)\}/g)].flatMap(([, code]) => literals(code ?? ''));
    return [literal.replace(/\$\{[^}]*\}/g, '…'), ...inside];
  });
}
