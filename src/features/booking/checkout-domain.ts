import type { Booking, Checkout } from './domain.ts';
import { type Decision, openCheckout } from './events-domain.ts';
import { MINUTE, POLICY } from './policy.ts';
import type { Refusal } from './state-machine-domain.ts';

/** Whether the candidate may still fill in, change and pay. */
export function refuseChange(booking: Booking, now: Date): Refusal | null {
  if (booking.state === 'authorised' || booking.state === 'confirmed' || booking.state === 'completed') {
    return 'already-paid';
  }
  if (booking.state !== 'held' && booking.state !== 'checkout') return 'ended';
  return now >= booking.holdExpiresAt ? 'hold-expired' : null;
}

/** How long one attempt's session may be asked for again with the very same values. */
const SAME_ATTEMPT_MS = 60_000 * (POLICY.checkoutMinutes - 30);

/** What going to payment means: on with the session there is, or ask Stripe for this one. */
export type CheckoutDecision = { refused: Refusal } | { resume: { url: string } } | { open: Checkout };

/**
 * Decides what happens when the candidate goes on to payment. Two tabs at once ask for the same attempt
 * and so get the same session; a session made for nobody can't be paid, because its address is known
 * to nobody.
 */
export function startCheckout(booking: Booking, now: Date, hasDetails: boolean): CheckoutDecision {
  const refusal = refuseChange(booking, now);
  if (refusal) return { refused: refusal };
  if (!hasDetails) return { refused: 'details-missing' };
  const { checkout } = booking;
  if (checkout?.url && now < checkout.expiresAt) return { resume: { url: checkout.url } };
  if (checkout?.sessionId) return { refused: 'hold-expired' };
  if (checkout && now.getTime() - checkout.startedAt.getTime() < SAME_ATTEMPT_MS) return { open: checkout };
  // Whole seconds: Stripe counts in them, and a repeated request must carry the very same value.
  const second = Math.floor(now.getTime() / 1000) * 1000;
  return {
    open: {
      attempt: booking.checkoutAttempts + 1,
      startedAt: new Date(second),
      expiresAt: new Date(second + POLICY.checkoutMinutes * MINUTE),
      sessionId: null,
      url: null,
    },
  };
}

/** The attempt is under way: kept before Stripe is asked, so that a crash can't lose its number. */
export function beginAttempt(booking: Booking, checkout: Checkout): Booking {
  return { ...booking, checkout, checkoutAttempts: checkout.attempt };
}

/** Stripe said no: the next press of the button makes a new attempt. */
export function dropAttempt(booking: Booking, attempt: number): Booking {
  return booking.checkout?.attempt === attempt && !booking.checkout.sessionId
    ? { ...booking, checkout: null }
    : booking;
}

/** Stripe answered: the hold lasts to the end of its session plus a grace. Refuses what another tab did already. */
export function enterCheckout(
  booking: Booking,
  session: { attempt: number; expiresAt: Date; sessionId: string; url: string },
): Decision<Refusal | 'overtaken'> {
  if (booking.state !== 'held' || booking.checkout?.attempt !== session.attempt)
    return { refused: 'overtaken' };
  const { sessionId, url } = session;
  return openCheckout(
    booking,
    { ...booking.checkout, sessionId, url },
    new Date(session.expiresAt.getTime() + POLICY.checkoutGraceMinutes * MINUTE),
  );
}
