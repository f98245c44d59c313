import Stripe from 'stripe';
import {
  type CheckoutRequest,
  type CheckoutSession,
  PaymentError,
  type PaymentEvent,
  type Payments,
} from './port.ts';
import { toRefund, toView } from './stripe-view.ts';

/** Events taken in by one sweep: far more than an outage of days leaves behind. */
const MOST_EVENTS = 10_000;

export interface StripeOptions {
  secretKey: string;
  webhookSecret: string;
  /** Only to point at a stand-in; null for Stripe itself. */
  apiUrl: URL | null;
}

/** Stripe behind our port: hosted Checkout, authorised first, captured once the slot is firm. */
export function stripePayments(options: StripeOptions): Payments {
  const stripe = new Stripe(options.secretKey, {
    // Ten seconds and two more tries, which the SDK sends with the same idempotency key.
    timeout: 10_000,
    maxNetworkRetries: 2,
    telemetry: false,
    appInfo: { name: '508.dev Interview Service' },
    ...(options.apiUrl && hostOf(options.apiUrl)),
  });
  const live = /^(sk|rk)_live_/.test(options.secretKey);

  return {
    async openCheckout(request) {
      return translated(async () => {
        const session = await stripe.checkout.sessions.create(sessionParams(request), {
          idempotencyKey: `checkout:${request.bookingId}:${request.attempt}`,
        });
        return toSession(session);
      });
    },

    async closeCheckout(sessionId) {
      await translated(async () => {
        try {
          await stripe.checkout.sessions.expire(sessionId);
        } catch (error) {
          // It may have completed or ended in this very moment: what it is now decides, not the error.
          const session = await stripe.checkout.sessions.retrieve(sessionId);
          if (session.status === 'open') throw error;
        }
      });
    },

    async view(sessionId) {
      return translated(async () => {
        const session = await stripe.checkout.sessions.retrieve(sessionId, {
          expand: ['payment_intent.latest_charge'],
        });
        return toView(stripe, session);
      });
    },

    async capture(bookingId, intentId, attempt) {
      await translated(async () => {
        const idempotencyKey = `capture:${bookingId}:${attempt}`;
        await stripe.paymentIntents.capture(intentId, {}, { idempotencyKey });
      });
    },

    async letGo(bookingId, intentId, attempt) {
      await translated(async () => {
        const idempotencyKey = `cancel:${bookingId}:${attempt}`;
        await stripe.paymentIntents.cancel(intentId, {}, { idempotencyKey });
      });
    },

    async refund(request) {
      return translated(async () => {
        const refund = await stripe.refunds.create(
          {
            payment_intent: request.intentId,
            amount: request.amountCents,
            reason: 'requested_by_customer',
            metadata: { booking: request.bookingId, refund: request.refundId },
          },
          { idempotencyKey: `refund:${request.bookingId}:${request.attempt}` },
        );
        return toRefund(refund);
      });
    },

    async undelivered(since) {
      return translated(async () => {
        const created = { gte: Math.floor(since.getTime() / 1000) };
        const events: PaymentEvent[] = [];
        for await (const event of stripe.events.list({ created, delivery_success: false, limit: 100 })) {
          events.push(toEvent(event, live));
          if (events.length >= MOST_EVENTS) break;
        }
        return events.reverse();
      });
    },

    verifyEvent(rawBody, signature) {
      if (!signature) return null;
      try {
        return toEvent(stripe.webhooks.constructEvent(rawBody, signature, options.webhookSecret), live);
      } catch {
        return null;
      }
    },
  };
}

function hostOf(url: URL) {
  return {
    host: url.hostname,
    port: url.port || (url.protocol === 'https:' ? '443' : '80'),
    protocol: url.protocol === 'https:' ? ('https' as const) : ('http' as const),
  };
}

function sessionParams(request: CheckoutRequest): Stripe.Checkout.SessionCreateParams {
  const metadata = { booking: request.bookingId };
  return {
    mode: 'payment',
    ui_mode: 'hosted_page',
    // Manual capture needs a method that can be held; bank redirects can't.
    allowed_payment_method_types: ['card'],
    client_reference_id: request.bookingId,
    customer_email: request.candidateEmail,
    expires_at: Math.floor(request.expiresAt.getTime() / 1000),
    success_url: request.successUrl,
    cancel_url: request.cancelUrl,
    metadata,
    payment_intent_data: {
      capture_method: 'manual',
      metadata,
      transfer_group: request.bookingId,
      description: request.description,
    },
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: request.currency,
          unit_amount: request.amountCents,
          product_data: { name: request.description },
        },
      },
    ],
  };
}

function toSession(session: Stripe.Checkout.Session): CheckoutSession {
  return { sessionId: session.id, url: session.url };
}

function toEvent(event: Stripe.Event, live: boolean): PaymentEvent {
  const object = event.data.object as { metadata?: Record<string, string> | null };
  return {
    id: event.id,
    type: event.type,
    matchesMode: event.livemode === live,
    bookingId: object.metadata?.booking ?? null,
    payload: withoutSecrets(event),
  };
}

/** What is kept of an event. Whoever has a client secret can act on the payment: nothing here needs it. */
const withoutSecrets = (event: Stripe.Event): unknown =>
  JSON.parse(JSON.stringify(event, (key, value) => (key === 'client_secret' ? undefined : value)));

async function translated<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    const status = error.statusCode ?? 0;
    throw new PaymentError(`Stripe: ${error.type} ${error.code ?? ''} ${error.message}`.trim(), {
      inProgress: error.code === 'idempotency_key_in_use',
      isStored: status >= 500,
      permanent: status >= 400 && status < 500 && status !== 409 && status !== 429,
      cause: error,
    });
  }
}
