import type { RefundCause } from './change-domain.ts';
import type { Booking } from './domain.ts';

// What a decision about a booking looks at: what we, Stripe and cal.com hold to be true.

/** A refund as Stripe lists it. `ours`: the id of our own record, where we made it. */
export interface RefundView {
  id: string;
  ours: string | null;
  amountCents: number;
  state: 'pending' | 'succeeded' | 'failed';
}

/** A bank that takes the money back. `isOpen`: not decided, or lost; refunding would pay twice. */
export interface DisputeView {
  id: string;
  status: string;
  reason: string;
  amountCents: number;
  openedAt: Date;
  isOpen: boolean;
}

/** The candidate's money as Stripe tells it, in our words. */
export type PaymentView =
  | { kind: 'none' }
  /** The Checkout session can still be paid. */
  | { kind: 'open' }
  /** The session ended unpaid. */
  | { kind: 'expired' }
  /** Completed, but the bank has not settled on an answer. */
  | { kind: 'pending' }
  /** Held on the card, until `captureBefore` at the latest. */
  | {
      kind: 'authorised';
      intentId: string;
      amountCents: number;
      currency: string;
      captureBefore: Date | null;
    }
  | {
      kind: 'captured';
      intentId: string;
      amountCents: number;
      currency: string;
      refundedCents: number;
      refunds: RefundView[];
      dispute: DisputeView | null;
    }
  /** The authorisation was let go or lapsed. */
  | { kind: 'cancelled' };

export type Captured = Extract<PaymentView, { kind: 'captured' }>;

/** A slot as it stands on cal.com. */
export interface SlotView {
  uid: string;
  startsAt: Date;
  endsAt: Date;
  meetingUrl: string | null;
}

/**
 * The slot as cal.com tells it. `missing`: it knows no such booking. `unknown`: it does not answer.
 * `uid` differs from the booking's once it was rescheduled over there. It was cancelled at `latest` or before;
 * null where cal.com does not say.
 */
export type CalendarView =
  | { kind: 'unknown' }
  | ({ kind: 'pending' } & SlotView)
  | ({ kind: 'accepted' } & SlotView)
  | { kind: 'rejected' }
  | { kind: 'cancelled'; by: 'candidate' | 'interviewer'; latest: Date | null }
  | { kind: 'missing' };

/** A refund of ours. One at a time that has not failed. */
export interface Refund {
  id: string;
  attempt: number;
  cause: RefundCause;
  amountCents: number;
  state: 'owed' | 'pending' | 'succeeded' | 'failed';
  stripeId: string | null;
}

/** Everything a decision looks at. */
export interface Facts {
  booking: Booking;
  /** All of the booking's refunds, those made in Stripe's dashboard included. */
  refunds: readonly Refund[];
  /** The dispute as we have it on record. */
  dispute: { id: string; status: string } | null;
  /** The start both agreed on that the calendar has not been told. */
  wish: Date | null;
  payment: PaymentView;
  calendar: CalendarView;
}

/** The refund of ours that has not failed, if any. */
export const liveRefund = (refunds: readonly Refund[]): Refund | null =>
  refunds.find(({ state, cause }) => state !== 'failed' && cause !== 'stripe') ?? null;
