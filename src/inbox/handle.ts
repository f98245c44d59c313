import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { claimedUid, paidBy, unclaimedSlotSeen } from '../features/booking/signals.ts';
import { findDelivery, noteDeliveryTry } from './queries.ts';

const stripePayload = z.object({
  data: z.object({
    object: z.object({
      metadata: z.object({ booking: z.uuid().optional().catch(undefined) }).nullish(),
      payment_intent: z.string().nullish().catch(null),
    }),
  }),
});
const calcomPayload = z.object({
  connectionId: z.string(),
  uid: z.string(),
  delivery: z.object({ payload: z.object({ rescheduleUid: z.string().nullish() }).nullish() }).nullish(),
});

/**
 * Handles a stored delivery. It is a signal, not the truth: it only says which booking to look at again,
 * and looking re-reads Stripe and cal.com. Unknown types and bookings have no effect.
 */
export async function handleDelivery(deps: Deps, deliveryId: string): Promise<void> {
  const delivery = await findDelivery(deps.db, deliveryId);
  if (!delivery || delivery.handledAt) return;
  try {
    const bookingId = await bookingMeant(deps, delivery.source, delivery.type, delivery.payload);
    await deps.db.transaction().execute(async (db) => {
      if (bookingId) await deps.jobs.enqueue(db, 'booking.converge', { bookingId });
      await noteDeliveryTry(db, deliveryId, { handledAt: deps.now(), lastError: null });
    });
  } catch (error) {
    await noteDeliveryTry(deps.db, deliveryId, { lastError: String(error).slice(0, 500) });
    throw error;
  }
}

async function bookingMeant(
  deps: Deps,
  source: string,
  type: string,
  payload: unknown,
): Promise<string | null> {
  if (source === 'stripe') return stripeBooking(deps, payload);
  const parsed = calcomPayload.safeParse(payload);
  if (!parsed.success) return null;
  const { connectionId, uid, delivery } = parsed.data;
  // A moved booking has a new uid; the one it had before is the one we know.
  const before = delivery?.payload?.rescheduleUid;
  const bookingId = (await claimedUid(deps, uid)) ?? (before ? await claimedUid(deps, before) : null);
  if (!bookingId && type === 'BOOKING_REQUESTED') await unclaimedSlotSeen(deps, connectionId, uid);
  return bookingId;
}

/** Ours by its metadata; refunds and disputes made elsewhere only name the payment. */
async function stripeBooking(deps: Deps, payload: unknown): Promise<string | null> {
  const object = stripePayload.safeParse(payload).data?.data.object;
  if (object?.metadata?.booking) return object.metadata.booking;
  return object?.payment_intent ? paidBy(deps, object.payment_intent) : null;
}
