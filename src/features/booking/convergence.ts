import type { RefundCause } from './change-domain.ts';
import { cancelsFree } from './change-domain.ts';
import type { Booking, EndReason } from './domain.ts';
import {
  type CalendarView,
  type Captured,
  type DisputeView,
  type Facts,
  liveRefund,
  type PaymentView,
  type Refund,
  type SlotView,
} from './facts-domain.ts';
import { MINUTE, POLICY } from './policy.ts';

/** One thing to do; after it, one looks again. `wait` and `done` end the round. */
export type Step =
  | { do: 'done' }
  | { do: 'wait'; until: Date | null }
  /** Somebody did not answer: the round ends and is repeated soon. */
  | { do: 'ask-again' }
  | { do: 'close-checkout' }
  | { do: 'record-authorisation'; intentId: string }
  | { do: 'confirm-slot'; uid: string }
  | { do: 'capture'; intentId: string }
  | { do: 'record-confirmation'; meetingUrl: string | null }
  | { do: 'give-up'; event: 'hold-expired' | 'not-firmed'; reason: EndReason }
  | { do: 'let-money-go'; intentId: string }
  | { do: 'record-money'; captured: Captured }
  | { do: 'record-dispute'; dispute: DisputeView }
  | { do: 'owe-refund'; cause: RefundCause }
  | { do: 'refund'; refund: Refund; intentId: string }
  | { do: 'refuse-refund'; refund: Refund; problem: 'disputed' | 'nothing-left' }
  | { do: 'ask-for-move'; startsAt: Date }
  | { do: 'follow-move'; slot: SlotView }
  | { do: 'follow-cancellation'; by: 'candidate' | 'interviewer'; refund: RefundCause | null }
  | { do: 'complete' }
  | { do: 'release-slot'; by: 'decline' | 'cancel'; uid: string }
  | { do: 'record-release' };

/**
 * The one decision behind every booking that takes money: given what we, Stripe and cal.com hold to be
 * true at `now`, what is the next step? Pure, so that every combination can be tested; idempotent,
 * because it decides from what is, never from what was said.
 */
export function nextStep(facts: Facts, now: Date): Step {
  const { booking } = facts;
  switch (booking.state) {
    case 'held':
      return now < booking.holdExpiresAt
        ? { do: 'wait', until: booking.holdExpiresAt }
        : { do: 'give-up', event: 'hold-expired', reason: 'hold-expired' };
    case 'checkout':
      return whileAtCheckout(booking, facts.payment, now);
    case 'authorised':
      return onceAuthorised(facts, now);
    case 'confirmed':
    case 'completed':
      return settleMoney(facts) ?? settleSession(facts, now);
    case 'expired':
    case 'released':
    case 'cancelled':
      return settleMoney(facts) ?? settleSlot(facts);
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
        : { do: 'give-up', event: 'hold-expired', reason: 'hold-expired' };
    case 'expired':
      return { do: 'give-up', event: 'hold-expired', reason: 'hold-expired' };
    case 'pending':
      return { do: 'wait', until: null };
    case 'cancelled':
      return { do: 'give-up', event: 'not-firmed', reason: 'payment-lapsed' };
    case 'authorised':
    case 'captured':
      return matchesPrice(booking, payment)
        ? { do: 'record-authorisation', intentId: payment.intentId }
        : { do: 'give-up', event: 'not-firmed', reason: 'amount-differs' };
  }
}

function onceAuthorised(facts: Facts, now: Date): Step {
  const { booking, payment, calendar } = facts;
  if (payment.kind !== 'authorised' && payment.kind !== 'captured') {
    return { do: 'give-up', event: 'not-firmed', reason: 'payment-lapsed' };
  }
  if (payment.kind === 'captured' && payment.refundedCents > 0) {
    return { do: 'give-up', event: 'not-firmed', reason: 'payment-lapsed' };
  }
  // Nobody could be told in time: what is confirmed after the start is money taken for nothing.
  if (now >= booking.startsAt) return { do: 'give-up', event: 'not-firmed', reason: 'too-late' };
  const isLate = now >= firmingDeadline(booking, payment, now);
  switch (calendar.kind) {
    case 'unknown':
      return isLate ? { do: 'give-up', event: 'not-firmed', reason: 'slot-unanswered' } : { do: 'ask-again' };
    case 'pending':
      if (calendar.uid !== booking.calcomUid)
        return { do: 'give-up', event: 'not-firmed', reason: 'slot-refused' };
      return isLate
        ? { do: 'give-up', event: 'not-firmed', reason: 'slot-unanswered' }
        : { do: 'confirm-slot', uid: calendar.uid };
    case 'accepted':
      // Moved before it was confirmed: not the time that was paid for.
      if (calendar.uid !== booking.calcomUid)
        return { do: 'give-up', event: 'not-firmed', reason: 'slot-refused' };
      return payment.kind === 'authorised'
        ? { do: 'capture', intentId: payment.intentId }
        : { do: 'record-confirmation', meetingUrl: calendar.meetingUrl };
    case 'rejected':
    case 'cancelled':
    case 'missing':
      // cal.com would revive a rejected or cancelled booking on confirm, so only a pending one is confirmed.
      return { do: 'give-up', event: 'not-firmed', reason: 'slot-refused' };
  }
}

/**
 * Until when we go on asking cal.com: a policy's length after the authorisation, never past the start, and
 * never so long that the authorisation lapses by itself.
 */
export function firmingDeadline(booking: Booking, payment: PaymentView, now: Date): Date {
  const from = booking.authorisedAt ?? now;
  const lapses = payment.kind === 'authorised' ? payment.captureBefore : null;
  return new Date(
    Math.min(
      from.getTime() + POLICY.firmingMinutes * MINUTE,
      booking.startsAt.getTime(),
      lapses ? lapses.getTime() - POLICY.captureMarginMinutes * MINUTE : Number.POSITIVE_INFINITY,
    ),
  );
}

/** Money first: it is what a person waits for. Null when Stripe and we agree and nothing is owed. */
function settleMoney({ booking, refunds, dispute, payment }: Facts): Step | null {
  const hasEnded = booking.endedAt !== null;
  if (hasEnded && payment.kind === 'open') return { do: 'close-checkout' };
  if (hasEnded && payment.kind === 'authorised') return { do: 'let-money-go', intentId: payment.intentId };
  if (payment.kind !== 'captured') return null;
  if (differs(booking, refunds, payment)) return { do: 'record-money', captured: payment };
  if (payment.dispute && payment.dispute.status !== dispute?.status) {
    return { do: 'record-dispute', dispute: payment.dispute };
  }
  const live = liveRefund(refunds);
  const left = payment.amountCents - payment.refundedCents;
  if (live?.state === 'owed') {
    if (payment.dispute?.isOpen) return { do: 'refuse-refund', refund: live, problem: 'disputed' };
    if (left < live.amountCents) return { do: 'refuse-refund', refund: live, problem: 'nothing-left' };
    return { do: 'refund', refund: live, intentId: payment.intentId };
  }
  const wasNeverConfirmed = booking.state === 'released' || booking.state === 'expired';
  // Only the first is made by itself: one that failed is a person's to look at.
  if (wasNeverConfirmed && left > 0 && refunds.length === 0)
    return { do: 'owe-refund', cause: 'not-confirmed' };
  return null;
}

/** Whether our records of the money say something else than Stripe. */
function differs(booking: Booking, refunds: readonly Refund[], payment: Captured): boolean {
  const captured = Math.min(payment.amountCents, booking.price.cents);
  if (
    booking.money.captured !== captured ||
    booking.money.refunded !== Math.min(payment.refundedCents, captured)
  )
    return true;
  return payment.refunds.some((seen) => {
    const known = refunds.find(({ id, stripeId }) => stripeId === seen.id || id === seen.ours);
    return !known || known.stripeId !== seen.id || known.state !== seen.state;
  });
}

function settleSession({ booking, wish, calendar }: Facts, now: Date): Step {
  if (booking.state === 'completed') return { do: 'done' };
  if (now >= booking.endsAt && isOver(booking, calendar, now)) return { do: 'complete' };
  switch (calendar.kind) {
    case 'unknown':
      return { do: 'ask-again' };
    case 'pending':
    case 'accepted':
      // Ours first: from then on nobody else can have the new time, and the old one is free.
      if (calendar.uid !== booking.calcomUid || calendar.startsAt.getTime() !== booking.startsAt.getTime()) {
        const { uid, startsAt, endsAt, meetingUrl } = calendar;
        return { do: 'follow-move', slot: { uid, startsAt, endsAt, meetingUrl } };
      }
      if (calendar.kind === 'pending') return { do: 'confirm-slot', uid: calendar.uid };
      return wish ? { do: 'ask-for-move', startsAt: wish } : { do: 'wait', until: booking.endsAt };
    case 'rejected':
      return { do: 'follow-cancellation', by: 'interviewer', refund: 'interviewer-cancelled' };
    case 'cancelled': {
      // Told late, they still canceled when they did.
      const keeps = calendar.by === 'candidate' && !cancelsFree(booking, calendar.latest ?? now);
      const refund = keeps ? null : (`${calendar.by}-cancelled` as const);
      return { do: 'follow-cancellation', by: calendar.by, refund };
    }
    case 'missing':
      return { do: 'wait', until: booking.endsAt };
  }
}

/**
 * Whether a session whose end has come took place. What is there takes place here: only a move to a time ahead and
 * a cancelation before the start, of which we were not told, say otherwise. Silence is believed after a while.
 */
function isOver(booking: Booking, calendar: CalendarView, now: Date): boolean {
  switch (calendar.kind) {
    case 'unknown':
      return now.getTime() >= booking.endsAt.getTime() + POLICY.believedOverMinutes * MINUTE;
    case 'pending':
    case 'accepted':
      return calendar.uid === booking.calcomUid || calendar.startsAt <= now;
    case 'cancelled':
      return calendar.latest === null || calendar.latest >= booking.startsAt;
    case 'rejected':
    case 'missing':
      return true;
  }
}

function settleSlot({ booking, payment, calendar }: Facts): Step {
  if (booking.calendarReleasedAt) return { do: 'done' };
  switch (calendar.kind) {
    case 'unknown':
      return { do: 'ask-again' };
    case 'pending':
      return { do: 'release-slot', by: 'decline', uid: calendar.uid };
    case 'accepted':
      return { do: 'release-slot', by: 'cancel', uid: calendar.uid };
    case 'rejected':
    case 'cancelled':
    case 'missing':
      // Until the release is recorded the reconciler goes on looking: the bank may still say yes.
      return payment.kind === 'pending' ? { do: 'wait', until: null } : { do: 'record-release' };
  }
}

function matchesPrice(booking: Booking, payment: { amountCents: number; currency: string }): boolean {
  return payment.amountCents === booking.price.cents && payment.currency === booking.price.currency;
}
