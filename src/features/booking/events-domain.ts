import type { Booking, Checkout, EndReason } from './domain.ts';
import { type BookingEvent, type Refusal, transition } from './state-machine-domain.ts';

// What each event makes of a booking, where the state machine lets it happen.

export type Decision<Why extends string = Refusal> = { next: Booking } | { refused: Why };

function move(booking: Booking, event: BookingEvent, change: Partial<Booking>): Decision {
  const led = transition(booking.state, event);
  return 'refused' in led ? led : { next: { ...booking, ...change, state: led.next } };
}

/** Stripe made the session of this attempt: the hold is set, once, to `holdExpiresAt`. */
export const openCheckout = (booking: Booking, checkout: Checkout, holdExpiresAt: Date): Decision =>
  move(booking, 'checkout-opened', { checkout, holdExpiresAt });

/** The money is held on the card. */
export const authorise = (booking: Booking, intentId: string, now: Date): Decision =>
  move(booking, 'authorised', { paymentIntentId: intentId, authorisedAt: now });

/** cal.com said yes and the money was captured. */
export const confirm = (booking: Booking, meetingUrl: string | null, now: Date): Decision =>
  move(booking, 'confirmed', {
    meetingUrl,
    confirmedAt: now,
    money: { ...booking.money, captured: booking.price.cents },
  });

/** Nobody paid, or what was paid could not be confirmed; what is owed to others is settled afterwards. */
export const giveUp = (
  booking: Booking,
  event: 'hold-expired' | 'not-firmed',
  reason: EndReason,
  now: Date,
): Decision => move(booking, event, { endReason: reason, endedAt: now });

/** It does not take place, or did not. `note` is for the other side. */
export const callOff = (
  booking: Booking,
  event: 'candidate-cancelled' | 'interviewer-cancelled' | 'operator-cancelled' | 'interviewer-absent',
  note: string,
  now: Date,
): Decision =>
  move(booking, event, {
    endReason: event,
    endedAt: now,
    endNote: note,
    sequence: booking.sequence + 1,
    ...(event === 'interviewer-absent' && { absent: 'interviewer' }),
  });

/** The same session at another time: same price, same invitation with a higher SEQUENCE. */
export const moveTo = (
  booking: Booking,
  slot: { uid: string; startsAt: Date; endsAt: Date; meetingUrl: string | null },
): Decision =>
  move(booking, 'moved', {
    calcomUid: slot.uid,
    startsAt: slot.startsAt,
    endsAt: slot.endsAt,
    meetingUrl: slot.meetingUrl ?? booking.meetingUrl,
    sequence: booking.sequence + 1,
  });

/** The interviewer says that the candidate did not come. */
export const markAbsent = (booking: Booking): Decision =>
  move(booking, 'candidate-absent', { absent: 'candidate' });

/** The ninety minutes are over. */
export const complete = (booking: Booking): Decision => move(booking, 'session-ended', {});
