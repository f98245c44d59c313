import type { Db } from '../../db/connect.ts';
import { refusedBy } from '../../db/refused.ts';
import type { Deps } from '../../deps.ts';
import type { CalendarAccess } from '../../integrations/scheduling/port.ts';
import { raiseAlert } from '../operator/alerts.ts';
import { accessOf } from './calendar.ts';
import type { Step } from './convergence.ts';
import type { Booking } from './domain.ts';
import { authorise, callOff, complete, confirm, type Decision, giveUp, moveTo } from './events-domain.ts';
import type { Facts } from './facts-domain.ts';
import { movedOccasion } from './mail-domain.ts';
import { type MailKind, oweMail } from './mails.ts';
import { bumpMoneyAttempt, oweRefund, recordDispute, recordMoney, refuseRefund, tryRefund } from './money.ts';
import { answerProposals } from './proposal-queries.ts';
import { lockBooking, saveBooking } from './queries.ts';

export type Deed = Exclude<Step, { do: 'done' | 'ask-again' | 'wait' }>;

/** What only the reconciler had to find says that a signal was lost; ends that come with time do not. */
export function isRepair(step: Deed): boolean {
  return !['close-checkout', 'give-up', 'complete', 'release-slot', 'record-release'].includes(step.do);
}

/** Takes one step. Each may be taken twice, and changes nothing the second time. */
export async function take(deps: Deps, facts: Facts, step: Deed): Promise<void> {
  const { booking } = facts;
  const now = deps.now();
  switch (step.do) {
    case 'close-checkout':
      return deps.payments.closeCheckout(booking.checkout?.sessionId ?? '');
    case 'record-authorisation':
      return move(deps, booking, {
        decide: (from) => authorise(from, step.intentId, now),
        reason: 'payment authorized',
      });
    case 'confirm-slot':
      return onCalendar(deps, booking, (access) => deps.scheduling.confirm(access, step.uid));
    case 'capture':
      return bumpMoneyAttempt(deps, booking, () =>
        deps.payments.capture(booking.id, step.intentId, booking.moneyAttempt),
      );
    case 'record-confirmation':
      return move(deps, booking, {
        decide: (from) => confirm(from, step.meetingUrl, now),
        reason: 'slot firm, money captured',
        mails: ['candidate-confirmation', 'interviewer-notice'],
      });
    case 'give-up':
      return giveUpOn(deps, booking, step);
    case 'let-money-go':
      return bumpMoneyAttempt(deps, booking, () =>
        deps.payments.letGo(booking.id, step.intentId, booking.moneyAttempt),
      );
    case 'record-money':
      return recordMoney(deps, booking, step.captured);
    case 'record-dispute':
      return recordDispute(deps, booking, step.dispute);
    case 'owe-refund':
      return move(deps, booking, {
        decide: (from) => ({ next: from }),
        reason: `refund owed: ${step.cause}`,
        also: async (db, next) => {
          await oweRefund(deps, db, next, { cause: step.cause, by: 'system' });
        },
      });
    case 'refund':
      return tryRefund(deps, booking, step.refund, step.intentId);
    case 'refuse-refund':
      return refuseRefund(deps, booking, step.refund, step.problem);
    case 'ask-for-move':
      return askForMove(deps, booking, step.startsAt);
    case 'follow-move':
      return followMove(deps, booking, step);
    case 'follow-cancellation':
      return followCancellation(deps, booking, step);
    case 'complete':
      return move(deps, booking, {
        decide: complete,
        reason: 'the session is over',
        // A time that nobody could carry out any more would be looked for in every round, for ever.
        also: (db) => answerProposals(db, booking.id, 'withdrawn', now),
      });
    case 'release-slot':
      return onCalendar(deps, booking, (access) =>
        deps.scheduling[step.by](access, step.uid, releaseWords(booking)),
      );
    case 'record-release':
      return move(deps, booking, {
        decide: (from) => ({ next: { ...from, calendarReleasedAt: now } }),
        reason: 'slot released',
        also: (db) => deps.jobs.enqueue(db, 'calendar.read', { interviewerId: booking.interviewerId }),
      });
  }
}

interface Move {
  decide: (booking: Booking) => Decision;
  reason: string;
  mails?: readonly MailKind[];
  /** What else happens in the same transaction. */
  also?: (db: Db, next: Booking) => Promise<void>;
}

/** Changes the booking and, in the same transaction, owes what comes of it. */
async function move(deps: Deps, seen: Booking, { decide, reason, mails = [], also }: Move): Promise<void> {
  await deps.db.transaction().execute(async (db) => {
    const booking = await lockBooking(db, seen.id);
    // Decided on what was seen: when somebody changed it since, the next look decides anew.
    if (booking.revision !== seen.revision) return;
    const decision = decide(booking);
    if ('refused' in decision)
      throw new Error(`${reason}: refused as ${decision.refused} in ${booking.state}`);
    await saveBooking(db, decision.next, { from: booking, at: deps.now(), actor: 'system', reason });
    for (const kind of mails) await oweMail(deps, db, decision.next, kind);
    await also?.(db, decision.next);
  });
}

async function giveUpOn(deps: Deps, booking: Booking, step: Extract<Deed, { do: 'give-up' }>): Promise<void> {
  const isPaid = step.event === 'not-firmed';
  await move(deps, booking, {
    decide: (from) => giveUp(from, step.event, step.reason, deps.now()),
    reason: step.reason,
    mails: isPaid ? ['apology'] : [],
    also: async (db, next) => {
      if (!isPaid) return;
      await raiseAlert(deps, db, {
        booking: next,
        kind: step.reason,
        message: `${next.reference} was paid for but could not be confirmed (${step.reason}). The money goes back.`,
      });
    },
  });
}

/** Both agreed on another time: cal.com is asked for it. A time that is gone leaves the session where it is. */
async function askForMove(deps: Deps, booking: Booking, startsAt: Date): Promise<void> {
  await onCalendar(deps, booking, async (access) => {
    const outcome = await deps.scheduling.reschedule(
      access,
      booking.calcomUid,
      startsAt,
      'Agreed on 508.dev.',
    );
    if (outcome === 'moved') return;
    await move(deps, booking, {
      decide: (from) => ({ next: from }),
      reason: 'the proposed time was gone',
      also: async (db, next) => {
        await answerProposals(db, booking.id, 'failed', deps.now());
        await oweMail(deps, db, next, 'move-failed', startsAt.toISOString());
      },
    });
  });
}

/**
 * The session was moved on cal.com: ours follows. Where another booking of ours has that time, two were
 * given it over there; then this one goes back to where it was, which is still kept for it here.
 */
async function followMove(
  deps: Deps,
  booking: Booking,
  { slot }: Extract<Deed, { do: 'follow-move' }>,
): Promise<void> {
  try {
    await move(deps, booking, {
      decide: (from) => moveTo(from, slot),
      reason: `moved from ${booking.startsAt.toISOString()} to ${slot.startsAt.toISOString()}`,
      also: async (db, next) => {
        await answerProposals(db, booking.id, 'moved', deps.now());
        await oweMoved(deps, db, booking, next);
        await deps.jobs.enqueue(db, 'calendar.read', { interviewerId: booking.interviewerId });
      },
    });
  } catch (error) {
    if (refusedBy(error) !== 'exclusion') throw error;
    await putBack(deps, booking, slot.uid);
  }
}

/** Both hear of the new time; a change of link or uid alone is nobody's news. */
async function oweMoved(deps: Deps, db: Db, before: Booking, next: Booking): Promise<void> {
  if (next.startsAt.getTime() === before.startsAt.getTime()) return;
  const occasion = movedOccasion(next.sequence, before.startsAt);
  await oweMail(deps, db, next, 'moved-candidate', occasion);
  await oweMail(deps, db, next, 'moved-interviewer', occasion);
}

async function putBack(deps: Deps, booking: Booking, uid: string): Promise<void> {
  await onCalendar(deps, booking, async (access) => {
    const outcome = await deps.scheduling.reschedule(
      access,
      uid,
      booking.startsAt,
      'That time was given to somebody else. This session stays where it was.',
    );
    if (outcome === 'moved') return;
    await raiseAlert(deps, deps.db, {
      booking,
      kind: 'move-conflict',
      message: `${booking.reference} was moved on cal.com to a time that somebody else has, and can't go back to its own. Call both.`,
    });
    throw new Error(`Booking ${booking.id} can't go back to its time`);
  });
}

async function followCancellation(
  deps: Deps,
  booking: Booking,
  step: Extract<Deed, { do: 'follow-cancellation' }>,
): Promise<void> {
  await move(deps, booking, {
    decide: (from) => callOff(from, `${step.by}-cancelled`, '', deps.now()),
    reason: `canceled on the calendar by the ${step.by}`,
    mails: ['cancelled-candidate', 'cancelled-interviewer'],
    also: async (db, next) => {
      if (step.refund) await oweRefund(deps, db, next, { cause: step.refund, by: step.by });
      await answerProposals(db, booking.id, 'withdrawn', deps.now());
    },
  });
}

function releaseWords({ state }: Booking): string {
  return state === 'cancelled' ? 'Canceled on 508.dev.' : 'The booking was not completed on 508.dev.';
}

async function onCalendar(
  deps: Deps,
  booking: Booking,
  act: (access: CalendarAccess) => Promise<void>,
): Promise<void> {
  const access = await accessOf(deps, booking.calcomConnectionId);
  if (access) await act(access);
}
