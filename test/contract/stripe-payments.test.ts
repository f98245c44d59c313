import { describe, expect, it } from 'vitest';
import type { DisputeRequest, FailRefundRequest } from '../../sandbox/stripe/control.ts';
import {
  authorised,
  captured,
  control,
  errorOf,
  eventTypes,
  moveClock,
  setFaults,
  stripe,
  until,
} from './stripe-bench.ts';

describe('the payment', () => {
  it('is captured once', async () => {
    const { session, intent } = await authorised();
    const done = await stripe.paymentIntents.capture(intent, { expand: ['latest_charge'] });
    expect(done).toMatchObject({
      status: 'succeeded',
      amount_capturable: 0,
      amount_received: 15_000,
      latest_charge: { captured: true, amount_captured: 15_000 },
    });
    expect(await stripe.checkout.sessions.retrieve(session)).toMatchObject({ payment_status: 'paid' });
    const again = await errorOf(stripe.paymentIntents.capture(intent));
    expect(again.code).toBe('payment_intent_unexpected_state');
    expect(again.message).toContain('already been captured');
  });

  it('is let go by cancelling, and never captured after', async () => {
    const { intent } = await authorised();
    const canceled = await stripe.paymentIntents.cancel(intent, { cancellation_reason: 'abandoned' });
    expect(canceled).toMatchObject({
      status: 'canceled',
      cancellation_reason: 'abandoned',
      amount_received: 0,
    });
    expect((await errorOf(stripe.paymentIntents.capture(intent))).message).toContain('status of canceled');
    expect((await errorOf(stripe.paymentIntents.cancel(intent))).code).toBe(
      'payment_intent_unexpected_state',
    );
  });

  it('lapses when nobody captures within seven days', async () => {
    const { intent } = await authorised();
    await moveClock({ advanceSeconds: 7 * 86_400 + 1 });
    const lapsed = await stripe.paymentIntents.retrieve(intent);
    expect(lapsed).toMatchObject({ status: 'canceled', cancellation_reason: 'automatic' });
    expect(await eventTypes()).toContain('payment_intent.canceled');
  });

  it('is refunded in part, then in full, then no more', async () => {
    const intent = await captured();
    const part = await stripe.refunds.create({
      payment_intent: intent,
      amount: 5000,
      reason: 'requested_by_customer',
    });
    expect(part).toMatchObject({ status: 'succeeded', amount: 5000, payment_intent: intent });
    expect((await errorOf(stripe.refunds.create({ payment_intent: intent, amount: 10_001 }))).param).toBe(
      'amount',
    );
    const rest = await stripe.refunds.create({ payment_intent: intent, expand: ['charge'] });
    expect(rest).toMatchObject({ amount: 10_000, charge: { refunded: true, amount_refunded: 15_000 } });
    const third = await errorOf(stripe.refunds.create({ payment_intent: intent }));
    expect(third.code).toBe('charge_already_refunded');
    expect((await stripe.refunds.list({ payment_intent: intent })).data).toHaveLength(2);
    expect((await stripe.refunds.retrieve(part.id)).id).toBe(part.id);
  });

  it('is not refunded before it is captured', async () => {
    const { intent } = await authorised();
    expect((await errorOf(stripe.refunds.create({ payment_intent: intent }))).statusCode).toBe(400);
  });

  it('can have a refund that fails later, and be refunded again', async () => {
    const intent = await captured();
    await setFaults({ refunds: { failLater: true } });
    const { id } = await stripe.refunds.create({ payment_intent: intent });
    await until(async () => (await stripe.refunds.retrieve(id)).status === 'failed');
    expect((await stripe.refunds.retrieve(id)).failure_reason).toBe('lost_or_stolen_card');
    expect((await eventTypes()).at(-1)).toBe('refund.failed');
    await control('DELETE', 'faults');
    const again = await stripe.refunds.create({ payment_intent: intent });
    expect(again.status).toBe('succeeded');
    await control('POST', 'fail-refund', { refund: again.id } satisfies FailRefundRequest);
    expect((await stripe.refunds.retrieve(again.id)).status).toBe('failed');
  });

  it('is not refunded while disputed', async () => {
    const intent = await captured();
    await control('POST', 'dispute', { payment_intent: intent } satisfies DisputeRequest);
    const expanded = await stripe.paymentIntents.retrieve(intent, { expand: ['latest_charge'] });
    expect(expanded.latest_charge).toMatchObject({ disputed: true });
    expect((await errorOf(stripe.refunds.create({ payment_intent: intent }))).code).toBe('charge_disputed');
    expect((await eventTypes()).slice(-2)).toEqual([
      'charge.dispute.created',
      'charge.dispute.funds_withdrawn',
    ]);
  });
});
