import type Stripe from 'stripe';
import type { DisputeView } from '../../features/booking/facts-domain.ts';
import type { PaymentView, RefundView } from './port.ts';

// What Stripe has of a payment, read into the words of our port.

/** Branches on the intent's status: under manual capture `payment_status` says `unpaid` all along. */
export async function toView(stripe: Stripe, session: Stripe.Checkout.Session): Promise<PaymentView> {
  if (session.status === 'open') return { kind: 'open' };
  if (session.status === 'expired') return { kind: 'expired' };
  const intent = session.payment_intent;
  if (!intent || typeof intent === 'string') return { kind: 'pending' };
  const money = { intentId: intent.id, amountCents: intent.amount, currency: intent.currency };
  const charge = typeof intent.latest_charge === 'object' ? intent.latest_charge : null;
  switch (intent.status) {
    case 'requires_capture':
      return { kind: 'authorised', ...money, captureBefore: captureBefore(charge) };
    case 'succeeded': {
      // A refunded intent goes on saying `succeeded`; only its charge and the refunds know.
      const [refunds, dispute] = await Promise.all([
        refundsOf(stripe, intent.id),
        charge?.disputed ? disputeOf(stripe, intent.id) : null,
      ]);
      return { kind: 'captured', ...money, refundedCents: charge?.amount_refunded ?? 0, refunds, dispute };
    }
    case 'canceled':
      return { kind: 'cancelled' };
    default:
      return { kind: 'pending' };
  }
}

function captureBefore(charge: Stripe.Charge | null): Date | null {
  const seconds = charge?.payment_method_details?.card?.capture_before;
  return seconds ? new Date(seconds * 1000) : null;
}

async function refundsOf(stripe: Stripe, intentId: string): Promise<RefundView[]> {
  const { data } = await stripe.refunds.list({ payment_intent: intentId, limit: 100 });
  return data.map(toRefund).reverse();
}

export function toRefund(refund: Stripe.Refund): RefundView {
  const { id, amount, status, metadata } = refund;
  const state =
    status === 'succeeded'
      ? 'succeeded'
      : status === 'failed' || status === 'canceled'
        ? 'failed'
        : 'pending';
  return { id, ours: metadata?.refund ?? null, amountCents: amount, state };
}

/** Won or only inquired into, the money is ours to refund; needing an answer or lost, it is with the bank. */
const FREE_OF_DISPUTE = ['won', 'warning_closed', 'prevented'];

async function disputeOf(stripe: Stripe, intentId: string): Promise<DisputeView | null> {
  const { data } = await stripe.disputes.list({ payment_intent: intentId, limit: 1 });
  const dispute = data[0];
  if (!dispute) return null;
  const { id, status, reason, amount, created } = dispute;
  return {
    ...{ id, status, reason },
    amountCents: amount,
    openedAt: new Date(created * 1000),
    isOpen: !FREE_OF_DISPUTE.includes(status),
  };
}
