import { aBooking } from './booking.fixture.ts';
import { type CalendarView, nextStep, type PaymentView, type Step } from './convergence.ts';
import {
  authorise,
  type Booking,
  beginAttempt,
  confirm,
  dropAttempt,
  end,
  enterCheckout,
  startCheckout,
} from './domain.ts';
import { MINUTE } from './policy.ts';

/** What becomes of something we ask of the far side. */
export type Fate = 'done' | 'answer-lost' | 'never-arrived';

interface Session {
  id: string;
  url: string;
  status: 'open' | 'complete' | 'expired';
  expiresAt: number;
  cents: number;
  intent: 'none' | 'processing' | 'requires_capture' | 'succeeded' | 'canceled';
}

/** A decision that was taken and not yet acted upon; the world moves on meanwhile. */
interface Intention {
  seen: Booking;
  calendar: CalendarView;
  step: Step;
}

/**
 * Stripe, cal.com and our row, as small as they can be and still go wrong: answers get lost, hosts and
 * candidates act between our look and our deed, processes die. Moves the booking by the very functions
 * the product uses.
 */
export class SmallWorld {
  now = Date.parse('2026-11-16T18:00:00Z');
  booking = aBooking();
  slot: 'pending' | 'accepted' | 'rejected' | 'cancelled' = 'pending';
  stripeAnswers = true;
  calendarAnswers = true;
  /** Minutes by which Stripe ends a session later than we count on. */
  stripeIsLate = 0;
  /** By the number of their attempt: the same number never opens two. */
  readonly sessions = new Map<number, Session>();
  intention: Intention | null = null;
  captured = 0;
  refunded = 0;
  /** What must never have happened, in words. */
  readonly crimes: string[] = [];

  get date(): Date {
    return new Date(this.now);
  }

  /** The session that the row names. */
  get session(): Session | null {
    const id = this.booking.checkout?.sessionId;
    return [...this.sessions.values()].find((session) => session.id === id) ?? null;
  }

  advance(minutes: number): void {
    this.now += minutes * MINUTE;
    for (const session of this.sessions.values()) {
      const endsAt = session.expiresAt + this.stripeIsLate * MINUTE;
      if (session.status === 'open' && this.now >= endsAt) session.status = 'expired';
    }
  }

  /** The candidate presses "Continue to payment". `'killed'`: we die while Stripe is being asked. */
  goToCheckout(fate: Fate | 'killed'): void {
    const decided = startCheckout(this.booking, this.date, true);
    if (!('open' in decided)) return;
    const { open } = decided;
    this.booking = beginAttempt(this.booking, open);
    if (this.stripeAnswers && fate !== 'never-arrived' && !this.sessions.has(open.attempt)) {
      const id = `cs_${open.attempt}`;
      this.sessions.set(open.attempt, {
        ...{ id, url: `https://checkout.test/${id}`, status: 'open', intent: 'none' },
        expiresAt: open.expiresAt.getTime(),
        cents: this.booking.price.cents,
      });
    }
    if (fate === 'killed') return;
    const session = this.sessions.get(open.attempt);
    this.booking =
      this.stripeAnswers && fate === 'done' && session
        ? enterCheckout(this.booking, { ...open, sessionId: session.id, url: session.url })
        : dropAttempt(this.booking, open.attempt);
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
    if (this.session?.intent === 'processing') {
      this.session.intent = yes ? 'requires_capture' : 'canceled';
    }
  }

  authorisationLapses(): void {
    if (this.session?.intent === 'requires_capture') this.session.intent = 'canceled';
  }

  hostAccepts(): void {
    if (this.slot === 'pending') this.slot = 'accepted';
  }

  hostRefuses(): void {
    if (this.slot === 'pending') this.slot = 'rejected';
    if (this.slot === 'accepted') this.slot = 'cancelled';
  }

  /** Our process dies between deciding and acting. */
  crash(): void {
    this.intention = null;
  }

  /** The first half of a round: look and decide. */
  look(): void {
    const payment = this.payment();
    if (!payment) return;
    const calendar = this.calendar();
    const step = nextStep(this.booking, payment, calendar, this.date);
    this.intention = ['done', 'wait', 'ask-again'].includes(step.do)
      ? null
      : { seen: this.booking, calendar, step };
  }

  /** The second half: do it, whatever has changed since. */
  act(fate: Fate = 'done'): void {
    const { intention } = this;
    this.intention = null;
    if (!intention || fate === 'never-arrived') return;
    this.#do(intention);
  }

  /** Whether the reconciler picks this booking up; the same conditions as its query. */
  get isUnsettled(): boolean {
    const { state, holdExpiresAt, endedAt, calendarReleasedAt } = this.booking;
    if (state === 'held') return holdExpiresAt.getTime() <= this.now;
    return state === 'checkout' || state === 'authorised' || (endedAt !== null && !calendarReleasedAt);
  }

  /** Everybody answers again, and time passes: the reconciler alone has to finish. Returns its rounds. */
  settle(): number {
    this.stripeAnswers = true;
    this.calendarAnswers = true;
    this.crash();
    this.bankDecides(true);
    for (let round = 1; round <= 30; round++) {
      if (this.isUnsettled) {
        this.converge();
      } else if (this.booking.state !== 'held') {
        return round;
      }
      this.advance(5);
    }
    throw new Error(`It does not settle: ${this.booking.state}, ${this.slot}, ${this.session?.intent}`);
  }

  /** One undisturbed round of the product's own loop, with its limit of steps. */
  converge(): void {
    for (let taken = 0; taken < 12; taken++) {
      this.look();
      if (!this.intention) return;
      this.act();
    }
    throw new Error(`${this.booking.state} does not come to rest`);
  }

  payment(): PaymentView | null {
    const { state } = this.booking;
    const { session } = this;
    if (!session || state === 'held' || state === 'confirmed') return { kind: 'none' };
    if (!this.stripeAnswers) return null;
    if (session.status !== 'complete') return { kind: session.status };
    const money = { intentId: 'pi_1', amountCents: session.cents, currency: 'usd' };
    switch (session.intent) {
      case 'requires_capture':
        return { kind: 'authorised', ...money };
      case 'succeeded':
        return this.refunded > 0 ? { kind: 'refunded' } : { kind: 'captured', ...money };
      case 'canceled':
        return { kind: 'cancelled' };
      default:
        return { kind: 'pending' };
    }
  }

  calendar(): CalendarView {
    const { state, endedAt, calendarReleasedAt } = this.booking;
    if (state !== 'authorised' && (!endedAt || calendarReleasedAt)) return { kind: 'missing' };
    if (!this.calendarAnswers) return { kind: 'unknown' };
    return this.slot === 'accepted' ? { kind: 'accepted', meetingUrl: null } : { kind: this.slot };
  }

  #do({ seen, calendar, step }: Intention): void {
    switch (step.do) {
      case 'close-checkout':
      case 'capture':
      case 'let-money-go':
      case 'refund':
        if (this.stripeAnswers && this.session) this.#atStripe(step.do, this.session, calendar);
        break;
      case 'confirm-slot':
        // cal.com confirms whatever it is asked to confirm, a refused one too.
        if (this.calendarAnswers) this.slot = 'accepted';
        break;
      case 'release-slot':
        if (!this.calendarAnswers) break;
        if (step.by === 'decline' && this.slot === 'pending') this.slot = 'rejected';
        if (step.by === 'cancel' && this.slot === 'accepted') this.slot = 'cancelled';
        break;
      case 'record-authorisation':
        this.#move(seen, (from) => authorise(from, step.intentId, this.date));
        break;
      case 'record-confirmation':
        this.#mayConfirm(calendar);
        this.#move(seen, (from) => confirm(from, step.meetingUrl, this.date));
        break;
      case 'end':
        this.#move(seen, (from) => end(from, step.state, step.reason, this.date));
        break;
      case 'record-release':
        this.#move(seen, (from) => ({ ...from, calendarReleasedAt: this.date }));
        break;
    }
  }

  #atStripe(deed: string, session: Session, calendar: CalendarView): void {
    if (deed === 'close-checkout' && session.status === 'open') session.status = 'expired';
    if (deed === 'let-money-go' && session.intent === 'requires_capture') session.intent = 'canceled';
    if (deed === 'refund' && session.intent === 'succeeded') this.refunded = this.captured;
    if (deed === 'capture' && session.intent === 'requires_capture') {
      if (calendar.kind !== 'accepted') this.crimes.push('captured without a yes from the calendar');
      if (this.booking.state !== 'authorised') this.crimes.push(`captured while ${this.booking.state}`);
      session.intent = 'succeeded';
      this.captured += session.cents;
    }
  }

  #mayConfirm(calendar: CalendarView): void {
    if (calendar.kind !== 'accepted') this.crimes.push('confirmed without a yes from the calendar');
    if (this.captured - this.refunded !== this.booking.price.cents)
      this.crimes.push('confirmed without the money');
  }

  #move(seen: Booking, change: (booking: Booking) => Booking): void {
    if (this.booking.state === seen.state) this.booking = change(this.booking);
  }
}
