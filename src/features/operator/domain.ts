import type { BookingState, EndReason } from '../booking/domain.ts';
import { MINUTE, POLICY } from '../booking/policy.ts';
import type { Trouble } from '../calendar/domain.ts';
import type { Price, Standing } from '../interviewers/domain.ts';

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
  bookingId: string | null;
  reference: string | null;
}

/** A candidate who has claimed before and waits for a person. */
export interface WaitingClaim {
  bookingId: string;
  reference: string;
  candidate: string;
  interviewer: string;
  kind: string;
  reason: string;
  claimedAt: Date;
  price: Price;
}

export interface StuckMail {
  id: string;
  kind: string;
  attempts: number;
  lastError: string | null;
  queuedAt: Date;
  bookingId: string;
  reference: string;
  candidate: string;
}

export interface DeskMember {
  id: string;
  slug: string;
  name: string;
  portraitId: string | null;
  price: Price;
  standing: Standing;
  /** When cal.com last said that the connection works; null without a connection. */
  verifiedAt: Date | null;
  /** What is wrong with it, and since when; null where nothing is. */
  trouble: { what: Trouble; since: Date; byTeam: boolean } | null;
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
  claims: WaitingClaim[];
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

/** A mail of a booking. */
export interface BookingMail {
  id: string;
  kind: string;
  queuedAt: Date;
  sentAt: Date | null;
  attempts: number;
  lastError: string | null;
}

/** An alert of a booking, open or dealt with. */
export interface BookingAlert {
  id: string;
  kind: string;
  message: string;
  raisedAt: Date;
  resolvedAt: Date | null;
  resolvedBy: string | null;
}

/** A webhook as the list shows it. */
export interface DeliveryRow {
  id: string;
  source: string;
  type: string;
  receivedAt: Date;
  handledAt: Date | null;
  attempts: number;
  lastError: string | null;
}

export interface DeliveryDetail extends DeliveryRow {
  externalId: string;
  payload: unknown;
}

export const INBOX_FILTERS = ['waiting', 'failed'] as const;
export type InboxFilter = (typeof INBOX_FILTERS)[number];

/** What the reconciler put right, and how often. */
export interface RepairCount {
  kind: string;
  day: number;
  week: number;
}

export interface RepairRow {
  id: string;
  at: Date;
  kind: string;
  found: string;
  bookingId: string | null;
  reference: string | null;
}

/** What somebody typed to find a booking: an address, or what was read out. */
export function searchFor(typed: string): { email: string } | { reference: string } | null {
  const words = typed.trim();
  if (words === '') return null;
  if (words.includes('@')) return { email: words.toLowerCase() };
  const code = words.toUpperCase().replace(/^508[-\s]?/, '');
  return { reference: `508-${code}` };
}
