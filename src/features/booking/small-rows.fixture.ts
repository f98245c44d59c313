import { aBooking } from './booking.fixture.ts';
import type { RefundCause } from './change-domain.ts';
import type { Booking } from './domain.ts';
import type { Decision } from './events-domain.ts';
import { type Captured, type Facts, liveRefund, type Refund } from './facts-domain.ts';

/** Our rows, as small as they can be: a booking, its refunds, its dispute, and the time both agreed on. */
export class SmallRows {
  booking = aBooking();
  refunds: Refund[] = [];
  dispute: Facts['dispute'] = null;
  wish: Date | null = null;
  /** What must never have happened, in words. */
  readonly crimes: string[] = [];

  /** Changes the booking, where it still is as it was seen. */
  move(seen: Booking, decide: (booking: Booking) => Decision): boolean {
    if (this.booking.revision !== seen.revision) return false;
    const decision = decide(this.booking);
    if ('refused' in decision) {
      this.crimes.push(`refused as ${decision.refused} in ${this.booking.state}`);
      return false;
    }
    this.booking = changed(decision.next);
    return true;
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

  /** Keeps what Stripe says was taken and given back. */
  recordMoney(facts: Facts, captured: Captured): void {
    const taken = Math.min(captured.amountCents, this.booking.price.cents);
    const money = { captured: taken, refunded: Math.min(captured.refundedCents, taken) };
    if (!this.move(facts.booking, (from) => ({ next: { ...from, money } }))) return;
    for (const seen of captured.refunds) {
      const known = this.refunds.find(({ id, stripeId }) => stripeId === seen.id || id === seen.ours);
      if (known) this.setRefund(known.id, seen.state, seen.id);
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

  setRefund(id: string, state: Refund['state'], stripeId?: string): void {
    this.refunds = this.refunds.map((refund) =>
      refund.id === id ? { ...refund, state, stripeId: stripeId ?? refund.stripeId } : refund,
    );
  }
}

/** A row that was written once more: what was decided on the one before is decided anew. */
export const changed = (booking: Booking): Booking => ({ ...booking, revision: booking.revision + 1 });
