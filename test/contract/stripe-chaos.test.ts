import { describe, expect, it } from 'vitest';
import type { ChaosInput } from '../../sandbox/chance.ts';
import type { State } from '../../sandbox/stripe/control.ts';
import {
  authorised,
  captured,
  client,
  control,
  create,
  errorOf,
  moveClock,
  received,
  setFaults,
  standIn,
  state,
  stripe,
  until,
} from './stripe-bench.ts';

describe('several faults', () => {
  it('stand side by side: the first that matches strikes', async () => {
    await setFaults({
      api: [
        { match: 'GET /v1/events', mode: 'down' },
        { match: 'POST /v1/checkout/sessions', mode: '500-before', times: 1 },
      ],
    });
    expect((await errorOf(create())).statusCode).toBe(500);
    expect((await create()).status).toBe('open');
    expect((await errorOf(stripe.events.list())).type).toBe('StripeConnectionError');
    const { faults, struck } = await state();
    expect(faults.api).toEqual([{ match: 'GET /v1/events', mode: 'down' }]);
    expect(struck).toMatchObject({ 'api.500-before': 1, 'api.down': expect.any(Number) });
  });
});

describe('chaos', () => {
  const chaos: ChaosInput = {
    seed: 508,
    webhooks: { drop: 0.2, duplicate: 0.2, reorder: 0.2, maxDelayMs: 30 },
    api: { '500-before': 0.1, '500-after-commit': 0.1, 'drop-after-commit': 0.1, slow: 0.1, maxDelayMs: 10 },
  };

  /** How each of forty requests ended, one after the other. */
  async function row(seed: number): Promise<(number | 'cut')[]> {
    await setFaults({ chaos: { ...chaos, seed } });
    const ends: (number | 'cut')[] = [];
    for (let request = 0; request < 40; request += 1) {
      const answer = fetch(`${standIn.url}/v1/events`, { headers: { authorization: 'Bearer sk_test' } });
      ends.push(await answer.then(({ status }) => status).catch(() => 'cut' as const));
    }
    await setFaults({ chaos: null });
    return ends;
  }

  it('decides the same for the same seed, and otherwise for another', async () => {
    const first = await row(508);
    expect(new Set(first)).toEqual(new Set([200, 500, 'cut']));
    expect(await row(508)).toEqual(first);
    expect(await row(509)).not.toEqual(first);
    const { struck, faults } = await state();
    for (const name of ['api.500-before', 'api.500-after-commit', 'api.drop-after-commit', 'api.slow']) {
      expect(struck[name]).toBeGreaterThan(0);
    }
    expect(faults.chaos).toBeNull();
  });

  it('loses nothing that was committed: the same key finds it again', async () => {
    await setFaults({ chaos });
    const expires_at = Math.floor(Date.now() / 1000) + 1860;
    const patient = client(standIn.port, 5);
    for (let count = 0; count < 25; count += 1) {
      const more = { client_reference_id: `b${count}`, expires_at };
      await patient.checkout.sessions
        .create({ ...baseline(), ...more }, { idempotencyKey: `checkout:b${count}:1` })
        .catch(() => null);
    }
    await setFaults({ chaos: null });
    const { sessions } = await state();
    const references = sessions.map(({ client_reference_id: reference }) => reference);
    expect(new Set(references).size).toBe(references.length);
    expect(references.length).toBeGreaterThan(20);
  });

  it('shows every lost event to the one who asks for them, and no other', async () => {
    const { webhooks } = chaos;
    await setFaults({ chaos: { seed: 508, webhooks } });
    for (let count = 0; count < 8; count += 1) await authorised();
    await setFaults({ chaos: null });
    const { struck, deliveries } = await state();
    const lost = struck['webhooks.drop'] ?? 0;
    expect(lost).toBeGreaterThan(0);
    expect(deliveries).toHaveLength(24 + (struck['webhooks.duplicate'] ?? 0));
    await until(() => received.length === deliveries.length - lost, 15_000);
    await until(async () => {
      const undelivered = await stripe.events.list({ delivery_success: false, limit: 100 });
      return undelivered.data.length === lost;
    });
  });

  function baseline() {
    return {
      mode: 'payment' as const,
      success_url: 'http://app.test/thanks',
      line_items: [
        { price_data: { currency: 'usd', unit_amount: 15_000, product_data: { name: 'Interview' } } },
      ],
    };
  }
});

describe('a reconciler', () => {
  it('pages through what it missed, by type, time and delivery', async () => {
    await captured();
    await moveClock({ advanceSeconds: 30 });
    const { now } = await state();
    await setFaults({ webhooks: { drop: true } });
    await captured();
    const query = {
      types: ['checkout.session.completed', 'payment_intent.succeeded', 'charge.captured'],
      delivery_success: false,
      created: { gte: now },
      limit: 2,
    };
    const first = await stripe.events.list(query);
    expect(first.data.map(({ type }) => type)).toEqual(['payment_intent.succeeded', 'charge.captured']);
    expect(first.has_more).toBe(true);
    const next = await stripe.events.list({ ...query, starting_after: first.data.at(-1)?.id ?? '' });
    expect(next.data.map(({ type }) => type)).toEqual(['checkout.session.completed']);
    expect(next.has_more).toBe(false);
    const newer = await stripe.events.list({ ...query, ending_before: next.data[0]?.id ?? '' });
    expect(newer.data.map(({ id }) => id)).toEqual(first.data.map(({ id }) => id));
    const all = await stripe.events
      .list({ created: { gte: now }, limit: 1 })
      .autoPagingToArray({ limit: 50 });
    expect(all).toHaveLength(5);
  });
});

describe('idempotency keys', () => {
  it('are kept for a day of the sandbox’s clock, and then as good as new', async () => {
    const key = { idempotencyKey: 'checkout:b1:1' };
    const { id, expires_at } = await create({}, key);
    await moveClock({ advanceSeconds: 86_400 });
    expect((await create({ expires_at }, key)).id).toBe(id);
    await moveClock({ advanceSeconds: 2 });
    const later = await create({ expires_at: expires_at + 86_402, client_reference_id: 'b2' }, key);
    expect(later.id).not.toBe(id);
  });
});

describe('the state', () => {
  it('answers only what is asked for, and only what is new', async () => {
    await captured();
    await moveClock({ advanceSeconds: 60 });
    const { now } = await control<State>('GET', 'state?only=refunds');
    const { id } = await create();
    const { sessions, requests, ...rest } = await control<State>(
      'GET',
      `state?only=sessions,requests&since=${now}`,
    );
    expect(sessions.map((session) => session.id)).toEqual([id]);
    expect(requests.map(({ path }) => path)).toEqual(['/v1/checkout/sessions']);
    expect(Object.keys(rest)).toEqual(['now', 'webhookUrl', 'faults', 'struck']);
    expect(await control('GET', 'state?only=secrets')).toHaveProperty('error');
  });
});
