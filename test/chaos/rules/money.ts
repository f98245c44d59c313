import type { Violation } from '../check.ts';
import type { BookingRow, Evidence } from '../evidence.ts';

const HOUR_MS = 3_600_000;
/** Where the bank has the money, or has said no to a refund, a person was told and decides. */
const EXCUSES = ['refund-failed', 'disputed'];
const WON = ['won', 'warning_closed', 'prevented'];

/** Nobody charged without a booking, nobody confirmed without a charge, and our books are Stripe's. */
export function checkMoney(evidence: Evidence): Violation[] {
  const { ours, stripe } = evidence;
  const byId = new Map(ours.bookings.map((booking) => [booking.id, booking]));
  const strangers = stripe.payment_intents.flatMap((intent): Violation[] => {
    if (byId.has(intent.metadata.booking ?? '')) return [];
    const what = `${intent.id} (${intent.status}) belongs to no booking`;
    return intent.amount_received > 0 ? [{ rule: 'charged for nothing', bookingId: null, what }] : [];
  });
  return [...strangers, ...ours.bookings.flatMap((booking) => checkBooking(evidence, booking))];
}

function checkBooking(evidence: Evidence, booking: BookingRow): Violation[] {
  const { stripe, ours } = evidence;
  const intents = stripe.payment_intents.filter(({ metadata }) => metadata.booking === booking.id);
  const ids = new Set(intents.map(({ id }) => id));
  const taken = intents.reduce((sum, intent) => sum + intent.amount_received, 0);
  const back = stripe.refunds
    .filter(({ payment_intent, status }) => ids.has(String(payment_intent)) && isGiven(status))
    .reduce((sum, { amount }) => sum + amount, 0);
  const isExcused =
    ours.alerts.some(
      ({ booking_id, kind, resolved_at }) =>
        booking_id === booking.id && EXCUSES.includes(kind) && !resolved_at,
    ) ||
    stripe.disputes.some(
      ({ payment_intent, status }) => ids.has(String(payment_intent)) && !WON.includes(status),
    );
  const found: Violation[] = [];
  const wrong = (rule: string, what: string) => found.push({ rule, bookingId: booking.id, what });

  if (intents.filter(({ amount_received }) => amount_received > 0).length > 1) {
    wrong('charged twice', `${intents.map(({ id }) => id).join(', ')} were all captured`);
  }
  const stands = booking.state === 'confirmed' || booking.state === 'completed';
  if (taken - back > 0 && !stands && !keepsPrice(booking) && !isExcused) {
    wrong('charged for nothing', `${taken - back} cents kept of a booking that is ${booking.state}`);
  }
  const wasGranted = ours.claims.some(
    ({ booking_id, state }) => booking_id === booking.id && state === 'granted',
  );
  if (wasGranted && taken - back > 0 && !isExcused) {
    wrong('guarantee not kept', `${taken - back} cents kept though the claim was granted`);
  }
  const paid = intents.find(({ id }) => id === booking.payment_intent_id);
  const isPaid = paid?.amount_received === booking.price_cents && paid.currency === booking.currency;
  if (stands && !isPaid) {
    wrong(
      'confirmed without a charge',
      `${paid?.amount_received ?? 0} of ${booking.price_cents} cents taken`,
    );
  }
  if (booking.captured_cents !== taken || booking.refunded_cents !== back) {
    const books = `${booking.captured_cents} − ${booking.refunded_cents}`;
    wrong('books differ', `ours say ${books}, Stripe says ${taken} − ${back}`);
  }
  return found;
}

export const isGiven = (status: string | null): boolean => status === 'succeeded' || status === 'pending';

/** Canceled by the candidate so late that the price is kept, as they were told. */
function keepsPrice({ end_reason, ended_at, starts_at, free_cancel_hours }: BookingRow): boolean {
  if (end_reason !== 'candidate-cancelled' || !ended_at) return false;
  return ended_at.getTime() > starts_at.getTime() - free_cancel_hours * HOUR_MS;
}
