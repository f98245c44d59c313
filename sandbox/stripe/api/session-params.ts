import { z } from 'zod';
import { email, expand, integer, listQuery, metadata, truth, url } from './params.ts';

const lineItem = z.strictObject({
  price_data: z.strictObject({
    currency: z
      .string()
      .regex(/^[a-z]{3}$/i, 'Invalid currency.')
      .transform((code) => code.toLowerCase()),
    unit_amount: integer({ min: 0 }),
    product_data: z.strictObject({
      name: z.string().min(1),
      description: z.string().optional(),
      images: z.array(url).max(8).optional(),
      metadata: metadata.optional(),
      tax_code: z.string().optional(),
    }),
    tax_behavior: z.enum(['exclusive', 'inclusive', 'unspecified']).optional(),
  }),
  quantity: integer({ min: 1 }).optional(),
  metadata: metadata.optional(),
});

const paymentIntentData = z.strictObject({
  capture_method: z.enum(['automatic', 'automatic_async', 'manual']).optional(),
  description: z.string().max(1000).optional(),
  metadata: metadata.optional(),
  receipt_email: email.optional(),
  statement_descriptor: z.string().max(22).optional(),
  statement_descriptor_suffix: z.string().max(22).optional(),
  transfer_group: z.string().optional(),
});

const message = z.strictObject({ message: z.string().max(1200) });

/**
 * What this stand-in knows of `checkout.sessions.create`. Anything else is
 * refused as unknown: better a loud refusal here than a silent one later.
 * (`payment_method_types` was removed in SDK v23: `allowed_payment_method_types`.)
 */
export const createSession = z.strictObject({
  adaptive_pricing: z.strictObject({ enabled: truth }).optional(),
  allow_promotion_codes: truth.optional(),
  allowed_payment_method_types: z.array(z.literal('card', 'The sandbox takes cards only.')).min(1).optional(),
  billing_address_collection: z.enum(['auto', 'required']).optional(),
  cancel_url: url.optional(),
  client_reference_id: z.string().max(200).optional(),
  currency: z.string().optional(),
  custom_text: z.strictObject({ submit: message.optional(), after_submit: message.optional() }).optional(),
  customer_creation: z.enum(['always', 'if_required']).optional(),
  customer_email: email.optional(),
  expand,
  expires_at: integer({}).optional(),
  integration_identifier: z.string().optional(),
  line_items: z.array(lineItem).min(1).max(100),
  locale: z.string().optional(),
  metadata: metadata.optional(),
  mode: z.literal('payment', 'The sandbox knows mode `payment` only.'),
  origin_context: z.enum(['mobile_app', 'web']).optional(),
  payment_intent_data: paymentIntentData.optional(),
  phone_number_collection: z.strictObject({ enabled: truth }).optional(),
  submit_type: z.enum(['auto', 'book', 'donate', 'pay']).optional(),
  success_url: url,
  ui_mode: z.literal('hosted_page', 'The sandbox knows ui_mode `hosted_page` only.').default('hosted_page'),
});

export type CreateSession = z.output<typeof createSession>;

export const listSessions = listQuery.extend({
  payment_intent: z.string().optional(),
  status: z.enum(['complete', 'expired', 'open']).optional(),
  customer_details: z.strictObject({ email: z.string() }).optional(),
});
