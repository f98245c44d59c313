import { setTimeout as sleep } from 'node:timers/promises';
import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import type { ConfigRequest } from '../../sandbox/stripe/control.ts';
import {
  answers,
  authorised,
  captured,
  control,
  create,
  eventTypes,
  type Received,
  received,
  SECRET,
  setFaults,
  state,
  stripe,
  typeOf,
  until,
} from './stripe-bench.ts';

describe('events and webhooks', () => {
  it('follow each step in order', async () => {
    const intent = await captured();
    await stripe.refunds.create({ payment_intent: intent });
    expect(await eventTypes()).toEqual([
      'charge.succeeded',
      'payment_intent.amount_capturable_updated',
      'checkout.session.completed',
      'charge.captured',
      'payment_intent.succeeded',
      'refund.created',
      'charge.refunded',
      'refund.updated',
    ]);
  });

  it('are listed newest first, by type, and after a cursor', async () => {
    await captured();
    const all = (await stripe.events.list()).data;
    expect(all.map(({ type }) => type)[0]).toBe('payment_intent.succeeded');
    const cursor = all.at(-1)?.id ?? '';
    const types = ['checkout.session.completed', 'payment_intent.succeeded'];
    const newer = await stripe.events.list({ ending_before: cursor, types });
    expect(newer.data.map(({ type }) => type)).toEqual(types.toReversed());
    const one = await stripe.events.retrieve(cursor);
    expect(one).toMatchObject({ object: 'event', api_version: '2026-10-28.endive', livemode: false });
  });

  it('tell which request led to them', async () => {
    const { intent } = await authorised();
    const { lastResponse } = await stripe.paymentIntents.capture(
      intent,
      {},
      { idempotencyKey: 'capture:b1' },
    );
    const [event] = (await stripe.events.list({ type: 'payment_intent.succeeded' })).data;
    expect(event?.request).toEqual({ id: lastResponse.requestId, idempotency_key: 'capture:b1' });
  });

  it('arrive quickly, signed so that the SDK accepts them', async () => {
    const { session } = await authorised();
    await until(() => received.length === 3, 500);
    const events = received.map(({ body, headers }) =>
      stripe.webhooks.constructEvent(body, String(headers['stripe-signature']), SECRET),
    );
    expect(events.map(({ type }) => type).sort()).toEqual([
      'charge.succeeded',
      'checkout.session.completed',
      'payment_intent.amount_capturable_updated',
    ]);
    const completed = events.find(({ type }) => type === 'checkout.session.completed');
    expect(completed?.data.object).toMatchObject({
      id: session,
      status: 'complete',
      metadata: { booking: 'b1' },
    });
    const { body, headers } = received[0] as Received;
    expect(() =>
      stripe.webhooks.constructEvent(body, String(headers['stripe-signature']), 'whsec_other'),
    ).toThrow();
    expect(() =>
      stripe.webhooks.constructEvent(`${body} `, String(headers['stripe-signature']), SECRET),
    ).toThrow();
  });

  it('are tried again until they are taken', async () => {
    const { id } = await create();
    answers.push(500, 503);
    await stripe.checkout.sessions.expire(id);
    await until(() => received.length === 1);
    const [pending] = (await stripe.events.list({ delivery_success: false })).data;
    expect(pending).toMatchObject({ type: 'checkout.session.expired', pending_webhooks: 1 });
    await until(() => received.length === 3);
    await until(async () => (await state()).deliveries[0]?.state === 'delivered');
    expect((await state()).deliveries[0]?.attempts.map(({ status }) => status)).toEqual([500, 503, 200]);
    expect((await stripe.events.list({ delivery_success: false })).data).toEqual([]);
    expect((await stripe.events.retrieve(pending?.id ?? '')).pending_webhooks).toBe(0);
  });

  it('can be lost, found by the reconciler, and sent again', async () => {
    const { id } = await create();
    await setFaults({ webhooks: { drop: 1 } });
    await stripe.checkout.sessions.expire(id);
    await sleep(100);
    expect(received).toEqual([]);
    const [lost] = (await stripe.events.list({ delivery_success: false })).data;
    expect(lost?.type).toBe('checkout.session.expired');
    await control('POST', 'deliver', { eventId: lost?.id });
    await until(() => received.length === 1);
  });

  it('can come more than once', async () => {
    const { id } = await create();
    await setFaults({ webhooks: { duplicate: 2 } });
    await stripe.checkout.sessions.expire(id);
    await until(() => received.length === 3);
    expect(new Set(received.map(({ body }) => (JSON.parse(body) as Stripe.Event).id)).size).toBe(1);
  });

  it('can come out of order, and late', async () => {
    await setFaults({ webhooks: { reorder: true, delayMs: 50 } });
    await authorised();
    expect(received).toEqual([]);
    await until(() => received.length === 3);
    expect(received.map(typeOf)[0]).toBe('checkout.session.completed');
  });

  it('go where the configuration says', async () => {
    const before = (await state()).webhookUrl ?? '';
    await control('POST', 'config', {
      webhookUrl: `${before}/elsewhere`,
      webhookSecret: 'whsec_2',
    } satisfies ConfigRequest);
    await authorised();
    await until(() => received.length === 3);
    const { body, headers } = received[0] as Received;
    expect(stripe.webhooks.constructEvent(body, String(headers['stripe-signature']), 'whsec_2')).toBeTruthy();
    await control('POST', 'config', { webhookUrl: before, webhookSecret: SECRET } satisfies ConfigRequest);
  });
});
