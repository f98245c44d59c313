import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attachment } from '../../web/attachment.ts';
import { readings } from './domain.ts';
import { parseCents, tagSlug, typedCents } from './profile-domain.ts';

describe('parseCents', () => {
  test.each([
    ['150', 150_00],
    ['$150', 150_00],
    ['1,500', 1500_00],
    ['99.50', 99_50],
    ['0.07', 7],
  ])('%s is %i cents', (text, cents) => expect(parseCents(text)).toBe(cents));

  test.each(['', '1.5', '1.505', '1e3', '-1', '15,00', '1 500', '٣', '0x10', '$', '150 USD'])(
    '%j is no amount',
    (text) => expect(parseCents(text)).toBeNull(),
  );

  test('reads back every amount it shows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (cents) => {
        expect(parseCents(typedCents(cents))).toBe(cents);
      }),
    );
  });
});

test.each([
  ['C#', 'csharp'],
  ['C++', 'cpp'],
  ['Node.js', 'node-js'],
  ['  Élixir ', 'elixir'],
  ['+', 'p'],
  ['日本', ''],
])('the slug of %s is %s', (name, slug) => expect(tagSlug(name)).toBe(slug));

test('an attachment’s name can neither end its header nor leave its quotes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const header = attachment(name);
      expect(header).toMatch(/^attachment; filename="[^"\\%]*"; filename\*=UTF-8''[\w.!~%-]*$/);
      expect(header).toMatch(/^[\x20-\x7e]*$/);
    }),
  );
});

test.each([
  [-5, [[0, 'm']]],
  [59, [[59, 'm']]],
  [
    132,
    [
      [2, 'h'],
      [12, 'm'],
    ],
  ],
  [120, [[2, 'h']]],
  [
    76 * 60,
    [
      [3, 'd'],
      [4, 'h'],
    ],
  ],
])('%i minutes read %j', (minutes, shown) => expect(readings(minutes * 60_000)).toEqual(shown));
