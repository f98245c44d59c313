import type Stripe from 'stripe';
import { addTo } from '../lookups.ts';
import { formatAmount } from '../money.ts';
import { newRefund } from '../objects/refund.ts';
import { badParameter, missing, refusal } from '../problem.ts';
import { type Cause, nobody, type Sandbox } from '../sandbox.ts';
import { chargeOf, findIntent } from './capture.ts';

export type RefundWanted = {
  payment_intent?: string | undefined;
  charge?: string | undefined;
  amount?: number | undefined;
  reason?: 'duplicate' | 'fraudulent' | 'requested_by_customer' | undefined;
  metadata?: Stripe.Metadata | undefined;
};

/** How soon a refund fails that was told to fail later. */
const FAILS_AFTER_MS = 250;

export function createRefund(sandbox: Sandbox, wanted: RefundWanted, cause: Cause): Stripe.Refund {
  const charge = chargeToRefund(sandbox, wanted);
  const left = charge.amount_captured - refundedOn(sandbox, charge.id);
  if (left <= 0) {
    throw refusal(`Charge ${charge.id} has already been refunded.`, {
      code: 'charge_already_refunded',
      charge: charge.id,
    });
  }
  const amount = wanted.amount ?? left;
  if (amount > left) {
    const [asked, most] = [amount, left].map((cents) => formatAmount(cents, charge.currency));
    const message = `Refund amount (${asked}) is greater than unrefunded amount on charge (${most})`;
    throw refusal(message, { param: 'amount', charge: charge.id });
  }
  const { reason = null, metadata = {} } = wanted;
  const status = sandbox.ledger.faults.refunds.pending ? 'pending' : 'succeeded';
  const refund = newRefund({ charge, amount, reason, metadata, status }, sandbox.now());
  sandbox.ledger.refunds[refund.id] = refund;
  addTo(sandbox.lookups.refundsOf, charge.id, refund.id);
  const refunded = recountRefunds(sandbox, charge);
  sandbox.emit('refund.created', refund, cause);
  sandbox.emit('charge.refunded', refunded, cause, { amount_refunded: charge.amount_refunded });
  if (status === 'succeeded') finishRefund(sandbox, refund, cause);
  return refund;
}

function chargeToRefund(sandbox: Sandbox, wanted: RefundWanted): Stripe.Charge {
  if (!wanted.payment_intent && !wanted.charge) {
    const message =
      'One of the following params should be provided for this request: payment_intent or charge.';
    throw badParameter('payment_intent', 'parameter_missing', message);
  }
  const intent = wanted.payment_intent ? findIntent(sandbox, wanted.payment_intent) : null;
  const charge = intent ? chargeOf(sandbox, intent) : findCharge(sandbox, wanted.charge ?? '');
  if (!charge?.captured) {
    const message = `This PaymentIntent (${wanted.payment_intent ?? charge?.payment_intent}) does not have a successful charge to refund.`;
    throw refusal(message, { param: wanted.payment_intent ? 'payment_intent' : 'charge' });
  }
  const dispute = Object.values(sandbox.ledger.disputes).find((each) => each.charge === charge.id);
  if (dispute && !dispute.is_charge_refundable) {
    const message = `Charge ${charge.id} has been charged back; cannot issue a refund.`;
    throw refusal(message, { code: 'charge_disputed', charge: charge.id });
  }
  return charge;
}

/** The bank took it, and the reference for tracing it is there; or it will fail, if told so. */
function finishRefund(sandbox: Sandbox, refund: Stripe.Refund, cause: Cause): void {
  if (sandbox.ledger.faults.refunds.failLater) {
    setTimeout(() => failRefund(sandbox, refund.id), FAILS_AFTER_MS).unref();
    return;
  }
  const traced: Stripe.Refund = {
    ...refund,
    destination_details: {
      card: {
        reference: '7434612345678901234567',
        reference_status: 'available',
        reference_type: 'acquirer_reference_number',
        type: 'refund',
      },
      type: 'card',
    },
  };
  sandbox.ledger.refunds[refund.id] = traced;
  sandbox.emit('refund.updated', traced, cause);
}

/** Pending → succeeded: the bank took it after all. */
export function settleRefund(sandbox: Sandbox, id: string): Stripe.Refund | null {
  const refund = sandbox.ledger.refunds[id];
  if (refund?.status !== 'pending') return null;
  finishRefund(sandbox, { ...refund, status: 'succeeded' }, nobody);
  return sandbox.ledger.refunds[id] ?? null;
}

/** Pending or succeeded → failed: the bank sent the money back, and it is ours again. */
export function failRefund(sandbox: Sandbox, id: string): Stripe.Refund | null {
  const refund = sandbox.ledger.refunds[id];
  if (!refund || refund.status === 'failed') return null;
  const failed: Stripe.Refund = { ...refund, status: 'failed', failure_reason: 'lost_or_stolen_card' };
  sandbox.ledger.refunds[id] = failed;
  const charge = sandbox.ledger.charges[String(refund.charge)];
  if (charge) recountRefunds(sandbox, charge);
  sandbox.emit('refund.failed', failed, nobody, { status: refund.status });
  return failed;
}

/** The charge with its refunds counted anew. */
function recountRefunds(sandbox: Sandbox, charge: Stripe.Charge): Stripe.Charge {
  const released = charge.amount - charge.amount_captured;
  const amount = released + refundedOn(sandbox, charge.id);
  const counted: Stripe.Charge = { ...charge, amount_refunded: amount, refunded: amount >= charge.amount };
  sandbox.ledger.charges[charge.id] = counted;
  return counted;
}

function refundedOn(sandbox: Sandbox, chargeId: string): number {
  return (sandbox.lookups.refundsOf.get(chargeId) ?? [])
    .map((id) => sandbox.ledger.refunds[id])
    .filter((refund) => refund && refund.status !== 'failed' && refund.status !== 'canceled')
    .reduce((sum, refund) => sum + (refund?.amount ?? 0), 0);
}

export function findCharge(sandbox: Sandbox, id: string): Stripe.Charge {
  const charge = sandbox.ledger.charges[id];
  if (!charge) throw missing('charge', id, 'charge');
  return charge;
}
