import { type RefundCause, refuseRewrite } from './change-domain.ts';
import type { Booking } from './domain.ts';
import type { Refund } from './facts-domain.ts';
import { MINUTE, POLICY } from './policy.ts';

// What tells two mails of a kind apart, and when what a mail was to say is no longer so: then it is not sent.

/** Which reminder of which appointment: a session that moved is reminded of anew. */
export const reminderOccasion = (hours: number, sequence: number): string => `${hours}h:${sequence}`;

/** Which move: the invitation's new number, and the start that it left. */
export const movedOccasion = (sequence: number, from: Date): string => `${sequence}:${from.toISOString()}`;

/** Which news of what the interviewer reads: when the candidate saved it. */
export const newsOccasion = (at: Date): string => at.toISOString();

/** Whether the session still is to come. */
export const isAhead = (booking: Booking, now: Date): boolean =>
  booking.state === 'confirmed' && now < booking.startsAt;

/** Whether it takes place, or did. What was canceled since is not confirmed again by a late mail. */
export const isBooked = ({ state }: Booking): boolean => state === 'confirmed' || state === 'completed';

/**
 * The hours of a reminder that still makes sense. Null once the session moved or was called off, or when
 * the next reminder, or the session itself, has come before this one could be sent.
 */
export function reminderHours(booking: Booking, occasion: string, now: Date): number | null {
  const [, hours, sequence] = /^(\d+)h:(\d+)$/.exec(occasion) ?? [];
  if (Number(sequence) !== booking.sequence || booking.state !== 'confirmed') return null;
  const next = Math.max(0, ...POLICY.reminderHours.filter((other) => other < Number(hours)));
  return now.getTime() < booking.startsAt.getTime() - next * 60 * MINUTE ? Number(hours) : null;
}

/** The start that a move left. Null once the session moved again, was called off or has begun. */
export function movedFrom(booking: Booking, occasion: string, now: Date): Date | null {
  const [, sequence, from] = /^(\d+):(.+)$/.exec(occasion) ?? [];
  if (!from || Number(sequence) !== booking.sequence || !isAhead(booking, now)) return null;
  return new Date(from);
}

/** Whether the interviewer still has something new to read. */
export const hasNews = (booking: Booking, now: Date): boolean => refuseRewrite(booking, now) === null;

/** What becomes of the money of a session that does not take place, or of one that was claimed. */
export type MoneyBack =
  /** The price is kept. */
  | { kind: 'kept' }
  /** Goes back, or went; `before` was given back earlier, by hand. */
  | { kind: 'back'; cents: number; before: number; cause: RefundCause }
  /** Was given back before, by hand. */
  | { kind: 'returned'; cents: number }
  /** Did not go through: a person is on it. */
  | { kind: 'stuck'; cents: number };

export function moneyBackOf(booking: Pick<Booking, 'money'>, refunds: readonly Refund[]): MoneyBack {
  const ours = refunds.filter(({ cause }) => cause !== 'stripe');
  const live = ours.find(({ state }) => state !== 'failed');
  if (live) {
    const byHand = refunds.filter(({ cause, state }) => cause === 'stripe' && state !== 'failed');
    const before = byHand.reduce((sum, { amountCents }) => sum + amountCents, 0);
    return { kind: 'back', cents: live.amountCents, before, cause: live.cause };
  }
  const { captured, refunded } = booking.money;
  if (captured > 0 && refunded >= captured) return { kind: 'returned', cents: refunded };
  const failed = ours.at(-1);
  return failed ? { kind: 'stuck', cents: failed.amountCents } : { kind: 'kept' };
}
