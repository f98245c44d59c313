import type Stripe from 'stripe';
import type { CreateSession } from '../api/session-params.ts';
import { type LineItem, newLineItem } from '../objects/line-item.ts';
import { newSession } from '../objects/session.ts';
import { badParameter, missing, refusal } from '../problem.ts';
import type { Cause, Sandbox } from '../sandbox.ts';
import { cancelAbandonedIntent } from './capture.ts';

/** What the session's payment will carry once a card is tried. */
export type PaymentPlan = {
  captureMethod: 'automatic' | 'automatic_async' | 'manual';
  description: string | null;
  metadata: Stripe.Metadata;
  receiptEmail: string | null;
  statementDescriptor: string | null;
  statementDescriptorSuffix: string | null;
  transferGroup: string | null;
};

/** The part of a session only Stripe knows. `challenged`: the card waiting for 3-D Secure. */
export type Checkout = {
  items: LineItem[];
  /** The products' descriptions, one per item: Stripe keeps them on the product. */
  details: (string | null)[];
  plan: PaymentPlan;
  challenged: { number: string; email: string | null; name: string | null } | null;
};

const HALF_HOUR = 30 * 60;
const DAY = 86_400;
/** A client whose clock is a little behind still gets its half hour. */
const CLOCK_SLACK = 5;

export function createCheckoutSession(sandbox: Sandbox, wanted: CreateSession): Stripe.Checkout.Session {
  const now = sandbox.now();
  checkExpiry(wanted.expires_at, now);
  const items = wanted.line_items.map(({ price_data, quantity }) =>
    newLineItem(
      {
        name: price_data.product_data.name,
        currency: price_data.currency,
        unitAmount: price_data.unit_amount,
        quantity: quantity ?? 1,
        taxBehavior: price_data.tax_behavior,
      },
      now,
    ),
  );
  const details = wanted.line_items.map(({ price_data }) => price_data.product_data.description ?? null);
  const session = newSession(wanted, items, sandbox.publicUrl, now);
  if ((session.amount_total ?? 0) < 50) {
    const message = "The Checkout Session's total amount must convert to at least 50 cents.";
    throw refusal(message, { code: 'amount_too_small' });
  }
  sandbox.ledger.sessions[session.id] = session;
  sandbox.due(session.expires_at);
  sandbox.ledger.checkouts[session.id] = { items, details, plan: planOf(wanted), challenged: null };
  sandbox.changed();
  return session;
}

function checkExpiry(expiresAt: number | undefined, now: number): void {
  if (expiresAt === undefined) return;
  if (expiresAt < now + HALF_HOUR - CLOCK_SLACK) {
    const message = 'The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.';
    throw badParameter('expires_at', undefined, message);
  }
  if (expiresAt > now + DAY + CLOCK_SLACK) {
    const message = 'The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.';
    throw badParameter('expires_at', undefined, message);
  }
}

function planOf({ payment_intent_data: data }: CreateSession): PaymentPlan {
  return {
    captureMethod: data?.capture_method ?? 'automatic_async',
    description: data?.description ?? null,
    metadata: data?.metadata ?? {},
    receiptEmail: data?.receipt_email ?? null,
    statementDescriptor: data?.statement_descriptor ?? null,
    statementDescriptorSuffix: data?.statement_descriptor_suffix ?? null,
    transferGroup: data?.transfer_group ?? null,
  };
}

export function findSession(sandbox: Sandbox, id: string): Stripe.Checkout.Session {
  const session = sandbox.ledger.sessions[id];
  if (!session) throw missing('checkout.session', id, 'session');
  return session;
}

/** By the API: only while open. */
export function expireSessionByRequest(sandbox: Sandbox, id: string, cause: Cause): Stripe.Checkout.Session {
  const session = findSession(sandbox, id);
  if (session.status !== 'open') {
    throw refusal(
      'Only Checkout Sessions with a status in ["open"] can be expired. ' +
        `This Checkout Session has a status of \`${session.status}\`.`,
    );
  }
  return expireSession(sandbox, session, cause);
}

/** By the clock or the API: closed for good, with the intent a failed try left behind. */
export function expireSession(
  sandbox: Sandbox,
  session: Stripe.Checkout.Session,
  cause: Cause,
): Stripe.Checkout.Session {
  const expired: Stripe.Checkout.Session = { ...session, status: 'expired', url: null };
  sandbox.ledger.sessions[session.id] = expired;
  if (typeof session.payment_intent === 'string') {
    cancelAbandonedIntent(sandbox, session.payment_intent, cause);
  }
  sandbox.emit('checkout.session.expired', expired, cause);
  return expired;
}
