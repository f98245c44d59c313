import type { Deps } from '../../deps.ts';
import { PaymentError } from '../../integrations/payments/port.ts';
import { urls } from '../../urls.ts';
import { beginAttempt, dropAttempt, enterCheckout, refuseChange, startCheckout } from './checkout-domain.ts';
import type { Booking, BookingDetails, Checkout } from './domain.ts';
import { bookedInterviewer } from './interviewer-queries.ts';
import { detailsOf, lockBooking, saveBooking, saveDetails } from './queries.ts';
import type { Refusal } from './state-machine-domain.ts';

/** Keeps what the candidate told the interviewer. Refuses once the booking is paid or has ended. */
export async function giveDetails(
  deps: Deps,
  bookingId: string,
  input: { name: string; email: string; details: BookingDetails },
): Promise<{ booking: Booking } | { refused: Refusal }> {
  return deps.db.transaction().execute(async (db) => {
    const now = deps.now();
    const booking = await lockBooking(db, bookingId);
    const refused = refuseChange(booking, now);
    if (refused) return { refused };
    const next = { ...booking, candidate: { ...booking.candidate, name: input.name, email: input.email } };
    await saveBooking(db, next, { from: booking, at: now, actor: 'candidate', reason: 'details given' });
    await saveDetails(db, bookingId, input.details, now);
    return { booking: next };
  });
}

/** Shows the booking's times in another zone from now on. */
export async function changeTimeZone(deps: Deps, bookingId: string, timeZone: string): Promise<void> {
  await deps.db.transaction().execute(async (db) => {
    const booking = await lockBooking(db, bookingId);
    const next = { ...booking, candidate: { ...booking.candidate, timeZone } };
    await saveBooking(db, next, {
      from: booking,
      at: deps.now(),
      actor: 'candidate',
      reason: 'time zone changed',
    });
  });
}

export type CheckoutOutcome = { url: string } | { refused: Refusal } | { unreachable: true };

/**
 * Leads the candidate to Stripe. The attempt's number is stored before Stripe is asked and the session
 * after, so that a crash, a second tab or a lost answer can't open two that could both be paid.
 */
export async function goToCheckout(deps: Deps, bookingId: string): Promise<CheckoutOutcome> {
  const decision = await deps.db.transaction().execute(async (db) => {
    const booking = await lockBooking(db, bookingId);
    const decided = startCheckout(booking, deps.now(), (await detailsOf(db, bookingId)) !== null);
    if ('open' in decided) {
      await saveBooking(db, beginAttempt(booking, decided.open), {
        from: booking,
        at: deps.now(),
        actor: 'candidate',
        reason: 'checkout asked for',
      });
      return { ...decided, booking };
    }
    return decided;
  });
  if ('refused' in decision) return decision;
  if ('resume' in decision) return decision.resume;

  const session = await openSession(deps, decision.booking, decision.open);
  if (!session) return { unreachable: true };
  return recordSession(deps, bookingId, decision.open, session);
}

async function openSession(
  deps: Deps,
  booking: Booking,
  checkout: Checkout,
): Promise<{ sessionId: string; url: string } | null> {
  const interviewer = await bookedInterviewer(deps.db, booking.interviewerId);
  const address = (path: string) => new URL(path, deps.config.publicUrl).href;
  try {
    const { sessionId, url } = await deps.payments.openCheckout({
      bookingId: booking.id,
      attempt: checkout.attempt,
      description: `Practice interview with ${interviewer.name}: 60 minutes, and 30 of feedback`,
      amountCents: booking.price.cents,
      currency: booking.price.currency,
      candidateEmail: booking.candidate.email,
      expiresAt: checkout.expiresAt,
      successUrl: address(urls.bookingThanks(booking.id)),
      cancelUrl: address(urls.bookingPayment(booking.id)),
    });
    if (url) return { sessionId, url };
  } catch (error) {
    if (!(error instanceof PaymentError)) throw error;
    deps.log.warn({ booking: booking.id, error: error.message }, 'checkout could not be opened');
    // The other tab's answer is on its way; pressing once more leads to the session it brings.
    if (error.inProgress) return null;
  }
  await deps.db.transaction().execute(async (db) => {
    const before = await lockBooking(db, booking.id);
    await saveBooking(db, dropAttempt(before, checkout.attempt), {
      from: before,
      at: deps.now(),
      actor: 'system',
      reason: 'checkout could not be opened',
    });
  });
  return null;
}

async function recordSession(
  deps: Deps,
  bookingId: string,
  checkout: Checkout,
  session: { sessionId: string; url: string },
): Promise<CheckoutOutcome> {
  return deps.db.transaction().execute(async (db) => {
    const now = deps.now();
    const booking = await lockBooking(db, bookingId);
    const entered = enterCheckout(booking, { ...checkout, ...session });
    if ('refused' in entered) {
      // Another tab was quicker, or the hold ended meanwhile; this session's address stays unknown.
      return booking.state === 'checkout' && booking.checkout?.url
        ? { url: booking.checkout.url }
        : { refused: refuseChange(booking, now) ?? 'hold-expired' };
    }
    const { next } = entered;
    await saveBooking(db, next, { from: booking, at: now, actor: 'candidate', reason: 'went to checkout' });
    await deps.jobs.enqueue(db, 'booking.converge', { bookingId }, { startAfter: next.holdExpiresAt });
    return { url: session.url };
  });
}
