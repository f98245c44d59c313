import type Stripe from 'stripe';
import type { CreateSession } from '../api/session-params.ts';
import { newId } from '../ids.ts';
import type { LineItem } from './line-item.ts';

/** An open session of the hosted page. Its intent appears when the first card is tried. */
export function newSession(
  wanted: CreateSession,
  items: readonly LineItem[],
  publicUrl: string,
  now: number,
): Stripe.Checkout.Session {
  const id = newId('session');
  const total = items.reduce((sum, item) => sum + item.amount_total, 0);
  return {
    id,
    object: 'checkout.session',
    adaptive_pricing: { enabled: wanted.adaptive_pricing?.enabled ?? false },
    after_expiration: null,
    allow_promotion_codes: wanted.allow_promotion_codes ?? null,
    allowed_payment_method_types: wanted.allowed_payment_method_types ?? null,
    amount_subtotal: total,
    amount_total: total,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: wanted.billing_address_collection ?? null,
    cancel_url: wanted.cancel_url ?? null,
    client_reference_id: wanted.client_reference_id ?? null,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created: now,
    currency: items[0]?.currency ?? null,
    currency_conversion: null,
    custom_fields: [],
    custom_text: customText(wanted),
    customer: null,
    customer_account: null,
    customer_creation: wanted.customer_creation ?? 'if_required',
    customer_details: wanted.customer_email ? customerDetails(wanted.customer_email, null) : null,
    customer_email: wanted.customer_email ?? null,
    discounts: [],
    expires_at: wanted.expires_at ?? now + 86_400,
    integration_identifier: wanted.integration_identifier ?? null,
    invoice: null,
    invoice_creation: {
      enabled: false,
      invoice_data: {
        account_tax_ids: null,
        custom_fields: null,
        description: null,
        footer: null,
        issuer: null,
        metadata: {},
        rendering_options: null,
      },
    },
    livemode: false,
    locale: wanted.locale ?? null,
    managed_payments: { enabled: false },
    metadata: wanted.metadata ?? {},
    mode: wanted.mode,
    origin_context: wanted.origin_context ?? null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection: 'if_required',
    payment_method_configuration_details: null,
    payment_method_options: { card: { request_three_d_secure: 'automatic' } },
    payment_method_types: ['card'],
    payment_status: 'unpaid',
    permissions: null,
    phone_number_collection: { enabled: wanted.phone_number_collection?.enabled ?? false },
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: 'open',
    submit_type: wanted.submit_type ?? null,
    subscription: null,
    success_url: wanted.success_url,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: wanted.ui_mode,
    url: `${publicUrl}/c/pay/${id}`,
    wallet_options: null,
  } satisfies Stripe.Checkout.Session;
}

/** Who paid, as the hosted page collected it. */
export function customerDetails(
  email: string | null,
  name: string | null,
): Stripe.Checkout.Session.CustomerDetails {
  return {
    address: { city: null, country: 'US', line1: null, line2: null, postal_code: null, state: null },
    business_name: null,
    email,
    individual_name: null,
    name,
    phone: null,
    tax_exempt: 'none',
    tax_ids: [],
  };
}

function customText(wanted: CreateSession): Stripe.Checkout.Session.CustomText {
  return {
    after_submit: wanted.custom_text?.after_submit ?? null,
    shipping_address: null,
    submit: wanted.custom_text?.submit ?? null,
    terms_of_service_acceptance: null,
  };
}
