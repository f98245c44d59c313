import type { Booking } from './domain.ts';
import { callOff, type Decision, markAbsent } from './events-domain.ts';
import { MINUTE, POLICY } from './policy.ts';
import { type Refusal, transition } from './state-machine-domain.ts';

/** Who moves a booking. */
export type Actor = 'candidate' | 'interviewer' | 'operator' | 'system';

/** Why money goes back. `stripe`: somebody did it in Stripe's dashboard, we only follow. */
export type RefundCause =
  | 'not-confirmed'
  | 'candidate-cancelled'
  | 'interviewer-cancelled'
  | 'interviewer-absent'
  | 'guarantee'
  | 'operator'
  | 'stripe';

export type ChangeRefusal = Refusal | 'started' | 'not-started' | 'cut-off' | 'too-late';

/** The last instant at which the candidate cancels or moves for nothing: the promised hours before the start. */
export function freeUntil(booking: Pick<Booking, 'startsAt' | 'terms'>): Date {
  return new Date(booking.startsAt.getTime() - booking.terms.freeCancelHours * 60 * MINUTE);
}

/** Whether canceling at `now` gives all of the money back. The instant itself still counts. */
export const cancelsFree = (booking: Pick<Booking, 'startsAt' | 'terms'>, now: Date): boolean =>
  now <= freeUntil(booking);

/** Ended, with the money that goes back: null when the candidate was told that none does. */
export type CallOff = { next: Booking; refund: RefundCause | null } | { refused: ChangeRefusal };

/** Why the candidate can't cancel at `now`; null when they can. */
export function refuseOwnCancel(booking: Booking, now: Date): ChangeRefusal | null {
  const led = transition(booking.state, 'candidate-cancelled');
  if ('refused' in led) return led.refused;
  return now >= booking.startsAt ? 'started' : null;
}

/** The candidate cancels, until the session starts. After the cut-off the price is kept, as they were told. */
export function cancelAsCandidate(booking: Booking, note: string, now: Date): CallOff {
  const refused = refuseOwnCancel(booking, now);
  if (refused) return { refused };
  const decided = callOff(booking, 'candidate-cancelled', note, now);
  if ('refused' in decided) return decided;
  return { ...decided, refund: cancelsFree(booking, now) ? 'candidate-cancelled' : null };
}

/** What a change is refused by: the state and the clock. */
export type Standing = Pick<Booking, 'state' | 'startsAt' | 'endsAt'>;

/** Why our side can't cancel at `now`; null when it can. Until the end, and never what did not come about. */
export function refuseCancel(
  booking: Standing,
  by: 'interviewer' | 'operator',
  now: Date,
): ChangeRefusal | null {
  const led = transition(booking.state, `${by}-cancelled`);
  if ('refused' in led) return led.refused;
  return now >= booking.endsAt ? 'over' : null;
}

/** The interviewer cancels, at any time before the end: all of the money goes back. */
export function cancelAsInterviewer(booking: Booking, note: string, now: Date): CallOff {
  const refused = refuseCancel(booking, 'interviewer', now);
  if (refused) return { refused };
  const decided = callOff(booking, 'interviewer-cancelled', note, now);
  return 'refused' in decided ? decided : { ...decided, refund: 'interviewer-cancelled' };
}

/** The co-op calls it off, at any time before the end: all of the money goes back. */
export function cancelAsOperator(booking: Booking, note: string, now: Date): CallOff {
  const refused = refuseCancel(booking, 'operator', now);
  if (refused) return { refused };
  const decided = callOff(booking, 'operator-cancelled', note, now);
  return 'refused' in decided ? decided : { ...decided, refund: 'operator' };
}

/** From when somebody may be said not to have come. */
export const absenceFrom = ({ startsAt }: Pick<Booking, 'startsAt'>): Date =>
  new Date(startsAt.getTime() + POLICY.absenceMinutes * MINUTE);

/** Until when the interviewer may still say so. */
export const absenceUntil = ({ endsAt }: Pick<Booking, 'endsAt'>): Date =>
  new Date(endsAt.getTime() + POLICY.absenceDays * 24 * 60 * MINUTE);

/** Why nobody can be said not to have come at `now`; null when somebody can. */
export function refuseAbsence(booking: Standing, now: Date): ChangeRefusal | null {
  const led = transition(booking.state, 'candidate-absent');
  if ('refused' in led) return led.refused;
  if (now < absenceFrom(booking)) return 'not-started';
  return now > absenceUntil(booking) ? 'too-late' : null;
}

/** The interviewer says that the candidate did not come. The price is kept. */
export function reportCandidateAbsent(booking: Booking, now: Date): Decision<ChangeRefusal> {
  const refused = refuseAbsence(booking, now);
  return refused ? { refused } : markAbsent(booking);
}

/** The interviewer says that they themselves did not come: all of the money goes back. */
export function reportInterviewerAbsent(booking: Booking, note: string, now: Date): CallOff {
  const refused = refuseAbsence(booking, now);
  if (refused) return { refused };
  const decided = callOff(booking, 'interviewer-absent', note, now);
  return 'refused' in decided ? decided : { ...decided, refund: 'interviewer-absent' };
}

/** Whether the candidate may move the session: as long as they could cancel for nothing. */
export function refuseMove(booking: Booking, now: Date): ChangeRefusal | null {
  const led = transition(booking.state, 'moved');
  if ('refused' in led) return led.refused;
  return now <= freeUntil(booking) ? null : 'cut-off';
}

/** Another time that the interviewer proposed. */
export interface Proposal {
  id: string;
  startsAt: Date;
  message: string;
  madeAt: Date;
  answer: 'accepted' | null;
}

/** Whether a time that the interviewer proposed can still be taken, or proposed at all. */
export function refuseProposal(booking: Standing, startsAt: Date, now: Date): ChangeRefusal | null {
  const led = transition(booking.state, 'moved');
  if ('refused' in led) return led.refused;
  if (now >= booking.startsAt) return 'started';
  return startsAt <= now ? 'too-late' : null;
}

/** Whether the candidate may still rewrite what the interviewer reads: until it was read, or the session starts. */
export function refuseRewrite(booking: Booking, now: Date): ChangeRefusal | 'already-read' | null {
  if (booking.state !== 'confirmed') return booking.state === 'completed' ? 'over' : 'not-confirmed';
  if (booking.readAt) return 'already-read';
  return now >= booking.startsAt ? 'started' : null;
}
