import type { Booking, EndReason } from './domain.ts';
import { MINUTE, POLICY } from './policy.ts';

/** The candidate's money as Stripe tells it, in our words. */
export type PaymentView =
  | { kind: 'none' }
  /** The Checkout session can still be paid. */
  | { kind: 'open' }
  /** The session ended unpaid. */
  | { kind: 'expired' }
  /** Completed, but the bank has not settled on an answer. */
  | { kind: 'pending' }
  /** Held on the card. */
  | { kind: 'authorised'; intentId: string; amountCents: number; currency: string }
  | { kind: 'captured'; intentId: string; amountCents: number; currency: string }
  /** The authorisation was let go or lapsed. */
  | { kind: 'cancelled' }
  /** Captured, and all of it given back. */
  | { kind: 'refunded' };

/** The slot as cal.com tells it. `missing`: it knows no such booking. `unknown`: it does not answer. */
export type CalendarView =
  | { kind: 'unknown' }
  | { kind: 'pending' }
  | { kind: 'accepted'; meetingUrl: string | null }
  | { kind: 'rejected' }
  | { kind: 'cancelled' }
  | { kind: 'missing' };

/** One thing to do; after it, one looks again. `wait` and `done` end the round. */
export type Step =
  | { do: 'done' }
  | { do: 'wait'; until: Date | null }
  /** Somebody did not answer: the round ends and is repeated soon. */
  | { do: 'ask-again' }
  | { do: 'close-checkout' }
  | { do: 'record-authorisation'; intentId: string }
  | { do: 'confirm-slot' }
  | { do: 'capture'; intentId: string }
  | { do: 'record-confirmation'; meetingUrl: string | null }
  | { do: 'end'; state: 'expired' | 'released'; reason: EndReason }
  | { do: 'let-money-go'; intentId: string }
  | { do: 'refund'; intentId: string }
  | { do: 'release-slot'; by: 'decline' | 'cancel' }
  | { do: 'record-release' };

/**
 * The one decision behind every booking that takes money: given what we, Stripe and cal.com hold to be
 * true at `now`, what is the next step? Pure, so that every combination can be tested; idempotent,
 * because it decides from what is, never from what was said.
 */
export function nextStep(booking: Booking, payment: PaymentView, calendar: CalendarView, now: Date): Step {
  switch (booking.state) {
    case 'held':
      return now < booking.holdExpiresAt
        ? { do: 'wait', until: booking.holdExpiresAt }
        : { do: 'end', state: 'expired', reason: 'hold-expired' };
    case 'checkout':
      return whileAtCheckout(booking, payment, now);
    case 'authorised':
      return onceAuthorised(booking, payment, calendar, now);
    case 'expired':
    case 'released':
    case 'cancelled':
      return afterTheEnd(booking, payment, calendar);
    case 'confirmed':
    case 'completed':
      return { do: 'done' };
  }
}

function whileAtCheckout(booking: Booking, payment: PaymentView, now: Date): Step {
  switch (payment.kind) {
    case 'none':
    case 'open':
      if (now < booking.holdExpiresAt) return { do: 'wait', until: booking.holdExpiresAt };
      // Closing first: from then on the session can't be paid, so ending the hold can't lose a payment.
      return payment.kind === 'open'
        ? { do: 'close-checkout' }
        : { do: 'end', state: 'expired', reason: 'hold-expired' };
    case 'expired':
      return { do: 'end', state: 'expired', reason: 'hold-expired' };
    case 'pending':
      return { do: 'wait', until: null };
    case 'cancelled':
    case 'refunded':
      return { do: 'end', state: 'released', reason: 'payment-lapsed' };
    case 'authorised':
    case 'captured':
      return matchesPrice(booking, payment)
        ? { do: 'record-authorisation', intentId: payment.intentId }
        : { do: 'end', state: 'released', reason: 'amount-differs' };
  }
}

function onceAuthorised(booking: Booking, payment: PaymentView, calendar: CalendarView, now: Date): Step {
  if (payment.kind === 'captured') {
    return calendar.kind === 'accepted'
      ? { do: 'record-confirmation', meetingUrl: calendar.meetingUrl }
      : firmSlot(booking, calendar, now);
  }
  if (payment.kind !== 'authorised') return { do: 'end', state: 'released', reason: 'payment-lapsed' };
  return calendar.kind === 'accepted'
    ? { do: 'capture', intentId: payment.intentId }
    : firmSlot(booking, calendar, now);
}

function firmSlot(booking: Booking, calendar: CalendarView, now: Date): Step {
  const isLate = now >= firmingDeadline(booking, now);
  if (calendar.kind === 'unknown' || calendar.kind === 'pending') {
    if (isLate) return { do: 'end', state: 'released', reason: 'slot-unanswered' };
    return calendar.kind === 'pending' ? { do: 'confirm-slot' } : { do: 'ask-again' };
  }
  // cal.com would revive a rejected or cancelled booking on confirm, so only a pending one is confirmed.
  return { do: 'end', state: 'released', reason: 'slot-refused' };
}

/** Until when we go on asking cal.com: a policy's length after the authorisation, never past the start. */
export function firmingDeadline(booking: Booking, now: Date): Date {
  const from = booking.authorisedAt ?? now;
  return new Date(Math.min(from.getTime() + POLICY.firmingMinutes * MINUTE, booking.startsAt.getTime()));
}

function afterTheEnd(booking: Booking, payment: PaymentView, calendar: CalendarView): Step {
  // Money first: it is what a person waits for.
  if (payment.kind === 'open') return { do: 'close-checkout' };
  if (payment.kind === 'authorised') return { do: 'let-money-go', intentId: payment.intentId };
  if (payment.kind === 'captured') return { do: 'refund', intentId: payment.intentId };
  if (calendar.kind === 'unknown') return { do: 'ask-again' };
  if (calendar.kind === 'pending') return { do: 'release-slot', by: 'decline' };
  if (calendar.kind === 'accepted') return { do: 'release-slot', by: 'cancel' };
  // Until the release is recorded the reconciler goes on looking: the bank may still say yes.
  if (payment.kind === 'pending') return { do: 'wait', until: null };
  return booking.calendarReleasedAt ? { do: 'done' } : { do: 'record-release' };
}

function matchesPrice(booking: Booking, payment: { amountCents: number; currency: string }): boolean {
  return payment.amountCents === booking.price.cents && payment.currency === booking.price.currency;
}
