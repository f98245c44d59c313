import { withLock } from '../../db/lock.ts';
import type { Deps } from '../../deps.ts';
import { CalendarError } from '../../integrations/scheduling/port.ts';
import { raiseAlert } from '../operator/commands.ts';
import { accessOf } from './calendar.ts';
import { type CalendarView, nextStep, type PaymentView, type Step } from './convergence.ts';
import { authorise, type Booking, confirm, end } from './domain.ts';
import { type MailKind, oweMail } from './mails.ts';
import { findBooking, lockBooking, saveBooking } from './queries.ts';

/** More steps than any path through a booking has; reaching it means a step did not take. */
const MOST_STEPS = 12;

/**
 * `resting`: nothing to do before its hold ends, if ever. `busy`: another process is at it.
 * `unanswered`: somebody out there has not made up their mind or does not answer.
 */
export type Convergence = 'resting' | 'busy' | 'unanswered';

/**
 * Brings one booking, its payment and its slot into agreement, from whatever it finds. The webhook, the
 * thank-you page and the reconciler all come here. Idempotent: it looks, takes one step, looks again.
 * One process at a time works on a booking; another is told to look again soon.
 */
export async function converge(deps: Deps, bookingId: string): Promise<Convergence> {
  return withLock(deps.db, `booking:${bookingId}`, () => takeSteps(deps, bookingId));
}

async function takeSteps(deps: Deps, bookingId: string): Promise<Convergence> {
  for (let taken = 0; taken < MOST_STEPS; taken++) {
    const booking = await findBooking(deps.db, bookingId);
    if (!booking) return 'resting';
    const step = nextStep(
      booking,
      await lookAtPayment(deps, booking),
      await lookAtCalendar(deps, booking),
      deps.now(),
    );
    if (step.do === 'done') return 'resting';
    if (step.do === 'ask-again') return 'unanswered';
    // The end of a hold has its own job, queued in the transaction that set the hold.
    if (step.do === 'wait') return step.until ? 'resting' : 'unanswered';
    deps.log.info({ booking: booking.id, state: booking.state, step: step.do }, 'booking step');
    await take(deps, booking, step);
  }
  throw new Error(`Booking ${bookingId} does not settle`);
}

async function lookAtPayment(deps: Deps, booking: Booking): Promise<PaymentView> {
  const isSettled =
    booking.state === 'held' || booking.state === 'confirmed' || booking.state === 'completed';
  const sessionId = booking.checkout?.sessionId;
  return isSettled || !sessionId ? { kind: 'none' } : deps.payments.view(sessionId);
}

async function lookAtCalendar(deps: Deps, booking: Booking): Promise<CalendarView> {
  const matters = booking.state === 'authorised' || (booking.endedAt && !booking.calendarReleasedAt);
  if (!matters) return { kind: 'missing' };
  const access = await accessOf(deps, booking.calcomConnectionId);
  // Disconnected since: nobody can be asked, and nobody can say yes.
  if (!access) return { kind: 'missing' };
  try {
    const slot = await deps.scheduling.booking(access, booking.calcomUid);
    if (!slot) return { kind: 'missing' };
    return slot.status === 'accepted'
      ? { kind: 'accepted', meetingUrl: slot.meetingUrl }
      : { kind: slot.status };
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error;
    deps.log.warn({ booking: booking.id, error: error.message }, 'calendar did not answer');
    return { kind: 'unknown' };
  }
}

type Deed = Exclude<Step, { do: 'done' | 'ask-again' | 'wait' }>;

async function take(deps: Deps, booking: Booking, step: Deed): Promise<void> {
  const now = deps.now();
  switch (step.do) {
    case 'close-checkout':
      return deps.payments.closeCheckout(booking.checkout?.sessionId ?? '');
    case 'record-authorisation':
      return move(deps, booking, (from) => authorise(from, step.intentId, now), 'payment authorised');
    case 'confirm-slot':
      return onCalendar(deps, booking, (access) => deps.scheduling.confirm(access, booking.calcomUid));
    case 'capture':
      return deps.payments.capture(booking.id, step.intentId);
    case 'record-confirmation':
      return move(deps, booking, (from) => confirm(from, step.meetingUrl, now), 'slot firm, money captured', [
        'candidate-confirmation',
        'interviewer-notice',
      ]);
    case 'end':
      return move(
        deps,
        booking,
        (from) => end(from, step.state, step.reason, now),
        step.reason,
        step.state === 'released' ? ['apology'] : [],
      );
    case 'let-money-go':
      return deps.payments.letGo(booking.id, step.intentId);
    case 'refund':
      return deps.payments.refund(booking.id, step.intentId);
    case 'release-slot':
      return onCalendar(deps, booking, (access) =>
        deps.scheduling[step.by](access, booking.calcomUid, 'The booking was not completed on 508.dev.'),
      );
    case 'record-release':
      return move(deps, booking, (from) => ({ ...from, calendarReleasedAt: now }), 'slot released');
  }
}

/** Changes the state and, in the same transaction, owes the mails that come of it. */
async function move(
  deps: Deps,
  seen: Booking,
  change: (booking: Booking) => Booking,
  reason: string,
  mails: MailKind[] = [],
): Promise<void> {
  await deps.db.transaction().execute(async (db) => {
    const booking = await lockBooking(db, seen.id);
    // Decided on what was seen: when somebody else moved it since, the next look decides anew.
    if (booking.state !== seen.state) return;
    const next = change(booking);
    await saveBooking(db, next, { from: booking, at: deps.now(), actor: 'system', reason });
    if (next.calendarReleasedAt && !booking.calendarReleasedAt) {
      await deps.jobs.enqueue(db, 'calendar.read', { interviewerId: booking.interviewerId });
    }
    for (const kind of mails) await oweMail(deps, db, booking.id, kind);
    if (next.state === 'released' && booking.state !== 'released') {
      await raiseAlert(db, {
        bookingId: booking.id,
        kind: reason,
        message: `${booking.reference} was paid for but could not be confirmed (${reason}). The money was let go.`,
      });
    }
  });
}

async function onCalendar(
  deps: Deps,
  booking: Booking,
  act: (access: NonNullable<Awaited<ReturnType<typeof accessOf>>>) => Promise<void>,
): Promise<void> {
  const access = await accessOf(deps, booking.calcomConnectionId);
  if (access) await act(access);
}
