import type { Price, Tag } from '../interviewers/domain.ts';
import { MINUTE, POLICY } from './policy.ts';

/**
 * Where a booking stands. `held`: the slot is claimed, details are wanted. `checkout`: the candidate is
 * at Stripe. `authorised`: the money is held on the card, cal.com has not yet said yes. `confirmed`:
 * cal.com said yes and the money was captured. The last four are ends.
 */
export type BookingState =
  | 'held'
  | 'checkout'
  | 'authorised'
  | 'confirmed'
  | 'completed'
  | 'expired'
  | 'released'
  | 'cancelled';

/** Why a booking ended without an interview. */
export type EndReason =
  | 'hold-expired'
  | 'slot-refused'
  | 'slot-unanswered'
  | 'amount-differs'
  | 'payment-lapsed';

export interface Booking {
  id: string;
  /** What people read out, e.g. 508-7K2QD. */
  reference: string;
  interviewerId: string;
  state: BookingState;
  startsAt: Date;
  endsAt: Date;
  calcomConnectionId: string | null;
  calcomUid: string;
  calendarReleasedAt: Date | null;
  meetingUrl: string | null;
  /** The rate the candidate saw; a later change of rate does not touch it. */
  price: Price;
  candidate: { name: string; email: string; timeZone: string };
  holdExpiresAt: Date;
  /** How many Checkout sessions were asked for; each has a number of its own. */
  checkoutAttempts: number;
  checkout: Checkout | null;
  paymentIntentId: string | null;
  confirmedAt: Date | null;
  authorisedAt: Date | null;
  readAt: Date | null;
  endedAt: Date | null;
  endReason: EndReason | null;
}

/** One attempt at a Checkout session. `sessionId` is null until Stripe answered. */
export interface Checkout {
  attempt: number;
  startedAt: Date;
  expiresAt: Date;
  sessionId: string | null;
  url: string | null;
}

/** What the candidate told the interviewer. */
export interface BookingDetails {
  background: string;
  subject: string;
  technologies: string[];
  /** What specifically they would like to be interviewed on. */
  focus: string;
  targetCompanies: string;
  notes: string;
}

/** A stored resume, without its bytes. */
export interface ResumeInfo {
  filename: string;
  /** Bytes. */
  size: number;
}

/** The interviewer as the booking's pages show them. */
export interface BookedInterviewer {
  slug: string;
  name: string;
  headline: string;
  portraitId: string | null;
  timeZone: string;
  subjects: Tag[];
  technologies: Tag[];
}

export const LIVE_STATES: readonly BookingState[] = ['held', 'checkout', 'authorised', 'confirmed'];

export type Refusal = 'hold-expired' | 'already-paid' | 'ended' | 'details-missing';

/** Minutes of a booking's slot on cal.com: 60 of interview and 30 of feedback. */
export const SLOT_MINUTES = 90;

/** Until when an unpaid claim made at `now` keeps its slot. */
export function holdFrom(now: Date): Date {
  return new Date(now.getTime() + POLICY.holdMinutes * MINUTE);
}

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

/** Stripe made the session: the hold is set, once, to its end plus a grace. */
export function enterCheckout(
  booking: Booking,
  session: { attempt: number; expiresAt: Date; sessionId: string; url: string },
): Booking {
  if (booking.state !== 'held' || booking.checkout?.attempt !== session.attempt) return booking;
  return {
    ...booking,
    state: 'checkout',
    checkout: { ...booking.checkout, sessionId: session.sessionId, url: session.url },
    holdExpiresAt: new Date(session.expiresAt.getTime() + POLICY.checkoutGraceMinutes * MINUTE),
  };
}

/** The money is held on the card. */
export function authorise(booking: Booking, intentId: string, now: Date): Booking {
  return { ...booking, state: 'authorised', paymentIntentId: intentId, authorisedAt: now };
}

/** cal.com said yes and the money was captured. */
export function confirm(booking: Booking, meetingUrl: string | null, now: Date): Booking {
  return { ...booking, state: 'confirmed', confirmedAt: now, meetingUrl };
}

/** The booking ends without an interview; what is owed to Stripe and cal.com is settled afterwards. */
export function end(booking: Booking, state: 'expired' | 'released', reason: EndReason, now: Date): Booking {
  return { ...booking, state, endReason: reason, endedAt: now };
}

/** A slot on the calendar, as far as a claim is judged by it. */
export interface ClaimedSlot {
  status: 'pending' | 'accepted' | 'rejected' | 'cancelled';
  startsAt: Date;
  endsAt: Date;
  eventTypeId: number | null;
  hostUsernames: string[];
}

export type ClaimRefusal = 'forged' | 'stale';

/**
 * Judges a uid that came from the browser, where any frame can make one up: it counts only when the
 * calendar itself knows it as a pending slot of this interviewer's event type, in the future and of the
 * right length.
 */
export function judgeClaim(
  slot: ClaimedSlot | null,
  expected: { username: string; eventTypeId: number },
  now: Date,
): ClaimRefusal | null {
  if (!slot) return 'forged';
  if (slot.eventTypeId !== expected.eventTypeId) return 'forged';
  if (!slot.hostUsernames.includes(expected.username)) return 'forged';
  if (slot.endsAt.getTime() - slot.startsAt.getTime() !== SLOT_MINUTES * MINUTE) return 'forged';
  return slot.status !== 'pending' || slot.startsAt <= now ? 'stale' : null;
}
