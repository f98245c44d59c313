import { expect, test } from 'vitest';
import { PASSWORD, passwordProblem } from './password-domain.ts';

const KNOWN = { email: 'mara.lindqvist@508.dev', name: 'Mara Lindqvist', current: 'the old one, kept' };
const problemOf = (wanted: string) => passwordProblem(wanted, KNOWN);

test.each([
  'correct horse battery staple',
  'a sentence nobody else wrote',
  'ünïcödé-päßwörd',
  'x7Kq!p2Vd9',
  'mara keeps eleven geese',
  ' spaces at both ends ',
  `${'z'.repeat(40)}some more of it`,
])('takes %j', (wanted) => expect(problemOf(wanted)).toBeNull());

test.each([
  ['123456789', 'too-short'],
  ['👩‍💻👩‍💻👩‍💻', 'too-short'],
  ['y'.repeat(PASSWORD.longest + 1), 'too-long'],
  ['the old one, kept', 'same'],
  ['qwertyuiop', 'common'],
  ['Password123', 'common'],
  ['BASKETBALL!!', 'common'],
  ['manchester2026', 'common'],
  ['1234567890123', 'common'],
  ['abcdefghijkl', 'common'],
  ['lkjhgfdsaqwerty', 'common'],
  ['aaaaaaaaaaaa', 'common'],
  ['abababababab', 'common'],
  ['mara-lindqvist', 'yours'],
  ['Lindqvist2026!', 'yours'],
  ['mara.lindqvist@508.dev', 'yours'],
  ['508dev-interview', 'yours'],
] as const)('refuses %j as %s', (wanted, problem) => expect(problemOf(wanted)).toBe(problem));

test('a password of 64 characters and more is taken', () => {
  const long = Array.from({ length: 20 }, (_, index) => `word${index * 7}`)
    .join(' ')
    .slice(0, PASSWORD.longest);
  expect(long.length).toBeGreaterThan(64);
  expect(problemOf(long)).toBeNull();
});
