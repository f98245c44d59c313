import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../db/connect.ts';
import { DEFAULT_SHARE, type EarnedSession, type MonthSums } from './domain.ts';
import type { MemberDue, Payout } from './payout-domain.ts';

/**
 * The co-op's part, in percent, of a session confirmed at `instant`: what was set last by then. The first that was
 * ever set holds for the time before it, and the default where none was.
 */
const shareAt = (instant: Date | RawBuilder<Date>) => sql<number>`
  select coalesce(
    (select percent from co_op_shares where since <= ${instant} order by since desc limit 1),
    (select percent from co_op_shares order by since limit 1),
    ${DEFAULT_SHARE}::integer
  ) as percent`;

/**
 * Money of sessions that are over, or were called off with the price kept: one row a booking, with what is held
 * under the guarantee and the co-op's share of the rest, rounded to a cent. The share is that of the instant it was
 * confirmed; moving a session changes nothing about it.
 */
const earned = (now: Date) => sql`
  select
    bookings.interviewer_id, bookings.starts_at, bookings.reference, bookings.currency, bookings.state,
    bookings.captured_cents as charged, bookings.refunded_cents as refunded,
    case when open.is_open then net.cents else 0 end as held,
    case when open.is_open then 0 else round(net.cents * rate.percent / 100.0)::integer end as share
  from bookings
  cross join lateral (select bookings.captured_cents - bookings.refunded_cents as cents) as net
  cross join lateral (
    select bookings.state <> 'cancelled' and bookings.absent is null
      and bookings.ends_at + make_interval(days => bookings.guarantee_days) >= ${now} as is_open
  ) as open
  cross join lateral (${shareAt(sql<Date>`bookings.confirmed_at`)}) as rate
  where bookings.captured_cents > 0 and (bookings.ends_at <= ${now} or bookings.state = 'cancelled')`;

/** Sums by calendar month in `zone`, and by currency. */
export async function monthSums(
  db: Db,
  interviewerId: string,
  { zone, now }: { zone: string; now: Date },
): Promise<(MonthSums & { currency: string })[]> {
  const { rows } = await sql<MonthSums & { currency: string }>`
    select
      to_char(starts_at at time zone ${zone}, 'YYYY-MM') as month, currency,
      (count(*) filter (where state in ('confirmed', 'completed')))::integer as sessions,
      sum(charged)::integer as charged, sum(refunded)::integer as refunded,
      sum(held)::integer as held, sum(share)::integer as share
    from (${earned(now)}) as earned
    where interviewer_id = ${interviewerId}
    group by 1, 2 order by 1`.execute(db);
  return rows;
}

/** Single sessions, the oldest first. */
export async function earnedSessions(
  db: Db,
  interviewerId: string,
  { now, limit }: { now: Date; limit: number },
): Promise<EarnedSession[]> {
  const { rows } = await sql<EarnedSession>`
    select starts_at, reference, charged, refunded, held, share, currency
    from (${earned(now)}) as earned
    where interviewer_id = ${interviewerId}
    order by starts_at limit ${limit}`.execute(db);
  return rows;
}

/** What was paid out to a member, the latest first. */
export async function payoutsOf(db: Db, interviewerId: string, limit: number): Promise<Payout[]> {
  return db
    .selectFrom('payouts')
    .select([
      'id',
      'amountCents',
      'currency',
      'note',
      sql<string>`to_char(paid_on, 'YYYY-MM-DD')`.as('paidOn'),
    ])
    .where('interviewerId', '=', interviewerId)
    .orderBy('paidOn', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** All payouts to a member together, by currency. */
export async function paidTotals(db: Db, interviewerId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('payouts')
    .select((eb) => ['currency', eb.fn.sum<number>('amountCents').as('cents')])
    .where('interviewerId', '=', interviewerId)
    .groupBy('currency')
    .execute();
  return new Map(rows.map(({ currency, cents }) => [currency, Number(cents)]));
}

/** Writes a payout down, once for each form that was sent. */
export async function insertPayout(
  db: Db,
  payout: {
    interviewerId: string;
    amountCents: number;
    currency: string;
    paidOn: string;
    note: string;
    recordedBy: string;
    recordedAt: Date;
    formId: string;
  },
): Promise<void> {
  await db
    .insertInto('payouts')
    .values({ ...payout, paidOn: sql<Date>`${payout.paidOn}::date` })
    .onConflict((conflict) => conflict.column('formId').doNothing())
    .execute();
}

/** What each member is owed and was paid, those who are owed most first. */
export async function membersDue(db: Db, now: Date, limit: number): Promise<MemberDue[]> {
  const { rows } = await sql<MemberDue>`
    select
      interviewers.id, interviewers.name, interviewers.currency,
      coalesce(sums.due, 0)::integer - coalesce(out.paid, 0)::integer as owed,
      coalesce(sums.held, 0)::integer as held, coalesce(out.paid, 0)::integer as paid
    from interviewers
    left join (
      select interviewer_id, currency, sum(charged - refunded - held - share) as due, sum(held) as held
      from (${earned(now)}) as earned group by 1, 2
    ) as sums on sums.interviewer_id = interviewers.id and sums.currency = interviewers.currency
    left join (
      select interviewer_id, currency, sum(amount_cents) as paid from payouts group by 1, 2
    ) as out on out.interviewer_id = interviewers.id and out.currency = interviewers.currency
    where sums.interviewer_id is not null or out.interviewer_id is not null
    order by owed desc, interviewers.name limit ${limit}`.execute(db);
  return rows;
}

/** The co-op's part, in percent, of a session confirmed now. */
export async function currentShare(db: Db, now: Date): Promise<number> {
  const { rows } = await sql<{ percent: number }>`${shareAt(now)}`.execute(db);
  return rows[0]?.percent ?? DEFAULT_SHARE;
}

/** Sets the co-op's part of what is confirmed from `since` on. */
export async function setShare(
  db: Db,
  share: { percent: number; since: Date; setBy: string },
): Promise<void> {
  await db
    .insertInto('coOpShares')
    .values(share)
    .onConflict((conflict) =>
      conflict.column('since').doUpdateSet({ percent: share.percent, setBy: share.setBy }),
    )
    .execute();
}
