import type { Booking, BookingState } from '../booking/domain.ts';
import { MINUTE, POLICY } from '../booking/policy.ts';

/** Whether it was worth it: 1 no, 2 barely, 3 yes, 4 and more. */
export type WorthRating = 1 | 2 | 3 | 4;

export const WORTH_WORDS: Record<WorthRating, string> = { 1: 'No', 2: 'Barely', 3: 'Yes', 4: 'And more' };

/** What a candidate says of a session. */
export interface Review {
  rating: WorthRating;
  words: string;
  /** Whether the words may stand under their name on the profile and the home page. */
  mayPublish: boolean;
  /** As they want to be named; empty where nothing may be published. */
  attribution: string;
}

export interface KeptReview extends Review {
  writtenAt: Date;
  decision: 'approved' | 'declined' | null;
}

/** A review that waits for the operator, or was decided. */
export interface ReviewCase {
  bookingId: string;
  reference: string;
  interviewer: string;
  rating: WorthRating;
  words: string;
  attribution: string;
  writtenAt: Date;
  decision: 'approved' | 'declined' | null;
}

/** A review as the public reads it. */
export interface PublicReview {
  rating: WorthRating;
  words: string;
  attribution: string;
  writtenAt: Date;
}

/** What the public hears about an interviewer. */
export interface Standing {
  reviews: PublicReview[];
  /** How many there are in all. */
  count: number;
  /** Of 4, to a tenth. Null below three: one friend, or one bad day, is no average. */
  average: number | null;
}

export const LEAST_FOR_AVERAGE = 3;
export const MOST = { words: 400, attribution: 120 } as const;

export type ReviewRefusal = 'not-over' | 'ended' | 'absent' | 'too-late' | 'decided';

/** Why a booking can't be reviewed at `now`; null when it can. */
export function refuseReview(
  booking: Pick<Booking, 'endsAt' | 'absent'> & { state: BookingState },
  kept: Pick<KeptReview, 'decision'> | null,
  now: Date,
): ReviewRefusal | null {
  if (booking.state !== 'confirmed' && booking.state !== 'completed') return 'ended';
  if (booking.absent) return 'absent';
  if (now < booking.endsAt) return 'not-over';
  if (kept?.decision) return 'decided';
  const last = booking.endsAt.getTime() + POLICY.reviewDays * 24 * 60 * MINUTE;
  return now.getTime() > last ? 'too-late' : null;
}

/** The average as it is shown; null where there are too few. */
export function averageOf(sum: number, count: number): number | null {
  return count < LEAST_FOR_AVERAGE ? null : Math.round((sum / count) * 10) / 10;
}
