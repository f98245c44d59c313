import type { Deps } from '../../deps.ts';
import {
  type CalendarAccess,
  type CalendarBooking,
  CalendarError,
} from '../../integrations/scheduling/port.ts';
import { accessOf } from './calendar.ts';
import { disputeOf } from './dispute-queries.ts';
import type { Booking } from './domain.ts';
import type { CalendarView, Facts, PaymentView } from './facts-domain.ts';
import { openProposal } from './proposal-queries.ts';
import { findBooking } from './queries.ts';
import { refundsOf } from './refund-queries.ts';

/** How often a booking may have been moved on cal.com between two of our looks. */
const MOST_MOVES = 10;

/** What we, Stripe and cal.com hold to be true of a booking. Null when there is no such booking. */
export async function lookAt(deps: Deps, bookingId: string): Promise<Facts | null> {
  const booking = await findBooking(deps.db, bookingId);
  if (!booking) return null;
  const [payment, calendar, refunds, dispute, proposal] = await Promise.all([
    lookAtPayment(deps, booking),
    lookAtCalendar(deps, booking),
    refundsOf(deps.db, bookingId),
    disputeOf(deps.db, bookingId),
    openProposal(deps.db, bookingId),
  ]);
  const wish = proposal?.answer === 'accepted' ? proposal.startsAt : null;
  return { booking, payment, calendar, refunds, dispute, wish };
}

async function lookAtPayment(deps: Deps, booking: Booking): Promise<PaymentView> {
  const sessionId = booking.checkout?.sessionId;
  return booking.state === 'held' || !sessionId ? { kind: 'none' } : deps.payments.view(sessionId);
}

async function lookAtCalendar(deps: Deps, booking: Booking): Promise<CalendarView> {
  const { state, endedAt, calendarReleasedAt } = booking;
  const matters = state === 'authorised' || state === 'confirmed' || (endedAt && !calendarReleasedAt);
  if (!matters) return { kind: 'missing' };
  try {
    const access = await accessOf(deps, booking.calcomConnectionId);
    // Disconnected since: nobody can be asked, and nobody can say yes.
    return access ? await viewOf(deps, access, booking.calcomUid) : { kind: 'missing' };
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error;
    deps.log.warn({ booking: booking.id, error: error.message }, 'calendar did not answer');
    return { kind: 'unknown' };
  }
}

/** Follows a booking through its moves: each makes a new one over there, with a uid of its own. */
async function viewOf(deps: Deps, access: CalendarAccess, uid: string): Promise<CalendarView> {
  let slot: CalendarBooking | null = await deps.scheduling.booking(access, uid);
  for (let moves = 0; slot?.movedTo && moves < MOST_MOVES; moves++) {
    slot = await deps.scheduling.booking(access, slot.movedTo);
  }
  if (!slot) return { kind: 'missing' };
  if (slot.status === 'rejected') return { kind: 'rejected' };
  if (slot.status === 'cancelled') {
    return { kind: 'cancelled', by: slot.cancelledBy, latest: slot.changedAt };
  }
  const { startsAt, endsAt, meetingUrl } = slot;
  return { kind: slot.status, uid: slot.uid, startsAt, endsAt, meetingUrl };
}
