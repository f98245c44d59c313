import type { Db } from '../../db/connect.ts';
import type { DisputeView } from './convergence.ts';

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
