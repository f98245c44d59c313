/** What we need of a payment provider, in our own words. No Stripe type crosses this file. */

import type { PaymentView, RefundView } from '../../features/booking/facts-domain.ts';

export type { PaymentView, RefundView };

/** Everything a Checkout session is made from; all of it stands in the booking's row. */
export interface CheckoutRequest {
  bookingId: string;
  attempt: number;
  description: string;
  amountCents: number;
  currency: string;
  candidateEmail: string;
  expiresAt: Date;
  successUrl: string;
  cancelUrl: string;
}

export interface CheckoutSession {
  sessionId: string;
  url: string | null;
}

/**
 * Something went wrong out there. `permanent`: the same request will never succeed. `inProgress`: the
 * same request is being answered already, to somebody else of us. `isStored`: the answer was an error of
 * the provider's own, which it repeats for this idempotency key for a day.
 */
export class PaymentError extends Error {
  readonly permanent: boolean;
  readonly inProgress: boolean;
  readonly isStored: boolean;
  constructor(
    message: string,
    options: { permanent: boolean; inProgress?: boolean; isStored?: boolean; cause?: unknown },
  ) {
    super(message, { cause: options.cause });
    this.permanent = options.permanent;
    this.inProgress = options.inProgress ?? false;
    this.isStored = options.isStored ?? false;
  }
}

/** A webhook whose signature held. */
export interface PaymentEvent {
  id: string;
  type: string;
  /** False: a test-mode event on a live deployment, or the other way round. */
  matchesMode: boolean;
  /** The booking named in the object's metadata, where there is one. */
  bookingId: string | null;
  payload: unknown;
}

/** A refund as it stands in our books; its idempotency key is made of it. */
export interface RefundRequest {
  bookingId: string;
  refundId: string;
  attempt: number;
  intentId: string;
  amountCents: number;
}

export interface Payments {
  /** Opens the hosted page; the same booking and attempt give the same session. Throws PaymentError. */
  openCheckout(request: CheckoutRequest): Promise<CheckoutSession>;
  /** Makes an open session unpayable. Quietly does nothing when it no longer is open. */
  closeCheckout(sessionId: string): Promise<void>;
  /** What has become of the candidate's money. */
  view(sessionId: string): Promise<PaymentView>;
  /** Takes the money that is held. Safe to repeat; `attempt` tells a key from the one before. */
  capture(bookingId: string, intentId: string, attempt: number): Promise<void>;
  /** Lets the held money go. Safe to repeat; `attempt` tells a key from the one before. */
  letGo(bookingId: string, intentId: string, attempt: number): Promise<void>;
  /** Gives captured money back. Safe to repeat: the same attempt makes one refund. */
  refund(request: RefundRequest): Promise<RefundView>;
  /** Events since an instant that never reached us, oldest first. */
  undelivered(since: Date): Promise<PaymentEvent[]>;
  /** Checks a delivery's signature over its raw body; null when it does not hold. */
  verifyEvent(rawBody: string, signature: string | undefined): PaymentEvent | null;
}
