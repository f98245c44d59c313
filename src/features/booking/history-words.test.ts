import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { historyLine, reasonWords } from './history-words.ts';

const telling = {
  ...{ zone: 'Africa/Lagos', currency: 'usd', candidate: 'Theo', interviewer: 'You' },
  isOperator: true,
};
const toInterviewer = { ...telling, isOperator: false };

test.each([
  ['slot firm, money captured', 'The calendar said yes, and the money was taken.'],
  ['proposed 2026-11-24T15:00:00.000Z instead', 'Proposed Tue Nov 24, 16:00 instead.'],
  [
    'moved from 2026-11-24T15:00:00.000Z to 2026-11-25T08:30:00.000Z',
    'Moved the session from Tue Nov 24, 16:00 to Wed Nov 25, 09:30.',
  ],
  [
    'claimed: not-worth-it, granted',
    'Asked for the money back: it was not worth it. It was paid back at once.',
  ],
  ['claimed: nobody-came, queued', 'Asked for the money back: nobody came. It waits for the co-op.'],
  ['refund of 15000 cents asked for (guarantee)', 'Asked Stripe to give back $150.00: the guarantee.'],
  ['Stripe: 15000 cents taken, 0 given back', 'Reports $150.00 taken.'],
  ['Stripe: 15000 cents taken, 5000 given back', 'Reports $150.00 taken, $50.00 given back.'],
  [
    'refund not made: disputed',
    'A refund did not go through: the candidate’s bank is taking the money back already.',
  ],
  ['something a later version writes', 'something a later version writes'],
])('%j reads %j', (reason, words) => {
  expect(reasonWords(reason, telling)).toBe(words);
});

test('a line says who, from where to where, and keeps the row', () => {
  const row = {
    id: '1',
    at: new Date('2026-11-24T15:00:00Z'),
    actor: 'interviewer',
    fromState: 'confirmed',
    toState: 'cancelled',
    reason: 'canceled by the interviewer',
  };
  expect(historyLine(row, telling)).toMatchObject({
    who: 'You',
    change: { from: 'Confirmed', to: 'Canceled' },
    raw: '2026-11-24T15:00:00.000Z interviewer: confirmed → cancelled, canceled by the interviewer',
  });
  expect(historyLine({ ...row, fromState: 'cancelled' }, telling).change).toBeNull();
});

test('an interviewer reads what was done, without the rows and without the address of who did it', () => {
  const row = {
    ...{ id: '1', at: new Date('2026-11-24T15:00:00Z'), actor: 'operator' },
    ...{ fromState: 'confirmed', toState: 'confirmed' },
    reason: 'refund of the rest ordered by olga@coop.example',
  };
  expect(historyLine(row, telling).what).toBe('Ordered a refund of all that was left (olga@coop.example).');
  expect(historyLine(row, toInterviewer)).toMatchObject({
    who: 'The co-op',
    what: 'Ordered a refund of all that was left.',
    raw: null,
  });
  const later = 'something a later version lets olga@coop.example do';
  expect(reasonWords(later, toInterviewer)).toBe('something a later version lets … do');
});

test('every reason that the code writes down as a plain string has words', () => {
  const folder = join(import.meta.dirname, '..');
  const files = globSync('{booking,guarantee}/*.ts', { cwd: folder }).filter(
    (name) => !/test|fixture/.test(name),
  );
  const reasons = files.flatMap((name) =>
    [...readFileSync(join(folder, name), 'utf8').matchAll(/\breason(?::| =) '([^']+)'/g)].map(
      ([, one]) => one ?? '',
    ),
  );
  expect(reasons.length).toBeGreaterThan(15);
  expect(reasons.filter((reason) => reasonWords(reason, telling) === reason)).toEqual([]);
});
