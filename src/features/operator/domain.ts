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
  /** As Stripe last told it, in cents. */
  money: { captured: number; refunded: number };
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
