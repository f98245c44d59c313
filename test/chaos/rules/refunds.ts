import type { Violation } from '../check.ts';
import type { BookingRow, Evidence } from '../evidence.ts';
import { isGiven } from './money.ts';

/** Every refund exactly once: one at Stripe for each of our rows, one row for each at Stripe, never too much. */
export function checkRefunds(evidence: Evidence): Violation[] {
  return evidence.ours.bookings.flatMap((booking) => checkBooking(evidence, booking));
}

function checkBooking({ ours, stripe }: Evidence, booking: BookingRow): Violation[] {
  const rows = ours.refunds.filter(({ booking_id }) => booking_id === booking.id);
  const intents = stripe.payment_intents.filter(({ metadata }) => metadata.booking === booking.id);
  const made = stripe.refunds.filter(({ payment_intent }) => intents.some(({ id }) => id === payment_intent));
  const found: Violation[] = [];
  const wrong = (what: string) =>
    found.push({ rule: 'refund not exactly once', bookingId: booking.id, what });

  for (const row of rows) {
    const here = made.filter(
      ({ id, metadata }) => id === row.stripe_refund_id || metadata?.refund === row.id,
    );
    if (here.length > 1) wrong(`row ${row.id} was paid out ${here.length} times`);
    if (row.state === 'succeeded' && here[0]?.status !== 'succeeded') {
      wrong(`row ${row.id} says succeeded, Stripe says ${here[0]?.status ?? 'nothing'}`);
    }
    if (row.state === 'failed' && here.some(({ status }) => isGiven(status))) {
      wrong(`row ${row.id} says failed, and the money went out`);
    }
    if (here[0] && here[0].amount !== row.amount_cents) {
      wrong(`row ${row.id} says ${row.amount_cents} cents, Stripe ${here[0].amount}`);
    }
  }
  for (const refund of made) {
    const isKnown = rows.some(
      ({ id, stripe_refund_id }) => stripe_refund_id === refund.id || refund.metadata?.refund === id,
    );
    if (!isKnown) wrong(`${refund.id} (${refund.amount}) is in no row of ours`);
  }
  const ownGiven = rows.filter(({ cause, state }) => cause !== 'stripe' && state !== 'failed');
  if (ownGiven.length > 1) wrong(`${ownGiven.length} refunds of ours stand`);
  const taken = intents.reduce((sum, intent) => sum + intent.amount_received, 0);
  const back = made.filter(({ status }) => isGiven(status)).reduce((sum, { amount }) => sum + amount, 0);
  if (back > taken) wrong(`${back} cents given back of ${taken}`);
  return found;
}
