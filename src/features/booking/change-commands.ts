import type { Db } from '../../db/connect.ts';
import type { Deps } from '../../deps.ts';
import {
  type Actor,
  type CallOff,
  type ChangeRefusal,
  cancelAsCandidate,
  cancelAsInterviewer,
  cancelAsOperator,
  refuseProposal,
  refuseRewrite,
  reportCandidateAbsent,
  reportInterviewerAbsent,
} from './change-domain.ts';
import { hasOpenDispute } from './dispute-queries.ts';
import type { Booking, BookingDetails } from './domain.ts';
import { newsOccasion } from './mail-domain.ts';
import { type MailKind, oweMail } from './mails.ts';
import { oweRefund } from './money.ts';
import { noteInHistory } from './note.ts';
import { answerProposals, insertProposal, openProposal } from './proposal-queries.ts';
import { type LockedBooking, lockBooking, saveBooking, saveDetails } from './queries.ts';

export type Changed = { booking: Booking } | { refused: ChangeRefusal };

/** One change of a booking: locked, decided, saved, in a transaction of its own. */
export async function withBooking<T>(
  deps: Pick<Deps, 'db'>,
  bookingId: string,
  change: (db: Db, booking: LockedBooking) => Promise<T>,
): Promise<T> {
  return deps.db.transaction().execute(async (db) => change(db, await lockBooking(db, bookingId)));
}

const CANCEL = {
  candidate: cancelAsCandidate,
  interviewer: cancelAsInterviewer,
  operator: cancelAsOperator,
};

/**
 * Calls the booking off, with the money that goes back as the decision says. The calendar follows by a job.
 *
 * @param onlyFree refuses where the money would be kept: whoever was told that it comes back loses nothing
 * because they pressed a second too late
 */
export async function cancelBooking(
  deps: Deps,
  bookingId: string,
  { by, note, onlyFree = false }: { by: keyof typeof CANCEL; note: string; onlyFree?: boolean },
): Promise<Changed> {
  return withBooking(deps, bookingId, async (db, booking) => {
    const decided = CANCEL[by](booking, note, deps.now());
    if (onlyFree && !('refused' in decided) && !decided.refund) return { refused: 'cut-off' };
    return settleCallOff(deps, db, booking, decided, {
      by,
      reason: by === 'operator' ? 'canceled by the co-op' : `canceled by the ${by}`,
      mails: ['cancelled-candidate', 'cancelled-interviewer'],
    });
  });
}

/** The interviewer says who did not come. Their own absence gives all of the money back. */
export async function reportAbsence(
  deps: Deps,
  bookingId: string,
  { who, note }: { who: 'candidate' | 'interviewer'; note: string },
): Promise<Changed> {
  return withBooking(deps, bookingId, async (db, booking) => {
    const now = deps.now();
    if (who === 'interviewer') {
      const changed = await settleCallOff(deps, db, booking, reportInterviewerAbsent(booking, note, now), {
        by: 'interviewer',
        reason: 'the interviewer did not come',
        mails: ['cancelled-candidate'],
      });
      if ('booking' in changed) await deps.jobs.enqueue(db, 'slot.mark-absent', { bookingId });
      return changed;
    }
    const decided = reportCandidateAbsent(booking, now);
    if ('refused' in decided) return decided;
    if (booking.absent === 'candidate') return { booking };
    const reason = 'the candidate did not come';
    await saveBooking(db, decided.next, { from: booking, at: now, actor: 'interviewer', reason });
    await oweMail(deps, db, booking, 'absence');
    await deps.jobs.enqueue(db, 'slot.mark-absent', { bookingId });
    return { booking: decided.next };
  });
}

async function settleCallOff(
  deps: Deps,
  db: Db,
  booking: Booking,
  decided: CallOff,
  told: { by: Actor; reason: string; mails: MailKind[] },
): Promise<Changed> {
  if ('refused' in decided) return decided;
  const { next, refund } = decided;
  await saveBooking(db, next, { from: booking, at: deps.now(), actor: told.by, reason: told.reason });
  await answerProposals(db, booking.id, 'withdrawn', deps.now());
  if (refund) await oweRefund(deps, db, next, { cause: refund, by: told.by });
  for (const kind of told.mails) await oweMail(deps, db, next, kind);
  await deps.jobs.enqueue(db, 'booking.converge', { bookingId: booking.id });
  return { booking: next };
}

/**
 * The candidate rewrites what the interviewer has not read yet; the interviewer hears that there is news.
 *
 * @param at when they saved it: what was saved together is one piece of news
 */
export async function rewriteDetails(
  deps: Deps,
  bookingId: string,
  details: BookingDetails,
  at: Date,
): Promise<{ booking: Booking } | { refused: ChangeRefusal | 'already-read' }> {
  return withBooking(deps, bookingId, async (db, booking) => {
    const refused = refuseRewrite(booking, deps.now());
    if (refused) return { refused };
    await saveDetails(db, bookingId, details, deps.now());
    await noteChange(deps, db, booking, 'details rewritten');
    await oweMail(deps, db, booking, 'details-changed', newsOccasion(at));
    return { booking };
  });
}

/** The candidate's resume was replaced or taken away, which their interviewer has not read yet. */
export async function resumeChanged(deps: Deps, bookingId: string, at: Date): Promise<void> {
  await withBooking(deps, bookingId, async (db, booking) => {
    await noteChange(deps, db, booking, 'resume changed');
    if (booking.state === 'confirmed') {
      await oweMail(deps, db, booking, 'details-changed', newsOccasion(at));
    }
  });
}

async function noteChange(deps: Deps, db: Db, booking: LockedBooking, reason: string): Promise<void> {
  await noteInHistory(db, booking, { at: deps.now(), actor: 'candidate', reason });
}

/** The interviewer asks the candidate for another time. Until the answer, everything stays as it is. */
export async function proposeTime(
  deps: Deps,
  bookingId: string,
  { startsAt, message }: { startsAt: Date; message: string },
): Promise<Changed> {
  return withBooking(deps, bookingId, async (db, booking) => {
    const now = deps.now();
    const refused = refuseProposal(booking, startsAt, now);
    if (refused) return { refused };
    // A newer one replaces the one that was not answered.
    await answerProposals(db, bookingId, 'withdrawn', now);
    const id = await insertProposal(db, { bookingId, startsAt, message, madeAt: now });
    await noteInHistory(db, booking, {
      at: now,
      actor: 'interviewer',
      reason: `proposed ${startsAt.toISOString()} instead`,
    });
    await oweMail(deps, db, booking, 'proposal', id);
    return { booking };
  });
}

/**
 * The candidate takes the proposed time or keeps their own. A yes is carried out by a job. `proposalId` is
 * the one they saw, where they saw one: a newer one is not answered by accident.
 */
export async function answerProposal(
  deps: Deps,
  bookingId: string,
  answer: 'accepted' | 'declined',
  proposalId?: string,
): Promise<Changed | { refused: 'no-proposal' }> {
  return withBooking(deps, bookingId, async (db, booking) => {
    const now = deps.now();
    const proposal = await openProposal(db, bookingId);
    if (!proposal || (proposalId && proposal.id !== proposalId)) return { refused: 'no-proposal' };
    // Pressed twice: the first answer holds.
    if (proposal.answer) return { booking };
    const refused = answer === 'accepted' ? refuseProposal(booking, proposal.startsAt, now) : null;
    if (refused) return { refused };
    await answerProposals(db, bookingId, answer, now);
    await noteInHistory(db, booking, {
      at: now,
      actor: 'candidate',
      reason: `${answer} ${proposal.startsAt.toISOString()}`,
    });
    if (answer === 'accepted') await deps.jobs.enqueue(db, 'booking.converge', { bookingId });
    else await oweMail(deps, db, booking, 'proposal-declined', proposal.id);
    return { booking };
  });
}

/**
 * All that is left of the candidate's money goes back, by a person's decision: after a refund that failed,
 * or where none was made. The booking itself stays as it is. False when nothing is left, a refund of ours is
 * under way, or the candidate's bank is taking the money back already.
 */
export async function refundInFull(deps: Deps, bookingId: string, operator: string): Promise<boolean> {
  return withBooking(deps, bookingId, async (db, booking) => {
    if (booking.money.captured <= booking.money.refunded) return false;
    if (await hasOpenDispute(db, bookingId)) return false;
    const refundId = await oweRefund(deps, db, booking, { cause: 'operator', by: operator });
    if (!refundId) return false;
    await oweMail(deps, db, booking, 'refunded', refundId);
    const reason = `refund of the rest ordered by ${operator}`;
    await noteInHistory(db, booking, { at: deps.now(), actor: 'operator', reason });
    return true;
  });
}
