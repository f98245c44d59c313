import type { Deps } from '../../deps.ts';
import { withBooking } from '../booking/change-commands.ts';
import { oweMail } from '../booking/mails.ts';
import { noteInHistory } from '../booking/note.ts';
import { type Review, type ReviewRefusal, refuseReview } from './domain.ts';
import { addTestimonial, decideReview, findReview, hideReview, keepReview } from './queries.ts';

/**
 * Keeps what the candidate says. Refuses before the end, long after it, and once somebody has decided on it. The
 * interviewer is told the first time; what is changed afterwards stands on the booking.
 */
export async function writeReview(
  deps: Deps,
  bookingId: string,
  review: Review,
): Promise<{ refused: ReviewRefusal } | { review: Review }> {
  return withBooking(deps, bookingId, async (db, booking) => {
    const writtenAt = deps.now();
    const refused = refuseReview(booking, await findReview(db, bookingId), writtenAt);
    if (refused) return { refused };
    await keepReview(db, booking, { ...review, writtenAt });
    await noteInHistory(db, booking, { at: writtenAt, actor: 'candidate', reason: 'review written' });
    await oweMail(deps, db, booking, 'review-written');
    return { review };
  });
}

/** The candidate takes the words back from the public pages, at any time. */
export async function withdrawReview(deps: Deps, bookingId: string): Promise<void> {
  await withBooking(deps, bookingId, async (db, booking) => {
    if (!(await findReview(db, bookingId))?.mayPublish) return;
    await hideReview(db, bookingId);
    await noteInHistory(db, booking, { at: deps.now(), actor: 'candidate', reason: 'review taken back' });
  });
}

/** The operator shows a review, or does not. False when that was decided already, or the leave taken back. */
export async function settleReview(
  deps: Deps,
  bookingId: string,
  { decision, by, onHome }: { decision: 'approved' | 'declined'; by: string; onHome: boolean },
): Promise<boolean> {
  return withBooking(deps, bookingId, async (db, booking) => {
    const at = deps.now();
    if (!(await decideReview(db, bookingId, { decision, decidedAt: at, decidedBy: by }))) return false;
    if (decision === 'approved' && onHome) await addTestimonial(db, bookingId, at);
    await noteInHistory(db, booking, { at, actor: 'operator', reason: `review ${decision}` });
    return true;
  });
}
