import { aBooking } from './booking.fixture.ts';
import {
  type CallOff,
  cancelAsCandidate,
  cancelAsInterviewer,
  type RefundCause,
  refuseProposal,
} from './change-domain.ts';
import { beginAttempt, dropAttempt, enterCheckout, startCheckout } from './checkout-domain.ts';
import {
  type CalendarView,
  type Facts,
  liveRefund,
  nextStep,
  type Refund,
  type Step,
} from './convergence.ts';
import {
  authorise,
  type Booking,
  callOff,
  complete,
  confirm,
  type Decision,
  giveUp,
  moveTo,
} from './domain.ts';
import { MINUTE } from './policy.ts';
import { SmallCalendar } from './small-calendar.fixture.ts';
import { type Session, SmallStripe } from './small-stripe.fixture.ts';

/** What becomes of something we ask of the far side. */
export type Fate = 'done' | 'answer-lost' | 'never-arrived';

/** A decision that was taken and not yet acted upon; the world moves on meanwhile. */
interface Intention {
  facts: Facts;
  step: Step;
}

/**
 * Stripe, cal.com and our rows, as small as they can be and still go wrong: answers get lost, hosts and
 * candidates act between our look and our deed, processes die. Moves the booking by the very functions
 * the product uses.
 */
export class SmallWorld {
  now = Date.parse('2026-11-16T18:00:00Z');
  booking = aBooking();
  readonly stripe = new SmallStripe();
  readonly calendar = new SmallCalendar(this.booking.startsAt.getTime());
  refunds: Refund[] = [];
  dispute: Facts['dispute'] = null;
  wish: Date | null = null;
  /** The start of another booking of ours: nothing of ours may move there. */
  rivalAt: number | null = null;
  intention: Intention | null = null;
  /** What must never have happened, in words. */
  readonly crimes: string[] = [];

  get date(): Date {
    return new Date(this.now);
  }

  /** The session that the row names. */
  get session(): Session | null {
    return this.stripe.byId(this.booking.checkout?.sessionId);
  }

  advance(minutes: number): void {
    this.now += minutes * MINUTE;
    this.stripe.passTime(this.now, MINUTE);
  }

  /** The candidate presses "Continue to payment". `'killed'`: we die while Stripe is being asked. */
  goToCheckout(fate: Fate | 'killed'): void {
    const decided = startCheckout(this.booking, this.date, true);
    if (!('open' in decided)) return;
    const { open } = decided;
    this.booking = changed(beginAttempt(this.booking, open));
    const arrives = this.stripe.answers && fate !== 'never-arrived';
    const session = arrives ? this.stripe.open(open.attempt, open.expiresAt, this.booking.price.cents) : null;
    if (fate === 'killed') return;
    if (!session || fate !== 'done') {
      this.booking = changed(dropAttempt(this.booking, open.attempt));
      return;
    }
    const entered = enterCheckout(this.booking, { ...open, sessionId: session.id, url: session.url });
    if ('next' in entered) this.booking = changed(entered.next);
  }

  /** The candidate pays, where they know an address. The bank may take its time. */
  pay(how: { cents?: number; bankThinks?: boolean } = {}): void {
    const { session } = this;
    if (session?.status !== 'open' || this.booking.checkout?.url !== session.url) return;
    session.status = 'complete';
    session.cents = how.cents ?? session.cents;
    session.intent = how.bankThinks ? 'processing' : 'requires_capture';
  }

  bankDecides(yes: boolean): void {
    if (this.session?.intent === 'processing') this.session.intent = yes ? 'requires_capture' : 'canceled';
  }

  authorisationLapses(): void {
    if (this.session?.intent === 'requires_capture') this.session.intent = 'canceled';
  }

  /** The candidate or the interviewer presses "Cancel" on our pages. */
  cancel(by: 'candidate' | 'interviewer'): void {
    const decide = by === 'candidate' ? cancelAsCandidate : cancelAsInterviewer;
    const decided: CallOff = decide(this.booking, '', this.date);
    if ('refused' in decided) return;
    this.booking = changed(decided.next);
    this.wish = null;
    if (decided.refund) this.oweRefund(decided.refund);
  }

  /** Both agree on another time on our pages. */
  agree(startsAt: number): void {
    if (!refuseProposal(this.booking, new Date(startsAt), this.date)) this.wish = new Date(startsAt);
  }

  /** Somebody else books a time; ours is not to be had. */
  rivalBooks(startsAt: number): void {
    if (startsAt !== this.booking.startsAt.getTime()) this.rivalAt = startsAt;
  }

  /** All that is left is owed, once; what the database's index refuses is refused here. */
  oweRefund(cause: RefundCause): boolean {
    const { captured, refunded } = this.booking.money;
    const amountCents = (captured || this.booking.price.cents) - refunded;
    if (amountCents <= 0 || liveRefund(this.refunds)) return false;
    const attempt = this.refunds.length + 1;
    this.refunds = [
      ...this.refunds,
      { id: `ours-${attempt}`, attempt, cause, amountCents, state: 'owed', stripeId: null },
    ];
    return true;
  }

  /** Our process dies between deciding and acting. */
  crash(): void {
    this.intention = null;
  }

  /** The first half of a round: look and decide. */
  look(): void {
    const payment =
      this.booking.state === 'held' ? { kind: 'none' as const } : this.stripe.view(this.session);
    if (!payment) return;
    const { booking, refunds, dispute, wish } = this;
    const facts = { booking, refunds, dispute, wish, payment, calendar: this.#calendarView() };
    const step = nextStep(facts, this.date);
    this.intention = ['done', 'wait', 'ask-again'].includes(step.do) ? null : { facts, step };
  }

  /** The second half: do it, whatever has changed since. */
  act(fate: Fate = 'done'): void {
    const { intention } = this;
    this.intention = null;
    if (intention && fate !== 'never-arrived') this.#do(intention);
  }

  /** Whether the reconciler picks this booking up; the conditions of its query, and a calendar's sweep. */
  get isUnsettled(): boolean {
    const { state, holdExpiresAt, endedAt, endsAt, calendarReleasedAt } = this.booking;
    if (state === 'held') return holdExpiresAt.getTime() <= this.now;
    if (state === 'confirmed') return true;
    const hasDebt = this.refunds.some((refund) => refund.state === 'owed' || refund.state === 'pending');
    const isOver = state === 'completed' && endsAt.getTime() > this.now;
    return (
      state === 'checkout' ||
      state === 'authorised' ||
      (endedAt !== null && !calendarReleasedAt) ||
      hasDebt ||
      isOver
    );
  }

  /** Everybody answers again, and time passes: looking alone has to finish it, deliveries included. */
  settle(): void {
    this.stripe.answers = true;
    this.calendar.answers = true;
    this.crash();
    this.bankDecides(true);
    for (let round = 1; round <= 60; round++) {
      if (this.booking.state !== 'held' || this.isUnsettled) this.converge();
      if (this.booking.state !== 'held' && this.booking.state !== 'checkout' && round > 12) return;
      this.advance(5);
    }
    throw new Error(
      `It does not settle: ${this.booking.state}, ${this.calendar.last.status}, ${this.session?.intent}`,
    );
  }

  /** One undisturbed round of the product's own loop, with its limit of steps. */
  converge(): void {
    for (let taken = 0; taken < 14; taken++) {
      this.look();
      if (!this.intention) return;
      this.act();
    }
    throw new Error(`${this.booking.state} does not come to rest`);
  }

  #calendarView(): CalendarView {
    const { state, endedAt, calendarReleasedAt } = this.booking;
    const matters = state === 'authorised' || state === 'confirmed' || (endedAt && !calendarReleasedAt);
    return matters ? this.calendar.view() : { kind: 'missing' };
  }

  #do({ facts, step }: Intention): void {
    const { booking: seen, calendar } = facts;
    switch (step.do) {
      case 'close-checkout':
        if (this.stripe.answers && this.session?.status === 'open') this.session.status = 'expired';
        break;
      case 'let-money-go':
        if (this.stripe.answers) this.authorisationLapses();
        break;
      case 'capture':
        if (this.stripe.answers && this.session) this.#capture(this.session, calendar);
        break;
      case 'confirm-slot':
        if (this.calendar.answers) this.calendar.confirm(step.uid);
        break;
      case 'release-slot':
        if (this.calendar.answers) this.calendar.end(step.uid, step.by);
        break;
      case 'record-authorisation':
        this.#move(seen, (from) => authorise(from, step.intentId, this.date));
        break;
      case 'record-confirmation':
        this.#mayConfirm(calendar);
        this.#move(seen, (from) => confirm(from, step.meetingUrl, this.date));
        break;
      case 'give-up':
        this.#move(seen, (from) => giveUp(from, step.event, step.reason, this.date));
        break;
      case 'record-release':
        this.#move(seen, (from) => ({ next: { ...from, calendarReleasedAt: this.date } }));
        break;
      case 'complete':
        this.#move(seen, complete);
        break;
      case 'owe-refund':
        if (this.#move(seen, (from) => ({ next: from }))) this.oweRefund(step.cause);
        break;
      case 'refund':
        if (!this.stripe.answers) break;
        if (!this.stripe.refund(step.refund, step.refund.amountCents))
          this.#setRefund(step.refund.id, 'failed');
        break;
      case 'refuse-refund':
        this.#setRefund(step.refund.id, 'failed');
        break;
      case 'record-money':
        this.#recordMoney(facts, step.captured);
        break;
      case 'record-dispute':
        this.dispute = { id: step.dispute.id, status: step.dispute.status };
        break;
      case 'ask-for-move':
        if (!this.calendar.answers) break;
        if (!this.calendar.move('interviewer', step.startsAt.getTime())) this.wish = null;
        break;
      case 'follow-move':
        this.#followMove(seen, step.slot);
        break;
      case 'follow-cancellation': {
        const { by, refund } = step;
        const moved = this.#move(seen, (from) => callOff(from, `${by}-cancelled`, '', this.date));
        if (moved) this.wish = null;
        if (moved && refund) this.oweRefund(refund);
        break;
      }
    }
  }

  #capture(session: Session, calendar: CalendarView): void {
    if (session.intent !== 'requires_capture') return;
    if (calendar.kind !== 'accepted') this.crimes.push('captured without a yes from the calendar');
    if (this.booking.state !== 'authorised') this.crimes.push(`captured while ${this.booking.state}`);
    this.stripe.capture(session);
  }

  #mayConfirm(calendar: CalendarView): void {
    if (calendar.kind !== 'accepted') this.crimes.push('confirmed without a yes from the calendar');
    if (this.stripe.captured !== this.booking.price.cents) this.crimes.push('confirmed without the money');
  }

  #recordMoney(facts: Facts, captured: Extract<Facts['payment'], { kind: 'captured' }>): void {
    const taken = Math.min(captured.amountCents, this.booking.price.cents);
    const money = { captured: taken, refunded: Math.min(captured.refundedCents, taken) };
    if (!this.#move(facts.booking, (from) => ({ next: { ...from, money } }))) return;
    for (const seen of captured.refunds) {
      const known = this.refunds.find(({ id, stripeId }) => stripeId === seen.id || id === seen.ours);
      if (known) this.#setRefund(known.id, seen.state, seen.id);
      else {
        const { id: stripeId, state, amountCents } = seen;
        const attempt = this.refunds.length + 1;
        this.refunds = [
          ...this.refunds,
          { id: `theirs-${attempt}`, attempt, cause: 'stripe', amountCents, state, stripeId },
        ];
      }
    }
  }

  #setRefund(id: string, state: Refund['state'], stripeId?: string): void {
    this.refunds = this.refunds.map((refund) =>
      refund.id === id ? { ...refund, state, stripeId: stripeId ?? refund.stripeId } : refund,
    );
  }

  #followMove(seen: Booking, slot: Parameters<typeof moveTo>[1]): void {
    if (slot.startsAt.getTime() === this.rivalAt) {
      if (this.calendar.answers) this.calendar.move('interviewer', seen.startsAt.getTime());
      return;
    }
    if (this.#move(seen, (from) => moveTo(from, slot))) this.wish = null;
  }

  #move(seen: Booking, decide: (booking: Booking) => Decision): boolean {
    if (this.booking.revision !== seen.revision) return false;
    const decision = decide(this.booking);
    if ('refused' in decision) {
      this.crimes.push(`refused as ${decision.refused} in ${this.booking.state}`);
      return false;
    }
    this.booking = changed(decision.next);
    return true;
  }
}

const changed = (booking: Booking): Booking => ({ ...booking, revision: booking.revision + 1 });
