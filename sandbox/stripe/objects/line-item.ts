import type Stripe from 'stripe';
import { newId } from '../ids.ts';

/** Amounts with decimals are strings on the wire; the SDK's types name its own class. */
type Price = Omit<Stripe.Price, 'unit_amount_decimal'> & { unit_amount_decimal: string | null };
export type LineItem = Omit<Stripe.LineItem, 'price'> & { price: Price };

export type LineItemDraft = {
  name: string;
  currency: string;
  unitAmount: number;
  quantity: number;
  taxBehavior: Stripe.Price.TaxBehavior | undefined;
};

export function newLineItem(draft: LineItemDraft, now: number): LineItem {
  const amount = draft.unitAmount * draft.quantity;
  return {
    id: newId('lineItem'),
    object: 'item',
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: amount,
    amount_tax: 0,
    amount_total: amount,
    currency: draft.currency,
    description: draft.name,
    metadata: null,
    price: newPrice(draft, now),
    quantity: draft.quantity,
  } satisfies LineItem;
}

function newPrice(draft: LineItemDraft, now: number): Price {
  return {
    id: newId('price'),
    object: 'price',
    active: false,
    billing_scheme: 'per_unit',
    created: now,
    currency: draft.currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: null,
    metadata: {},
    nickname: null,
    product: newId('product'),
    recurring: null,
    tax_behavior: draft.taxBehavior ?? 'unspecified',
    tiers_mode: null,
    transform_quantity: null,
    type: 'one_time',
    unit_amount: draft.unitAmount,
    unit_amount_decimal: String(draft.unitAmount),
  } satisfies Price;
}
