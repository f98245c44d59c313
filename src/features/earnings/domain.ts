/** The co-op's part of a session, in percent, as long as the co-op has set none. */
export const DEFAULT_SHARE = 20;

/** Sums of one calendar month of sessions, in cents. */
export interface MonthSums {
  /** "2026-11", in the interviewer's zone. */
  month: string;
  /** Sessions that took place. */
  sessions: number;
  charged: number;
  refunded: number;
  /** Could still be asked back under the guarantee, after refunds. */
  held: number;
  /** The co-op's part of what is neither refunded nor held. */
  share: number;
}

/** A month with what became of the rest: charged − refunded − held − share = owed + paid. */
export interface Month extends MonthSums {
  owed: number;
  paid: number;
}

export interface Statement {
  currency: string;
  /** The latest first. */
  months: Month[];
  totals: Omit<Month, 'month'>;
  /** Paid out beyond what was earned: a refund came after the payout. The next months make up for it. */
  ahead: number;
}

/**
 * What an interviewer has earned by month. Payouts settle the oldest months first.
 *
 * @param paid all payouts together, in cents
 */
export function statementOf(currency: string, sums: readonly MonthSums[], paid: number): Statement {
  let left = paid;
  const months = sums
    .toSorted((a, b) => a.month.localeCompare(b.month))
    .map((sum): Month => {
      const due = dueOf(sum);
      const settled = Math.max(Math.min(due, left), Math.min(due, 0));
      left -= settled;
      return { ...sum, paid: settled, owed: due - settled };
    })
    .toReversed();
  const total = (key: keyof Omit<Month, 'month'>) => months.reduce((sum, month) => sum + month[key], 0);
  return {
    currency,
    months,
    totals: {
      ...{ sessions: total('sessions'), charged: total('charged'), refunded: total('refunded') },
      ...{ held: total('held'), share: total('share'), owed: total('owed'), paid: total('paid') },
    },
    ahead: Math.max(0, left),
  };
}

/** What is the interviewer's own of a month. */
export const dueOf = ({ charged, refunded, held, share }: MonthSums): number =>
  charged - refunded - held - share;

/** One session as a bookkeeper wants it. */
export interface EarnedSession {
  startsAt: Date;
  reference: string;
  charged: number;
  refunded: number;
  held: number;
  share: number;
  currency: string;
}

const CSV_HEAD = ['date', 'booking', 'currency', 'charged', 'refunded', 'held', 'co-op share', 'yours'];

/** Sessions as CSV (RFC 4180): the day in the interviewer's zone, money in whole units with two decimals. */
export function csvOf(sessions: readonly EarnedSession[], zone: string): string {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone });
  const money = (cents: number) => (cents / 100).toFixed(2);
  const rows = sessions.map(({ startsAt, reference, currency, ...sums }) => [
    ...[day.format(startsAt), reference, currency.toUpperCase()],
    ...[sums.charged, sums.refunded, sums.held, sums.share].map(money),
    money(sums.charged - sums.refunded - sums.held - sums.share),
  ]);
  return [CSV_HEAD, ...rows].map((row) => `${row.join(',')}\r\n`).join('');
}

/** "November", and the year where it is another one. */
export function monthName(month: string, thisYear: number): string {
  const date = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  const name = date.toLocaleString('en-US', { month: 'long' });
  return date.year === thisYear ? name : `${name} ${date.year}`;
}
