import { absenceFrom } from '../booking/change-domain.ts';
import type { Booking } from '../booking/domain.ts';
import { MINUTE, POLICY } from '../booking/policy.ts';

/** Why the candidate asks for the money: it was not worth it, or nobody came. */
export type ClaimKind = 'not-worth-it' | 'nobody-came';

/** `granted`: refunded at once. `queued`: a person looks at it first. */
export interface Claim {
  kind: ClaimKind;
  state: 'granted' | 'queued' | 'declined';
  reason: string;
  claimedAt: Date;
  decidedAt: Date | null;
}

export type ClaimRefusal =
  | 'not-over'
  | 'window-closed'
  | 'already-claimed'
  | 'already-refunded'
  | 'disputed'
  | 'candidate-absent'
  | 'ended';

/** Until when the candidate may ask for the money back: days count from the end of the feedback. */
export function guaranteeEnds({ endsAt, terms }: Pick<Booking, 'endsAt' | 'terms'>): Date {
  return new Date(endsAt.getTime() + terms.guaranteeDays * 24 * 60 * MINUTE);
}

/** From when: the end of the session, or a while after its start when nobody came. */
export const claimableFrom = (booking: Pick<Booking, 'startsAt' | 'endsAt'>, kind: ClaimKind): Date =>
  kind === 'nobody-came' ? absenceFrom(booking) : booking.endsAt;

/** What a decision looks at besides the booking. */
export interface ClaimFacts {
  hasClaim: boolean;
  /** Claims of the same candidate's other bookings, within the days that count. */
  earlierClaims: number;
  hasOpenDispute: boolean;
}

/** What of a booking a claim depends on. */
type Claimable = Pick<Booking, 'state' | 'absent' | 'money' | 'startsAt' | 'endsAt' | 'terms'>;

/** Why a claim can't be made at `now`; null when it can. The last instant of the window still counts. */
export function refuseClaim(
  booking: Claimable,
  kind: ClaimKind,
  facts: Omit<ClaimFacts, 'earlierClaims'>,
  now: Date,
): ClaimRefusal | null {
  if (facts.hasClaim) return 'already-claimed';
  if (booking.state !== 'confirmed' && booking.state !== 'completed') return 'ended';
  if (booking.absent === 'candidate') return 'candidate-absent';
  if (booking.money.refunded >= booking.money.captured) return 'already-refunded';
  if (facts.hasOpenDispute) return 'disputed';
  if (now < claimableFrom(booking, kind)) return 'not-over';
  return now > guaranteeEnds(booking) ? 'window-closed' : null;
}

/** Until when the money can be asked for, as long as it can: where it is offered, it is given. */
export function claimableUntil(
  booking: Claimable,
  facts: Omit<ClaimFacts, 'earlierClaims'>,
  now: Date,
): Date | null {
  return refuseClaim(booking, 'not-worth-it', facts, now) ? null : guaranteeEnds(booking);
}

/** Decides a claim: paid at once, or, for somebody who has claimed before, put before a person. */
export function decideClaim(
  booking: Booking,
  kind: ClaimKind,
  facts: ClaimFacts,
  now: Date,
): { state: 'granted' | 'queued' } | { refused: ClaimRefusal } {
  const refused = refuseClaim(booking, kind, facts, now);
  if (refused) return { refused };
  return { state: facts.earlierClaims >= POLICY.claimsPaidAtOnce ? 'queued' : 'granted' };
}
