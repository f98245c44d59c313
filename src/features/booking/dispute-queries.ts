import type { Db } from '../../db/connect.ts';
import type { DisputeView } from './facts-domain.ts';

/** The latest dispute of a booking, as it was last seen. */
export async function disputeOf(db: Db, bookingId: string): Promise<{ id: string; status: string } | null> {
  const row = await db
    .selectFrom('disputes')
    .select(['id', 'status'])
    .where('bookingId', '=', bookingId)
    .orderBy('openedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** Whether a bank is taking the money back, or has taken it: refunding it as well would pay twice. */
export async function hasOpenDispute(db: Db, bookingId: string): Promise<boolean> {
  const row = await db
    .selectFrom('disputes')
    .select('id')
    .where('bookingId', '=', bookingId)
    .where('status', 'not in', ['won', 'warning_closed', 'prevented'])
    .executeTakeFirst();
  return row !== undefined;
}

/** Keeps a dispute as Stripe tells it. */
export async function saveDispute(db: Db, bookingId: string, seen: DisputeView, now: Date): Promise<void> {
  const { id, status, reason, amountCents, openedAt } = seen;
  const closedAt = seen.isOpen && status !== 'lost' ? null : now;
  await db
    .insertInto('disputes')
    .values({ id, bookingId, status, reason, amountCents, openedAt, closedAt })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ status, closedAt }))
    .execute();
}
