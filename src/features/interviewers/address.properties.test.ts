import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { urls } from '../../urls.ts';
import { choiceFrom, SORTS, SPANS } from './address-domain.ts';
import { catalogueOf } from './catalogue-domain.ts';

const NAMES = ['q', 'subject', 'technology', 'max', 'when', 'language', 'sort', 'toString', '__proto__', ''];
const HALF_RIGHT = [
  '48h',
  'weekend',
  'price',
  'constructor',
  '0150',
  '-3',
  '1e9',
  '999999',
  '１２',
  '\0',
  '%',
  ' ',
];

const text = fc.oneof(
  fc.string({ unit: 'binary', minLength: 76, maxLength: 90 }),
  fc.string({ unit: 'binary' }),
  fc.string({ maxLength: 200 }),
  fc.constantFrom(...HALF_RIGHT),
);
const parameters = fc.array(fc.tuple(fc.oneof(fc.constantFrom(...NAMES), text), text), { maxLength: 12 });
/** Whatever somebody may type behind the question mark, well-formed or not. */
const address = fc.oneof(
  parameters.map((pairs) => new URLSearchParams(pairs)),
  text.map((typed) => new URLSearchParams(typed)),
);

describe('any address at all', () => {
  it('is read into a choice that makes sense', () => {
    fc.assert(
      fc.property(address, (asked) => {
        const choice = choiceFrom(asked);
        expect([...choice.q].length).toBeLessThanOrEqual(80);
        expect(choice.q).not.toMatch(/\p{Cc}|^\s|\s$/u);
        expect(choice.max === null || (Number.isInteger(choice.max) && choice.max >= 0)).toBe(true);
        expect(choice.when === null || Object.keys(SPANS).includes(choice.when)).toBe(true);
        expect(Object.keys(SORTS)).toContain(choice.sort);
        for (const some of [choice.subject, choice.technology, choice.language]) {
          expect(new Set(some).size).toBe(some.length);
        }
      }),
    );
  });

  it('gives a list, of nobody if there is nobody, and an address that reads as the same choice', () => {
    fc.assert(
      fc.property(address, (asked) => {
        const { choice, people } = catalogueOf([], choiceFrom(asked));
        expect(people).toEqual([]);
        const own = new URL(urls.interviewers(choice), 'https://site.test');
        expect(choiceFrom(own.searchParams)).toEqual(choice);
      }),
    );
  });
});
