/** What we need of a payment provider, in our own words. No Stripe type crosses this file. */

import type { PaymentView } from '../../features/booking/convergence.ts';

export type { PaymentView };

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
 * same request is being answered already, to somebody else of us.
 */
export class PaymentError extends Error {
  readonly permanent: boolean;
  readonly inProgress: boolean;
  constructor(message: string, options: { permanent: boolean; inProgress?: boolean; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.permanent = options.permanent;
    this.inProgress = options.inProgress ?? false;
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

export interface Payments {
  /** Opens the hosted page; the same booking and attempt give the same session. Throws PaymentError. */
  openCheckout(request: CheckoutRequest): Promise<CheckoutSession>;
  /** Makes an open session unpayable. Quietly does nothing when it no longer is open. */
  closeCheckout(sessionId: string): Promise<void>;
  /** What has become of the candidate's money. */
  view(sessionId: string): Promise<PaymentView>;
  /** Takes the money that is held. Safe to repeat. */
  capture(bookingId: string, intentId: string): Promise<void>;
  /** Lets the held money go. Safe to repeat. */
  letGo(bookingId: string, intentId: string): Promise<void>;
  /** Gives captured money back in full, once for a booking. Safe to repeat. */
  refund(bookingId: string, intentId: string): Promise<void>;
  /** Checks a delivery's signature over its raw body; null when it does not hold. */
  verifyEvent(rawBody: string, signature: string | undefined): PaymentEvent | null;
}
