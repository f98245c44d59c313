import { SLOT_MINUTES } from './domain.ts';
import { MINUTE, POLICY } from './policy.ts';

/** Until when an unpaid claim made at `now` keeps its slot. */
export function holdFrom(now: Date): Date {
  return new Date(now.getTime() + POLICY.holdMinutes * MINUTE);
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
