import Stripe from 'stripe';
import {
  type CheckoutRequest,
  type CheckoutSession,
  PaymentError,
  type PaymentEvent,
  type Payments,
  type PaymentView,
} from './port.ts';

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
        return toView(session);
      });
    },

    async capture(bookingId, intentId) {
      await translated(async () => {
        await stripe.paymentIntents.capture(intentId, {}, { idempotencyKey: `capture:${bookingId}` });
      });
    },

    async letGo(bookingId, intentId) {
      await translated(async () => {
        await stripe.paymentIntents.cancel(intentId, {}, { idempotencyKey: `cancel:${bookingId}` });
      });
    },

    async refund(bookingId, intentId) {
      await translated(async () => {
        await stripe.refunds.create(
          { payment_intent: intentId, reason: 'requested_by_customer', metadata: { booking: bookingId } },
          { idempotencyKey: `refund:${bookingId}:1` },
        );
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

/** Branches on the intent's status: under manual capture `payment_status` says `unpaid` all along. */
function toView(session: Stripe.Checkout.Session): PaymentView {
  if (session.status === 'open') return { kind: 'open' };
  if (session.status === 'expired') return { kind: 'expired' };
  const intent = session.payment_intent;
  if (!intent || typeof intent === 'string') return { kind: 'pending' };
  const money = { intentId: intent.id, amountCents: intent.amount, currency: intent.currency };
  switch (intent.status) {
    case 'requires_capture':
      return { kind: 'authorised', ...money };
    case 'succeeded':
      return isRefunded(intent) ? { kind: 'refunded' } : { kind: 'captured', ...money };
    case 'canceled':
      return { kind: 'cancelled' };
    default:
      return { kind: 'pending' };
  }
}

/** A refunded intent goes on saying `succeeded`; only its charge knows. */
function isRefunded({ latest_charge: charge }: Stripe.PaymentIntent): boolean {
  return typeof charge === 'object' && charge !== null && charge.refunded;
}

function toEvent(event: Stripe.Event, live: boolean): PaymentEvent {
  const object = event.data.object as { metadata?: Record<string, string> | null };
  return {
    id: event.id,
    type: event.type,
    matchesMode: event.livemode === live,
    bookingId: object.metadata?.booking ?? null,
    payload: event,
  };
}

async function translated<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    const status = error.statusCode ?? 0;
    throw new PaymentError(`Stripe: ${error.type} ${error.code ?? ''} ${error.message}`.trim(), {
      inProgress: error.code === 'idempotency_key_in_use',
      permanent: status >= 400 && status < 500 && status !== 409 && status !== 429,
      cause: error,
    });
  }
}
