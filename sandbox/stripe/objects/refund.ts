import type Stripe from 'stripe';
import { newId } from '../ids.ts';

export type RefundDraft = {
  charge: Stripe.Charge;
  amount: number;
  reason: Stripe.Refund.Reason | null;
  metadata: Stripe.Metadata;
  status: 'succeeded' | 'pending';
};

/** A card refund: it counts as succeeded at once, and may still fail days later. */
export function newRefund(draft: RefundDraft, now: number): Stripe.Refund {
  return {
    id: newId('refund'),
    object: 'refund',
    amount: draft.amount,
    balance_transaction: newId('transaction'),
    charge: draft.charge.id,
    created: now,
    currency: draft.charge.currency,
    customer: null,
    customer_account: null,
    destination_details: {
      card: { reference_status: 'pending', reference_type: 'acquirer_reference_number', type: 'refund' },
      type: 'card',
    },
    metadata: draft.metadata,
    payment_intent: draft.charge.payment_intent,
    payment_method: draft.charge.payment_method,
    reason: draft.reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: draft.status,
    transfer_reversal: null,
  } satisfies Stripe.Refund;
}
