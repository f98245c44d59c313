import type { Price, Tag } from '../interviewers/domain.ts';

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
  | 'too-late'
  | 'amount-differs'
  | 'payment-lapsed'
  | 'candidate-cancelled'
  | 'interviewer-cancelled'
  | 'operator-cancelled'
  | 'interviewer-absent';

/** What the candidate was promised when they booked; a later change of policy does not touch it. */
export interface Terms {
  /** Hours before the start until which canceling costs nothing. */
  freeCancelHours: number;
  /** Days from the end of the session in which the guarantee is honored. */
  guaranteeDays: number;
}

export interface Booking {
  id: string;
  /** Raised by every change: what was decided on an older one is decided anew. */
  revision: number;
  /** SEQUENCE of the invitation: raised when the session moves or is called off. */
  sequence: number;
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
  terms: Terms;
  /** Taken from the card, and given back, as Stripe last told it. Cents. */
  money: { captured: number; refunded: number };
  /** n of the idempotency keys that take the money or let it go. */
  moneyAttempt: number;
  candidate: { name: string; email: string; timeZone: string };
  holdExpiresAt: Date;
  /** How many Checkout sessions were asked for; each has a number of its own. */
  checkoutAttempts: number;
  checkout: Checkout | null;
  paymentIntentId: string | null;
  confirmedAt: Date | null;
  authorisedAt: Date | null;
  readAt: Date | null;
  /** What the interviewer wrote to the candidate then. */
  readNote: string;
  endedAt: Date | null;
  endReason: EndReason | null;
  /** What who called it off wrote to the other. */
  endNote: string;
  /** Who did not come, as the interviewer told it. */
  absent: 'candidate' | 'interviewer' | null;
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

/** Minutes of a booking's slot on cal.com: 60 of interview and 30 of feedback. */
export const SLOT_MINUTES = 90;
