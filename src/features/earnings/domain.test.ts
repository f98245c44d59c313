import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf, type MonthSums, monthName, statementOf } from './domain.ts';
import { centsOf } from './payout-domain.ts';

const month = (name: string, charged: number, rest: Partial<MonthSums> = {}): MonthSums => ({
  ...{ month: name, sessions: 1, charged, refunded: 0, held: 0, share: 0 },
  ...rest,
});

describe('a statement', () => {
  it('pays the oldest month first, and shows the latest first', () => {
    const sums = [month('2026-09', 1000), month('2026-10', 500), month('2026-11', 300)];
    const { months, totals, ahead } = statementOf('usd', sums, 1200);
    expect(months.map(({ month, paid, owed }) => [month, paid, owed])).toEqual([
      ['2026-11', 0, 300],
      ['2026-10', 200, 300],
      ['2026-09', 1000, 0],
    ]);
    expect([totals.paid, totals.owed, ahead]).toEqual([1200, 600, 0]);
  });

  it('says what was paid before it was taken back', () => {
    const { totals, ahead } = statementOf('usd', [month('2026-09', 1000, { refunded: 1000 })], 800);
    expect([totals.owed, totals.paid, ahead]).toEqual([0, 0, 800]);
  });

  it('adds up in every row and in all, whatever happened', () => {
    const cents = fc.integer({ min: 0, max: 1_000_000 });
    const anyMonth = fc
      .record({ charged: cents, refunded: cents, held: cents, percent: fc.integer({ min: 0, max: 100 }) })
      .map(({ charged, percent, ...rest }) => {
        const refunded = Math.min(rest.refunded, charged);
        const held = Math.min(rest.held, charged - refunded);
        return { charged, refunded, held, share: Math.round(((charged - refunded - held) * percent) / 100) };
      });
    fc.assert(
      fc.property(fc.array(anyMonth, { maxLength: 12 }), cents, (sums, paid) => {
        const named = sums.map((sum, index) => ({
          ...month(`2026-${String(index + 1).padStart(2, '0')}`, 0),
          ...sum,
        }));
        const { months, totals, ahead } = statementOf('usd', named, paid);
        for (const row of [...months, totals]) {
          expect(row.charged - row.refunded - row.held - row.share).toBe(row.owed + row.paid);
          expect(row.owed).toBeGreaterThanOrEqual(0);
        }
        expect(totals.paid + ahead).toBe(paid);
      }),
    );
  });
});

describe('CSV', () => {
  it('has a line a session, its day where the interviewer lives, and money with two decimals', () => {
    const session = {
      startsAt: new Date('2026-11-19T23:30:00Z'),
      ...{ reference: '508-7K2QD', currency: 'usd', charged: 15_050, refunded: 0, held: 0, share: 3010 },
    };
    expect(csvOf([session], 'Asia/Taipei')).toBe(
      'date,booking,currency,charged,refunded,held,co-op share,yours\r\n2026-11-20,508-7K2QD,USD,150.50,0.00,0.00,30.10,120.40\r\n',
    );
  });
});

describe('names and amounts', () => {
  it('name the year of a month only where it is another', () => {
    expect(monthName('2026-11', 2026)).toBe('November');
    expect(monthName('2025-12', 2026)).toBe('December 2025');
  });

  it.each([
    ['510', 51_000],
    ['$1,020.50', 102_050],
    ['−5', -500],
    ['0', null],
    ['1e9', null],
    ['12.345', null],
    ['', null],
  ])('read “%s”', (typed, cents) => {
    expect(centsOf(typed)).toBe(cents);
  });
});
