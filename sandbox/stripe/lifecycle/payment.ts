import type Stripe from 'stripe';
import { DECLINES, type Decline, type TestCard, testCard } from '../checkout/cards.ts';
import { newCharge, type Payer } from '../objects/charge.ts';
import { newPaymentIntent } from '../objects/payment-intent.ts';
import { customerDetails } from '../objects/session.ts';
import { nobody, type Sandbox } from '../sandbox.ts';
import { settleDue } from './due.ts';

/** How a try at paying ended. */
export type Attempt =
  | { paid: Stripe.Checkout.Session }
  | { challenge: Stripe.Checkout.Session }
  | { declined: Decline }
  | {
      refused:
        | 'already-paid'
        | 'expired'
        | 'unknown-session'
        | 'incorrect-number'
        | 'nothing-to-authenticate';
    };

/** Tries a card on an open session: what pressing "Pay" on the hosted page does. */
export function payWithCard(sandbox: Sandbox, sessionId: string, typedNumber: string, payer: Payer): Attempt {
  const session = payable(sandbox, sessionId);
  if ('refused' in session) return session;
  const card = testCard(typedNumber);
  if (!card) return { refused: 'incorrect-number' };
  const intent = intentOf(sandbox, session.open);
  if (card.outcome === 'authenticate') return challenge(sandbox, session.open, intent, card, payer);
  if (card.outcome !== 'pays') return decline(sandbox, session.open, intent, DECLINES[card.outcome]);
  return succeed(sandbox, session.open, intent, card, payer);
}

/** The bank's answer on the 3-D Secure page. */
export function authenticate(sandbox: Sandbox, sessionId: string, completed: boolean): Attempt {
  const session = payable(sandbox, sessionId);
  if ('refused' in session) return session;
  const waiting = sandbox.ledger.checkouts[sessionId]?.challenged;
  const card = waiting && testCard(waiting.number);
  if (!card) return { refused: 'nothing-to-authenticate' };
  const intent = intentOf(sandbox, session.open);
  return completed
    ? succeed(sandbox, session.open, intent, card, waiting)
    : decline(sandbox, session.open, intent, DECLINES.unauthenticated);
}

function payable(
  sandbox: Sandbox,
  id: string,
): { open: Stripe.Checkout.Session } | Extract<Attempt, { refused: string }> {
  settleDue(sandbox);
  const session = sandbox.ledger.sessions[id];
  if (!session) return { refused: 'unknown-session' };
  if (session.status === 'complete') return { refused: 'already-paid' };
  if (session.status === 'expired') return { refused: 'expired' };
  return { open: session };
}

/** The session's intent; made when the first card is tried. */
function intentOf(sandbox: Sandbox, session: Stripe.Checkout.Session): Stripe.PaymentIntent {
  const { ledger } = sandbox;
  const known = typeof session.payment_intent === 'string' && ledger.payment_intents[session.payment_intent];
  if (known) return known;
  const plan = ledger.checkouts[session.id]?.plan;
  if (!plan) throw new Error(`Session ${session.id} has lost its plan`);
  const intent = newPaymentIntent(session, plan, sandbox.now());
  ledger.payment_intents[intent.id] = intent;
  ledger.sessions[session.id] = { ...session, payment_intent: intent.id };
  sandbox.lookups.sessionOf.set(intent.id, session.id);
  sandbox.changed();
  return intent;
}

function challenge(
  sandbox: Sandbox,
  session: Stripe.Checkout.Session,
  intent: Stripe.PaymentIntent,
  card: TestCard,
  payer: Payer,
): Attempt {
  const url = `${sandbox.publicUrl}/c/pay/${session.id}/authenticate`;
  const waiting: Stripe.PaymentIntent = {
    ...intent,
    status: 'requires_action',
    last_payment_error: null,
    next_action: { type: 'redirect_to_url', redirect_to_url: { url, return_url: session.success_url } },
  };
  sandbox.ledger.payment_intents[intent.id] = waiting;
  setChallenged(sandbox, session.id, { number: card.number, ...payer });
  sandbox.emit('payment_intent.requires_action', waiting, nobody);
  return { challenge: session };
}

function decline(
  sandbox: Sandbox,
  session: Stripe.Checkout.Session,
  intent: Stripe.PaymentIntent,
  why: Decline,
): Attempt {
  const failed: Stripe.PaymentIntent = {
    ...intent,
    status: 'requires_payment_method',
    next_action: null,
    last_payment_error: {
      type: why.declineCode ? 'card_error' : 'invalid_request_error',
      code: why.code,
      ...(why.declineCode ? { decline_code: why.declineCode } : {}),
      message: why.message,
    },
  };
  sandbox.ledger.payment_intents[intent.id] = failed;
  setChallenged(sandbox, session.id, null);
  sandbox.emit('payment_intent.payment_failed', failed, nobody);
  return { declined: why };
}

function succeed(
  sandbox: Sandbox,
  session: Stripe.Checkout.Session,
  intent: Stripe.PaymentIntent,
  card: TestCard,
  payer: Payer,
): Attempt {
  const { ledger } = sandbox;
  const manual = intent.capture_method === 'manual';
  const charge = newCharge(intent, card, payer, sandbox.now());
  const paid: Stripe.PaymentIntent = {
    ...intent,
    status: manual ? 'requires_capture' : 'succeeded',
    amount_capturable: manual ? intent.amount : 0,
    amount_received: manual ? 0 : intent.amount,
    latest_charge: charge.id,
    payment_method: charge.payment_method,
    last_payment_error: null,
    next_action: null,
  };
  const complete: Stripe.Checkout.Session = {
    ...session,
    status: 'complete',
    payment_status: manual ? 'unpaid' : 'paid',
    payment_intent: intent.id,
    customer_details: customerDetails(payer.email, payer.name),
    url: null,
  };
  ledger.charges[charge.id] = charge;
  ledger.payment_intents[paid.id] = paid;
  ledger.sessions[complete.id] = complete;
  setChallenged(sandbox, session.id, null);
  sandbox.emit('charge.succeeded', charge, nobody);
  const intentEvent = manual ? 'payment_intent.amount_capturable_updated' : 'payment_intent.succeeded';
  sandbox.emit(intentEvent, paid, nobody);
  sandbox.emit('checkout.session.completed', complete, nobody);
  return { paid: complete };
}

function setChallenged(
  sandbox: Sandbox,
  sessionId: string,
  challenged: { number: string; email: string | null; name: string | null } | null,
): void {
  const checkout = sandbox.ledger.checkouts[sessionId];
  if (checkout) checkout.challenged = challenged;
  sandbox.changed();
}
