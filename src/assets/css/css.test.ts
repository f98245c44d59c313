import { describe, expect, it } from 'vitest';
import { afterFirstBlock, classesIn, classesOf, layerOf, literals, values } from './reading.fixture.ts';
import { parts, read, views } from './sources.fixture.ts';

// The style parts and the views, held against each other: nothing undefined, nothing left over.

/** Classes that libraries give their own markup; we style them, no view of ours writes them. */
const FOREIGN: Record<string, string> = {
  'htmx-request': 'set by htmx on what waits for an answer',
};

describe('the style sheets', () => {
  it('write nothing outside one layer, and components in theirs', () => {
    expect(parts.filter(({ text }) => afterFirstBlock(text) !== '').map(({ name }) => name)).toEqual([]);
    const components = parts.filter(({ name }) => name.startsWith('components/'));
    expect(components.filter(({ text }) => layerOf(text) !== 'components').map(({ name }) => name)).toEqual(
      [],
    );
  });

  it('write colors in tokens.css and nowhere else', () => {
    const raw =
      /#[\da-f]{3,8}\b|\b(?:oklch|oklab|rgba?|hsla?|lab|lch|hwb|color)\(|(?<=[:\s(,])(?:white|black|red|green|blue|cyan|gray|grey)(?=[\s;,)])/gi;
    const found = parts
      .filter(({ name }) => name !== 'tokens.css')
      .flatMap(({ name, text }) => [...values(text).matchAll(raw)].map(([color]) => `${name}: ${color}`));
    expect(found).toEqual([]);
  });

  it('use no variable that nobody defines', () => {
    const everything = [...parts, ...views];
    const defined = new Set(
      everything.flatMap(({ text }) => [...text.matchAll(/(--[\w-]+)['"]?\s*:/g)].map(([, name]) => name)),
    );
    const missing = parts.flatMap(({ name, text }) =>
      [...text.matchAll(/var\((--[\w-]+)\)/g)]
        .filter(([, variable]) => !defined.has(variable))
        .map(([, variable]) => `${name}: ${variable}`),
    );
    expect(missing).toEqual([]);
  });

  it('define no variable that nobody uses', () => {
    const used = new Set(
      parts.flatMap(({ text }) => [...text.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name)),
    );
    const idle = parts.flatMap(({ name, text }) =>
      [...text.matchAll(/^\s*(--[\w-]+)\s*:/gm)]
        .filter(([, variable]) => !used.has(variable))
        .map(([, variable]) => `${name}: ${variable}`),
    );
    expect(idle).toEqual([]);
  });
});

describe('classes', () => {
  const furniture = read('dev/*/*.css');
  const styled = [...parts, ...furniture].flatMap(({ name, text }) =>
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
