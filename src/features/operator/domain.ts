import type { BookingState, EndReason } from '../booking/domain.ts';
import { MINUTE, POLICY } from '../booking/policy.ts';
import type { Price } from '../interviewers/domain.ts';

export interface DeskBooking {
  id: string;
  reference: string;
  state: BookingState;
  interviewer: string;
  candidate: string;
  startsAt: Date;
  createdAt: Date;
  holdExpiresAt: Date;
  authorisedAt: Date | null;
  endReason: EndReason | null;
  price: Price;
}

export interface OpenAlert {
  id: string;
  kind: string;
  message: string;
  raisedAt: Date;
  reference: string | null;
}

export interface StuckMail {
  id: string;
  kind: string;
  attempts: number;
  lastError: string | null;
  queuedAt: Date;
  reference: string;
  candidate: string;
}

export interface DeskMember {
  id: string;
  slug: string;
  name: string;
  portraitId: string | null;
  price: Price;
  isPublished: boolean;
  /** When cal.com last said that the connection works; null without a connection. */
  verifiedAt: Date | null;
  upcoming: number;
}

/** How many of a kind wait, and since when the oldest of them does. */
export interface Backlog {
  waiting: number;
  failed: number;
  oldestAt: Date | null;
}

export interface Desk {
  bookings: DeskBooking[];
  alerts: OpenAlert[];
  stuckMails: StuckMail[];
  mails: Backlog;
  inbox: Backlog;
  members: DeskMember[];
  /** Bookings whose money is not settled, however long ago they were made. */
  unsettled: DeskBooking[];
}

/** Where the candidate's money is, for someone who has to answer the phone. */
export function moneyWords(state: BookingState): string {
  switch (state) {
    case 'held':
      return 'Nothing asked yet';
    case 'checkout':
      return 'At Stripe, nothing held';
    case 'authorised':
      return 'Held, not taken';
    case 'confirmed':
    case 'completed':
      return 'Taken';
    case 'expired':
      return 'Never held';
    case 'released':
      return 'Hold let go';
    case 'cancelled':
      return 'Taken, then cancelled';
  }
}

export function endWords(reason: EndReason): string {
  switch (reason) {
    case 'hold-expired':
      return 'the hold ran out';
    case 'slot-refused':
      return 'cal.com said no';
    case 'slot-unanswered':
      return 'cal.com did not answer';
    case 'too-late':
      return 'the calendar said yes after the start';
    case 'candidate-cancelled':
      return 'the candidate canceled';
    case 'interviewer-cancelled':
      return 'the interviewer canceled';
    case 'interviewer-absent':
      return 'the interviewer did not come';
    case 'amount-differs':
      return 'the amount did not match';
    case 'payment-lapsed':
      return 'the payment lapsed';
  }
}

/** Since when a booking waits for its money to settle; null once it has. */
export function unsettledSince(booking: DeskBooking): Date | null {
  if (booking.state === 'authorised') return booking.authorisedAt ?? booking.createdAt;
  return booking.state === 'held' || booking.state === 'checkout' ? booking.createdAt : null;
}

// The recurring work that ends holds runs every few minutes; what it has not ended by then is stuck.
const GRACE = 15 * MINUTE;

/** Whether it should have settled by itself by now. */
export function isStale(booking: DeskBooking, now: Date): boolean {
  const since = unsettledSince(booking);
  if (!since) return false;
  const due =
    booking.state === 'authorised'
      ? since.getTime() + POLICY.firmingMinutes * MINUTE
      : booking.holdExpiresAt.getTime();
  return now.getTime() > due + GRACE;
}

/** Whether work that should take seconds has been lying about for minutes. */
export function isBehind(backlog: Backlog, now: Date): boolean {
  return (
    backlog.failed > 0 || (backlog.oldestAt !== null && now.getTime() > backlog.oldestAt.getTime() + GRACE)
  );
}
