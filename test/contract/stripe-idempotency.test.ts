import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import {
  authorised,
  client,
  control,
  create,
  errorOf,
  eventTypes,
  setFaults,
  standIn,
  state,
  stripe,
} from './stripe-bench.ts';

describe('idempotency', () => {
  it('gives the first answer again for the same key', async () => {
    const first = await create({}, { idempotencyKey: 'checkout:b1:1' });
    const again = await create({ expires_at: first.expires_at }, { idempotencyKey: 'checkout:b1:1' });
    expect(again.id).toBe(first.id);
    expect(again.lastResponse.headers['idempotent-replayed']).toBe('true');
    expect((await state()).sessions).toHaveLength(1);
  });

  it('refuses the same key with other parameters or another path', async () => {
    const { id } = await create({}, { idempotencyKey: 'k' });
    const other = await errorOf(create({ client_reference_id: 'b2' }, { idempotencyKey: 'k' }));
    expect(other).toMatchObject({ statusCode: 400, type: 'StripeIdempotencyError' });
    const path = await errorOf(stripe.checkout.sessions.expire(id, {}, { idempotencyKey: 'k' }));
    expect(path.type).toBe('StripeIdempotencyError');
  });

  it('does not keep what was refused before it ran', async () => {
    await errorOf(create({ expires_at: 1 }, { idempotencyKey: 'k' }));
    expect((await create({}, { idempotencyKey: 'k' })).status).toBe('open');
  });

  it('answers 409 while the first request is still at work', async () => {
    await setFaults({ api: { mode: 'slow', delayMs: 1_500, times: 1 } });
    const params = { client_reference_id: 'once', expires_at: Math.floor(Date.now() / 1000) + 1860 };
    const first = create(params, { idempotencyKey: 'k' });
    await sleep(40);
    expect((await errorOf(create(params, { idempotencyKey: 'k' }))).statusCode).toBe(409);
    const { id } = await first;
    expect((await create(params, { idempotencyKey: 'k' })).id).toBe(id);
  });

  it('replays a 500 although the capture happened', async () => {
    const { intent } = await authorised();
    await setFaults({
      api: { match: 'POST /v1/payment_intents/…/capture', mode: '500-after-commit', times: 1 },
    });
    const key = { idempotencyKey: 'capture:b1' };
    expect((await errorOf(stripe.paymentIntents.capture(intent, {}, key))).statusCode).toBe(500);
    expect((await errorOf(stripe.paymentIntents.capture(intent, {}, key))).statusCode).toBe(500);
    expect(await stripe.paymentIntents.retrieve(intent)).toMatchObject({ status: 'succeeded' });
    expect((await eventTypes()).filter((type) => type === 'charge.captured')).toHaveLength(1);
  });

  it('lets a key be used again after a 500 that changed nothing', async () => {
    const { intent } = await authorised();
    await setFaults({ api: { match: '/capture', mode: '500-before', times: 1 } });
    const key = { idempotencyKey: 'capture:b1' };
    expect((await errorOf(stripe.paymentIntents.capture(intent, {}, key))).statusCode).toBe(500);
    expect(await stripe.paymentIntents.capture(intent, {}, key)).toMatchObject({ status: 'succeeded' });
  });

  it('replays the true answer after a line cut behind the change', async () => {
    const { intent } = await authorised();
    await setFaults({ api: { match: '/capture', mode: 'drop-after-commit', times: 1 } });
    const again = await client(standIn.port, 2).paymentIntents.capture(intent, {}, { idempotencyKey: 'c' });
    expect(again.status).toBe('succeeded');
    expect(again.lastResponse.headers['idempotent-replayed']).toBe('true');
    const log = (await state()).requests.filter(({ path }) => path.endsWith('/capture'));
    expect(log).toMatchObject([
      { method: 'POST', idempotencyKey: 'c', status: 0 },
      { idempotencyKey: 'c', status: 200, replayed: true },
    ]);
  });

  it('is not reached at all while Stripe is down', async () => {
    await setFaults({ api: { mode: 'down' } });
    expect((await errorOf(create())).type).toBe('StripeConnectionError');
    await control('DELETE', 'faults');
    expect((await create()).status).toBe('open');
    expect((await state()).sessions).toHaveLength(1);
  });
});
