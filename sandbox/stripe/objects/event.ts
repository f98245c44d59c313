import type Stripe from 'stripe';
import { newId } from '../ids.ts';
import type { Cause } from '../sandbox.ts';
import type { Dispute } from './dispute.ts';

/** The API version the installed SDK pins. */
export const API_VERSION = '2026-10-28.endive';

/** The events this stand-in can send. */
export const EVENT_TYPES = [
  'charge.captured',
  'charge.dispute.closed',
  'charge.dispute.created',
  'charge.dispute.funds_reinstated',
  'charge.dispute.funds_withdrawn',
  'charge.dispute.updated',
  'charge.expired',
  'charge.refunded',
  'charge.succeeded',
  'checkout.session.completed',
  'checkout.session.expired',
  'payment_intent.amount_capturable_updated',
  'payment_intent.canceled',
  'payment_intent.payment_failed',
  'payment_intent.requires_action',
  'payment_intent.succeeded',
  'refund.created',
  'refund.failed',
  'refund.updated',
] as const satisfies readonly Stripe.Event.Type[];

export type EventType = (typeof EVENT_TYPES)[number];

export type EventObject =
  | Stripe.Checkout.Session
  | Stripe.PaymentIntent
  | Stripe.Charge
  | Stripe.Refund
  | Dispute;

/** An event holding the object as it is now; later changes to the object leave it alone. */
export function newEvent(
  type: EventType,
  object: EventObject,
  cause: Cause,
  now: number,
  previous?: Record<string, unknown>,
): Stripe.EventBase {
  const snapshot = structuredClone(object) as unknown as Stripe.Event.Data.Object;
  return {
    id: newId('event'),
    object: 'event',
    api_version: API_VERSION,
    created: now,
    data: previous ? { object: snapshot, previous_attributes: previous } : { object: snapshot },
    livemode: false,
    pending_webhooks: 0,
    request: { id: cause.requestId, idempotency_key: cause.idempotencyKey },
    type,
  } satisfies Stripe.EventBase;
}
