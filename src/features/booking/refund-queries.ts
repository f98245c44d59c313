import { sql } from 'kysely';
import type { Db } from '../../db/connect.ts';
import type { RefundCause } from './change-domain.ts';
import type { Refund, RefundView } from './facts-domain.ts';
import type { RefundLine } from './receipt-domain.ts';

const COLUMNS = ['id', 'attempt', 'cause', 'amountCents', 'state', 'stripeRefundId as stripeId'] as const;

/** All refunds of a booking, the first one first. */
export async function refundsOf(db: Db, bookingId: string): Promise<Refund[]> {
  const rows = await db
    .selectFrom('refunds')
    .select(COLUMNS)
    .where('bookingId', '=', bookingId)
    .orderBy('attempt')
    .execute();
  return rows as Refund[];
}

/** All refunds of a booking as its receipt tells them, the first one first. */
export async function refundLines(db: Db, bookingId: string): Promise<RefundLine[]> {
  const rows = await db
    .selectFrom('refunds')
    .select(['cause', 'amountCents', 'state', 'requestedAt', 'settledAt'])
    .where('bookingId', '=', bookingId)
    .orderBy('requestedAt')
    .orderBy('attempt')
    .execute();
  return rows as RefundLine[];
}

export interface NewRefund {
  bookingId: string;
  cause: RefundCause;
  amountCents: number;
  currency: string;
  requestedBy: string;
  requestedAt: Date;
}

/** Writes down that money is owed; its id, or null where a refund of ours is under way or done already. */
export async function insertRefund(db: Db, refund: NewRefund): Promise<string | null> {
  const row = await db
    .insertInto('refunds')
    .values({ ...refund, attempt: nextAttempt(refund.bookingId) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** A refund that somebody made in Stripe's dashboard, kept as Stripe tells it. */
export async function insertForeignRefund(
  db: Db,
  booking: { id: string; currency: string },
  seen: RefundView,
  now: Date,
): Promise<void> {
  await db
    .insertInto('refunds')
    .values({
      bookingId: booking.id,
      attempt: nextAttempt(booking.id),
      cause: 'stripe',
      amountCents: seen.amountCents,
      currency: booking.currency,
      state: seen.state,
      stripeRefundId: seen.id,
      requestedBy: 'stripe',
      requestedAt: now,
      lookedAt: now,
      settledAt: seen.state === 'pending' ? null : now,
    })
    .execute();
}

/** Keeps what Stripe says of a refund of ours. */
export async function noteRefund(
  db: Db,
  id: string,
  seen: { state: Refund['state']; stripeId?: string; problem?: string },
  now: Date,
): Promise<void> {
  await db
    .updateTable('refunds')
    .set({
      state: seen.state,
      lookedAt: now,
      ...(seen.stripeId && { stripeRefundId: seen.stripeId }),
      ...(seen.problem && { problem: seen.problem.slice(0, 500) }),
      ...((seen.state === 'succeeded' || seen.state === 'failed') && { settledAt: now }),
    })
    .where('id', '=', id)
    .execute();
}

/** Notes that the refunds still under way were looked at. */
export async function noteLook(db: Db, bookingId: string, now: Date): Promise<void> {
  await db
    .updateTable('refunds')
    .set({ lookedAt: now })
    .where('bookingId', '=', bookingId)
    .where('state', '=', 'pending')
    .execute();
}

/** Gives a refund that is still owed the next idempotency key. */
export async function renewAttempt(db: Db, id: string): Promise<void> {
  await db
    .updateTable('refunds')
    .set((set) => ({ attempt: set('attempt', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'owed')
    .execute();
}

/** n of the next idempotency key. Called with the booking's row locked. */
const nextAttempt = (bookingId: string) =>
  sql<number>`(select coalesce(max(attempt), 0) + 1 from refunds where booking_id = ${bookingId})`;
