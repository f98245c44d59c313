import { describe, expect, test } from 'vitest';
import { aBooking } from '../booking/booking.fixture.ts';
import { TRANSITIONS } from '../booking/state-machine-domain.ts';
import { searchFor } from './domain.ts';
import { endWords, moneyWords, repairWords } from './words.ts';

const money = (captured: number, refunded: number) => ({ money: { captured, refunded } });

describe('where the money is', () => {
  test('is what Stripe told, whatever the state', () => {
    for (const state of Object.keys(TRANSITIONS) as (keyof typeof TRANSITIONS)[]) {
      expect(moneyWords(aBooking({ state, ...money(150_00, 0) }))).toBe('Taken $150.00');
      expect(moneyWords(aBooking({ state, ...money(150_00, 150_00) }))).toBe(
        'Taken $150.00, given back $150.00',
      );
      expect(moneyWords(aBooking({ state }))).not.toContain('Taken');
    }
    expect(moneyWords(aBooking({ state: 'confirmed', ...money(150_00, 50_50) }))).toBe(
      'Taken $150.00, given back $50.50',
    );
  });

  test('has words for why it ended and what was repaired', () => {
    expect(endWords('operator-cancelled')).toBe('the co-op canceled');
    expect(repairWords('capture')).toBe('Money held and not taken');
    expect(repairWords('of-a-later-version')).toBe('of-a-later-version');
  });
});

test.each([
  ['', null],
  ['  ', null],
  ['508-7K2QD', { reference: '508-7K2QD' }],
  [' 7k2qd ', { reference: '508-7K2QD' }],
  ['508 7k2qd', { reference: '508-7K2QD' }],
  ['Theo@Example.com ', { email: 'theo@example.com' }],
])('%j is looked for as %j', (typed, found) => {
  expect(searchFor(typed)).toEqual(found);
});
