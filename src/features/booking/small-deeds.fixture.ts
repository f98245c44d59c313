import type { Step } from './convergence.ts';
import type { SmallWorld } from './convergence.world.fixture.ts';
import type { Booking } from './domain.ts';
import { authorise, callOff, complete, confirm, giveUp, moveTo } from './events-domain.ts';
import type { CalendarView, Facts, SlotView } from './facts-domain.ts';
import type { Session } from './small-stripe.fixture.ts';

/** A decision that was taken and not yet acted upon; the world moves on meanwhile. */
export interface Intention {
  facts: Facts;
  step: Step;
}

/** Does what was decided, whatever has changed since: `deeds.ts` with a small world instead of the far side. */
export function take(world: SmallWorld, { facts, step }: Intention): void {
  const { booking: seen, calendar } = facts;
  switch (step.do) {
    case 'close-checkout':
      if (world.stripe.answers && world.session?.status === 'open') world.session.status = 'expired';
      break;
    case 'let-money-go':
      if (world.stripe.answers) world.authorisationLapses();
      break;
    case 'capture':
      if (world.stripe.answers && world.session) capture(world, world.session, calendar);
      break;
    case 'confirm-slot':
      if (world.calendar.answers) world.calendar.confirm(step.uid);
      break;
    case 'release-slot':
      if (world.calendar.answers) world.calendar.end(step.uid, step.by);
      break;
    case 'record-authorisation':
      world.move(seen, (from) => authorise(from, step.intentId, world.date));
      break;
    case 'record-confirmation':
      mayConfirm(world, calendar);
      world.move(seen, (from) => confirm(from, step.meetingUrl, world.date));
      break;
    case 'give-up':
      world.move(seen, (from) => giveUp(from, step.event, step.reason, world.date));
      break;
    case 'record-release':
      world.move(seen, (from) => ({ next: { ...from, calendarReleasedAt: world.date } }));
      break;
    case 'complete':
      world.move(seen, complete);
      break;
    case 'owe-refund':
      if (world.move(seen, (from) => ({ next: from }))) world.oweRefund(step.cause);
      break;
    case 'refund':
      if (!world.stripe.answers) break;
      if (!world.stripe.refund(step.refund, step.refund.amountCents))
        world.setRefund(step.refund.id, 'failed');
      break;
    case 'refuse-refund':
      world.setRefund(step.refund.id, 'failed');
      break;
    case 'record-money':
      world.recordMoney(facts, step.captured);
      break;
    case 'record-dispute':
      world.dispute = { id: step.dispute.id, status: step.dispute.status };
      break;
    case 'ask-for-move':
      if (!world.calendar.answers) break;
      if (!world.calendar.move('interviewer', step.startsAt.getTime())) world.wish = null;
      break;
    case 'follow-move':
      followMove(world, seen, step.slot);
      break;
    case 'follow-cancellation': {
      const { by, refund } = step;
      const moved = world.move(seen, (from) => callOff(from, `${by}-cancelled`, '', world.date));
      if (moved) world.wish = null;
      if (moved && refund) world.oweRefund(refund);
      break;
    }
  }
}

function capture(world: SmallWorld, session: Session, calendar: CalendarView): void {
  if (session.intent !== 'requires_capture') return;
  if (calendar.kind !== 'accepted') world.crimes.push('captured without a yes from the calendar');
  if (world.booking.state !== 'authorised') world.crimes.push(`captured while ${world.booking.state}`);
  world.stripe.capture(session);
}

function mayConfirm(world: SmallWorld, calendar: CalendarView): void {
  if (calendar.kind !== 'accepted') world.crimes.push('confirmed without a yes from the calendar');
  if (world.stripe.captured !== world.booking.price.cents) world.crimes.push('confirmed without the money');
}

function followMove(world: SmallWorld, seen: Booking, slot: SlotView): void {
  if (slot.startsAt.getTime() === world.rivalAt) {
    if (world.calendar.answers) world.calendar.move('interviewer', seen.startsAt.getTime());
    return;
  }
  if (world.move(seen, (from) => moveTo(from, slot))) world.wish = null;
}
