import type Stripe from 'stripe';
import { newId } from '../ids.ts';
import { badParameter, missing, refusal } from '../problem.ts';
import { type Cause, nobody, type Sandbox } from '../sandbox.ts';

export function findIntent(sandbox: Sandbox, id: string): Stripe.PaymentIntent {
  const intent = sandbox.ledger.payment_intents[id];
  if (!intent) throw missing('payment_intent', id, 'intent');
  return intent;
}

/** Takes the money that was held; what is not taken is given back. */
export function captureIntent(
  sandbox: Sandbox,
  id: string,
  wanted: { amount_to_capture?: number | undefined; metadata?: Stripe.Metadata | undefined },
  cause: Cause,
): Stripe.PaymentIntent {
  const intent = findIntent(sandbox, id);
  const charge = chargeOf(sandbox, intent);
  if (intent.status !== 'requires_capture' || !charge) throw cannotCapture(intent);
  const amount = wanted.amount_to_capture ?? intent.amount_capturable;
  if (amount > intent.amount_capturable) {
    const message =
      `The requested capture amount is greater than the amount you can capture for this charge. ` +
      `You can capture up to ${intent.amount_capturable} for this charge.`;
    throw badParameter('amount_to_capture', 'amount_too_large', message);
  }
  const captured: Stripe.Charge = {
    ...charge,
    captured: true,
    amount_captured: amount,
    amount_refunded: charge.amount - amount,
    balance_transaction: newId('transaction'),
  };
  const succeeded: Stripe.PaymentIntent = {
    ...intent,
    status: 'succeeded',
    amount_capturable: 0,
    amount_received: amount,
    metadata: { ...intent.metadata, ...wanted.metadata },
  };
  sandbox.ledger.charges[charge.id] = captured;
  sandbox.ledger.payment_intents[id] = succeeded;
  markSessionPaid(sandbox, id);
  sandbox.emit('charge.captured', captured, cause, { captured: false, amount_captured: 0 });
  sandbox.emit('payment_intent.succeeded', succeeded, cause);
  return succeeded;
}

function cannotCapture(intent: Stripe.PaymentIntent) {
  const because =
    intent.status === 'succeeded'
      ? 'it has already been captured.'
      : `it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be captured: requires_capture.`;
  const message = `This PaymentIntent could not be captured because ${because}`;
  return refusal(message, { code: 'payment_intent_unexpected_state', payment_intent: intent });
}

/** Lets the held money go. Before that state Checkout owns the intent: expire the session instead. */
export function cancelIntent(
  sandbox: Sandbox,
  id: string,
  reason: Stripe.PaymentIntent.CancellationReason | null,
  cause: Cause,
): Stripe.PaymentIntent {
  const intent = findIntent(sandbox, id);
  if (intent.status === 'requires_capture') return release(sandbox, intent, reason, cause);
  const final = intent.status === 'succeeded' || intent.status === 'canceled';
  const message = final
    ? `You cannot cancel this PaymentIntent because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be canceled: requires_payment_method, requires_capture, requires_reauthorization, requires_confirmation, requires_action, processing.`
    : 'You cannot cancel this PaymentIntent because it was created by Checkout. Expire the Checkout Session instead.';
  throw refusal(message, { code: 'payment_intent_unexpected_state', payment_intent: intent });
}

/** The bank's hold ran out before anybody captured. */
export function lapseAuthorisation(sandbox: Sandbox, intent: Stripe.PaymentIntent): void {
  release(sandbox, intent, 'automatic', nobody);
  const charge = chargeOf(sandbox, intent);
  if (charge) sandbox.emit('charge.expired', charge, nobody);
}

/** The session is over; an intent no card has paid goes with it. */
export function cancelAbandonedIntent(sandbox: Sandbox, id: string, cause: Cause): void {
  const intent = findIntent(sandbox, id);
  if (intent.status === 'requires_payment_method' || intent.status === 'requires_action') {
    release(sandbox, intent, 'expired', cause);
  }
}

function release(
  sandbox: Sandbox,
  intent: Stripe.PaymentIntent,
  reason: Stripe.PaymentIntent.CancellationReason | null,
  cause: Cause,
): Stripe.PaymentIntent {
  const canceled: Stripe.PaymentIntent = {
    ...intent,
    status: 'canceled',
    amount_capturable: 0,
    canceled_at: sandbox.now(),
    cancellation_reason: reason,
    next_action: null,
  };
  const charge = chargeOf(sandbox, intent);
  if (charge) {
    // Stripe shows a released hold as a charge refunded in full.
    sandbox.ledger.charges[charge.id] = { ...charge, refunded: true, amount_refunded: charge.amount };
  }
  sandbox.ledger.payment_intents[intent.id] = canceled;
  sandbox.emit('payment_intent.canceled', canceled, cause);
  return canceled;
}

export function chargeOf(sandbox: Sandbox, intent: Stripe.PaymentIntent): Stripe.Charge | undefined {
  return typeof intent.latest_charge === 'string' ? sandbox.ledger.charges[intent.latest_charge] : undefined;
}

function markSessionPaid(sandbox: Sandbox, intentId: string): void {
  const { sessions } = sandbox.ledger;
  const session = sessions[sandbox.lookups.sessionOf.get(intentId) ?? ''];
  if (session) sessions[session.id] = { ...session, payment_status: 'paid' };
}
