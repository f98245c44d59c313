import type { Deps } from '../../deps.ts';
import { withBooking } from '../booking/change-commands.ts';
import { oweMail } from '../booking/mails.ts';
import { oweRefund } from '../booking/money.ts';
import { noteInHistory } from '../booking/note.ts';
import { MINUTE, POLICY } from '../booking/policy.ts';
import { raiseAlert, settleAlert } from '../operator/alerts.ts';
import { type ClaimKind, type ClaimRefusal, decideClaim } from './domain.ts';
import { claimOf, decideQueued, earlierClaims, hasOpenDispute, insertClaim } from './queries.ts';

export type Claimed = { state: 'granted' | 'queued' } | { refused: ClaimRefusal };

/**
 * The candidate asks for their money. Refunded at once and once; somebody who has claimed before waits for
 * a person. Refuses outside the window, a second claim, and what was refunded or is disputed already.
 */
export async function claimMoney(
  deps: Deps,
  bookingId: string,
  { kind, reason }: { kind: ClaimKind; reason: string },
): Promise<Claimed> {
  return withBooking(deps, bookingId, async (db, booking) => {
    const now = deps.now();
    const since = new Date(now.getTime() - POLICY.claimsCountedDays * 24 * 60 * MINUTE);
    const decision = decideClaim(
      booking,
      kind,
      {
        hasClaim: (await claimOf(db, bookingId)) !== null,
        earlierClaims: await earlierClaims(db, { email: booking.candidate.email, bookingId }, since),
        hasOpenDispute: await hasOpenDispute(db, bookingId),
      },
      now,
    );
    if ('refused' in decision) return decision;
    const { state } = decision;
    await insertClaim(db, { bookingId, kind, reason, state, claimedAt: now });
    await noteInHistory(db, booking, { at: now, actor: 'candidate', reason: `claimed: ${kind}, ${state}` });
    if (state === 'granted') {
      const cause = kind === 'nobody-came' ? 'interviewer-absent' : 'guarantee';
      await oweRefund(deps, db, booking, { cause, by: 'candidate' });
      await oweMail(deps, db, booking, 'claim-granted');
      await oweMail(deps, db, booking, 'claim-notice');
    } else {
      await oweMail(deps, db, booking, 'claim-queued');
      await raiseAlert(deps, db, {
        booking,
        kind: 'claim-queued',
        message: `${booking.reference}: a candidate who has claimed before asks for the money back. Grant it or decline it.`,
      });
    }
    return decision;
  });
}

/** The operator decides a claim that waits. False when it was decided already. */
export async function decideWaitingClaim(
  deps: Deps,
  bookingId: string,
  { state, by }: { state: 'granted' | 'declined'; by: string },
): Promise<boolean> {
  return withBooking(deps, bookingId, async (db, booking) => {
    const now = deps.now();
    if (!(await decideQueued(db, bookingId, { state, decidedAt: now, decidedBy: by }))) return false;
    await noteInHistory(db, booking, { at: now, actor: 'operator', reason: `claim ${state}` });
    await settleAlert(deps, db, { bookingId, kind: 'claim-queued' }, by);
    if (state === 'granted') {
      await oweRefund(deps, db, booking, { cause: 'guarantee', by });
      await oweMail(deps, db, booking, 'claim-granted');
      await oweMail(deps, db, booking, 'claim-notice');
    } else {
      await oweMail(deps, db, booking, 'claim-declined');
    }
    return true;
  });
}
