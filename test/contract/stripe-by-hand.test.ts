import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import type { DisputeRequest, RefundRequest, SettleRefundRequest } from '../../sandbox/stripe/control.ts';
import {
  captured,
  control,
  errorOf,
  eventTypes,
  setFaults,
  standIn,
  state,
  stripe,
  submit,
} from './stripe-bench.ts';

// What people and banks do behind our back: refunds by hand, refunds that don't arrive, disputes.

const byHand = (wish: RefundRequest) => control<Stripe.Refund>('POST', 'refund', wish);
const dispute = (wish: DisputeRequest) => control<Stripe.Dispute>('POST', 'dispute', wish);

async function chargeOf(intent: string): Promise<Stripe.Charge> {
  const { latest_charge } = await stripe.paymentIntents.retrieve(intent, { expand: ['latest_charge'] });
  return latest_charge as Stripe.Charge;
}

describe('a refund by hand', () => {
  it('is a refund like any other, of nobody’s request', async () => {
    const intent = await captured();
    const part = await byHand({ payment_intent: intent, amount: 5_000, reason: 'requested_by_customer' });
    expect(part).toMatchObject({ object: 'refund', amount: 5_000, status: 'succeeded' });
    expect(await chargeOf(intent)).toMatchObject({ amount_refunded: 5_000, refunded: false });
    const rest = await byHand({ payment_intent: intent });
    expect(rest.amount).toBe(10_000);
    expect(await chargeOf(intent)).toMatchObject({ amount_refunded: 15_000, refunded: true });
    const listed = await stripe.refunds.list({ payment_intent: intent });
    expect(listed.data.map(({ id }) => id)).toEqual([rest.id, part.id]);
    const [event] = (await stripe.events.list({ type: 'refund.created' })).data;
    expect(event?.request).toEqual({ id: null, idempotency_key: null });
  });

  it('can be no more than what is left', async () => {
    const intent = await captured();
    expect(await byHand({ payment_intent: intent, amount: 20_000 })).toHaveProperty('error');
    await byHand({ payment_intent: intent });
    expect((await errorOf(stripe.refunds.create({ payment_intent: intent }))).code).toBe(
      'charge_already_refunded',
    );
  });

  it('can be made on the dashboard, in part or whole', async () => {
    const intent = await captured();
    await submit('/dashboard/refunds', { payment_intent: intent, amount: '12.50' });
    expect((await state()).refunds.map(({ amount }) => amount)).toEqual([1_250]);
    expect(await (await fetch(standIn.url)).text()).toContain('137.50');
    await submit('/dashboard/refunds', { payment_intent: intent, amount: '' });
    expect((await state()).refunds.map(({ amount }) => amount)).toEqual([1_250, 13_750]);
  });
});

describe('a refund that takes its time', () => {
  it.each(['settle-refund', 'fail-refund'] as const)('is pending until %s', async (end) => {
    const intent = await captured();
    await setFaults({ refunds: { pending: true } });
    const { id, status } = await stripe.refunds.create({ payment_intent: intent });
    expect(status).toBe('pending');
    await control('POST', end, { refund: id } satisfies SettleRefundRequest);
    const failed = end === 'fail-refund';
    expect((await stripe.refunds.retrieve(id)).status).toBe(failed ? 'failed' : 'succeeded');
    expect((await eventTypes()).at(-1)).toBe(failed ? 'refund.failed' : 'refund.updated');
    expect((await chargeOf(intent)).amount_refunded).toBe(failed ? 0 : 15_000);
  });
});

describe('a dispute', () => {
  it('takes the money until the bank decides, and is refundable again only when won', async () => {
    const intent = await captured();
    const { id } = await dispute({ payment_intent: intent });
    expect(await chargeOf(intent)).toMatchObject({ disputed: true });
    expect((await errorOf(stripe.refunds.create({ payment_intent: intent }))).code).toBe('charge_disputed');
    expect(await byHand({ payment_intent: intent })).toHaveProperty('error');
    expect(await dispute({ dispute: id, review: true })).toMatchObject({ status: 'under_review' });
    expect(await dispute({ dispute: id, close: 'won' })).toMatchObject({
      status: 'won',
      is_charge_refundable: true,
    });
    const types = (await eventTypes()).filter((type) => type.startsWith('charge.dispute'));
    expect(types).toEqual([
      'charge.dispute.created',
      'charge.dispute.funds_withdrawn',
      'charge.dispute.updated',
      'charge.dispute.closed',
      'charge.dispute.funds_reinstated',
    ]);
    expect((await stripe.refunds.create({ payment_intent: intent })).status).toBe('succeeded');
    expect(await dispute({ dispute: id, close: 'lost' })).toHaveProperty('error');
  });

  it('that is lost stays refused', async () => {
    const intent = await captured();
    const { id } = await dispute({ payment_intent: intent });
    await dispute({ dispute: id, close: 'lost' });
    expect((await errorOf(stripe.refunds.create({ payment_intent: intent }))).code).toBe('charge_disputed');
  });

  it('that is only an inquiry leaves the money, and a refund possible', async () => {
    const intent = await captured();
    const inquiry = await dispute({ payment_intent: intent, inquiry: true });
    expect(inquiry).toMatchObject({ status: 'warning_needs_response', is_charge_refundable: true });
    expect(await eventTypes()).not.toContain('charge.dispute.funds_withdrawn');
    expect((await stripe.refunds.create({ payment_intent: intent })).status).toBe('succeeded');
    expect(await dispute({ dispute: inquiry.id, close: 'won' })).toMatchObject({ status: 'warning_closed' });
  });
});
