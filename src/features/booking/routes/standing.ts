import type { Deps } from '../../../deps.ts';
import { guaranteeStanding } from '../../guarantee/standing.ts';
import { reportSentAt } from '../../report/record.ts';
import { reviewFor } from '../../review/record.ts';
import type { Booking } from '../domain.ts';
import { readWatch, standingOf } from '../move-watch-domain.ts';
import { nextStarts } from '../open-slot-queries.ts';
import { openProposal } from '../proposal-queries.ts';
import { detailsOf, resumeInfo } from '../queries.ts';
import { refundLines } from '../refund-queries.ts';
import type { StandingProps } from '../views/standing.tsx';
import type { OwnBooking } from './own-booking.tsx';

/** Everything the candidate's page tells, read at once. `watch`: the move they wait for, from the address. */
export async function readStanding(deps: Deps, own: OwnBooking, watch?: string): Promise<StandingProps> {
  const { booking } = own;
  const now = deps.now();
  const [details, resume, refunds, proposal, guarantee, reportAt, review, starts] = await Promise.all([
    detailsOf(deps.db, booking.id),
    resumeInfo(deps.db, booking.id),
    refundLines(deps.db, booking.id),
    openProposal(deps.db, booking.id),
    guaranteeStanding(deps, booking.id),
    reportSentAt(deps.db, booking.id),
    reviewFor(deps.db, booking.id),
    hasEnded(booking) ? nextStarts(deps.db, booking.interviewerId, now) : [],
  ]);
  const watched = readWatch(watch);
  return {
    ...own,
    details,
    resume,
    refunds,
    proposal,
    ...guarantee,
    reportAt,
    isReviewed: review !== null,
    moving:
      watched && watch
        ? { standing: standingOf(watched, booking, proposal?.answer === 'accepted', now), words: watch }
        : null,
    nextStarts: starts,
    now,
    contact: deps.config.operatorEmail,
  };
}

const hasEnded = ({ endedAt }: Booking): boolean => endedAt !== null;
