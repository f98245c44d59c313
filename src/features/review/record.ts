import type { Db } from '../../db/connect.ts';
import type { KeptReview, Standing } from './domain.ts';
import { findReview, reviewsWaiting, standingOf } from './queries.ts';

/** Reviews on a profile: more are read by nobody. */
const SHOWN = 6;

/** What the candidate of a booking said, for those outside who tell of it. */
export const reviewFor = (db: Db, bookingId: string): Promise<KeptReview | null> => findReview(db, bookingId);

/** What the public may read about an interviewer. */
export const publicStanding = (db: Db, interviewerId: string): Promise<Standing> =>
  standingOf(db, interviewerId, SHOWN);

/** How many reviews wait for the operator. */
export const waitingReviews = (db: Db): Promise<number> => reviewsWaiting(db);
