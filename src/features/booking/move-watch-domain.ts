import type { Booking } from './domain.ts';
import { MINUTE } from './policy.ts';

/** How long a page waits for the calendar before it says that nothing was seen. */
const PATIENCE_MINUTES = 2;

/** What a page remembers of the session that it waits to see moved. It travels in the page's address. */
export interface MoveWatch {
  sequence: number;
  startsAt: Date;
  since: Date;
  /** Whether a proposed time was taken; otherwise a time was picked in the calendar. */
  byProposal: boolean;
}

/**
 * `moving`: the calendar has not settled. `moved`: it has another time. `kept`: the new time was gone, it
 * stays. `silent`: nothing was seen of a move.
 */
export type MoveStanding = 'moving' | 'moved' | 'kept' | 'silent';

export const watchMove = (booking: Booking, byProposal: boolean, now: Date): MoveWatch => ({
  sequence: booking.sequence,
  startsAt: booking.startsAt,
  since: now,
  byProposal,
});

/** Reads the truth from the booking: the watch only says since when and against what. */
export function standingOf(watch: MoveWatch, booking: Booking, hasWish: boolean, now: Date): MoveStanding {
  if (booking.startsAt.getTime() !== watch.startsAt.getTime()) return 'moved';
  if (booking.sequence !== watch.sequence || (watch.byProposal && !hasWish)) return 'kept';
  return now.getTime() - watch.since.getTime() > PATIENCE_MINUTES * MINUTE ? 'silent' : 'moving';
}

const seconds = (at: Date): number => Math.floor(at.getTime() / 1000);

export const watchWords = ({ sequence, startsAt, since, byProposal }: MoveWatch): string =>
  [sequence, seconds(startsAt), seconds(since), byProposal ? 'p' : 'c'].join('.');

/** What {@link watchWords} wrote; null for anything else. */
export function readWatch(words: string | undefined): MoveWatch | null {
  const [, sequence, startsAt, since, by] =
    /^(\d{1,9})\.(\d{9,11})\.(\d{9,11})\.([pc])$/.exec(words ?? '') ?? [];
  if (!sequence) return null;
  const at = (value = '') => new Date(Number(value) * 1000);
  return { sequence: Number(sequence), startsAt: at(startsAt), since: at(since), byProposal: by === 'p' };
}
