import { type CallOff, cancelAsCandidate, cancelAsInterviewer, refuseProposal } from './change-domain.ts';
import { beginAttempt, dropAttempt, enterCheckout, startCheckout } from './checkout-domain.ts';
import { nextStep } from './convergence.ts';
import type { CalendarView } from './facts-domain.ts';
import { MINUTE } from './policy.ts';
import { SmallCalendar } from './small-calendar.fixture.ts';
import { type Intention, take } from './small-deeds.fixture.ts';
import { changed, SmallRows } from './small-rows.fixture.ts';
import { type Session, SmallStripe } from './small-stripe.fixture.ts';

/** What becomes of something we ask of the far side. */
export type Fate = 'done' | 'answer-lost' | 'never-arrived';

/**
 * Stripe, cal.com and our rows, as small as they can be and still go wrong: answers get lost, hosts and
 * candidates act between our look and our deed, processes die. Moves the booking by the very functions
 * the product uses.
 */
export class SmallWorld extends SmallRows {
  now = Date.parse('2026-11-16T18:00:00Z');
  readonly stripe = new SmallStripe();
  readonly calendar = new SmallCalendar(this.booking.startsAt.getTime());
  /** The start of another booking of ours: nothing of ours may move there. */
  rivalAt: number | null = null;
  intention: Intention | null = null;

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
    if (intention && fate !== 'never-arrived') take(this, intention);
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
}
