import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { claimedUid, unclaimedSlotSeen } from '../features/booking/signals.ts';

const stripePayload = z.object({
  data: z.object({ object: z.object({ metadata: z.object({ booking: z.uuid().optional() }).nullish() }) }),
});
const calcomPayload = z.object({ connectionId: z.string(), uid: z.string() });

/**
 * Handles a stored delivery. It is a signal, not the truth: it only says which booking to look at again,
 * and looking re-reads Stripe and cal.com. Unknown types and bookings have no effect.
 */
export async function handleDelivery(deps: Deps, deliveryId: string): Promise<void> {
  const delivery = await deps.db
    .selectFrom('inbox')
    .select(['id', 'source', 'type', 'payload', 'handledAt'])
    .where('id', '=', deliveryId)
    .executeTakeFirst();
  if (!delivery || delivery.handledAt) return;
  try {
    const bookingId = await bookingMeant(deps, delivery.source, delivery.type, delivery.payload);
    await deps.db.transaction().execute(async (db) => {
      if (bookingId) await deps.jobs.enqueue(db, 'booking.converge', { bookingId });
      await db
        .updateTable('inbox')
        .set((set) => ({ handledAt: deps.now(), lastError: null, attempts: set('attempts', '+', 1) }))
        .where('id', '=', deliveryId)
        .execute();
    });
  } catch (error) {
    await deps.db
      .updateTable('inbox')
      .set((set) => ({ lastError: String(error).slice(0, 500), attempts: set('attempts', '+', 1) }))
      .where('id', '=', deliveryId)
      .execute();
    throw error;
  }
}

async function bookingMeant(
  deps: Deps,
  source: string,
  type: string,
  payload: unknown,
): Promise<string | null> {
  if (source === 'stripe') {
    const parsed = stripePayload.safeParse(payload);
    return parsed.data?.data.object.metadata?.booking ?? null;
  }
  const parsed = calcomPayload.safeParse(payload);
  if (!parsed.success) return null;
  const { connectionId, uid } = parsed.data;
  const bookingId = await claimedUid(deps, uid);
  if (!bookingId && type === 'BOOKING_REQUESTED') await unclaimedSlotSeen(deps, connectionId, uid);
  return bookingId;
}
