import Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import {
  authorised,
  create,
  errorOf,
  eventTypes,
  moveClock,
  PAYS,
  pay,
  standIn,
  stripe,
  wanted,
} from './stripe-bench.ts';

describe('a Checkout session', () => {
  it('opens with a hosted page and no intent yet', async () => {
    const session = await create();
    expect(session).toMatchObject({
      object: 'checkout.session',
      status: 'open',
      payment_status: 'unpaid',
      amount_total: 15_000,
      currency: 'usd',
      payment_intent: null,
      metadata: { booking: 'b1' },
      customer_email: 'ada@example.com',
    });
    expect(session.id).toMatch(/^cs_test_/);
    expect(session.url).toBe(`${standIn.url}/c/pay/${session.id}`);
    expect(session.lastResponse.requestId).toMatch(/^req_/);
  });

  it('shows intent and charge when asked to expand them', async () => {
    const { session } = await authorised();
    const expanded = await stripe.checkout.sessions.retrieve(session, {
      expand: ['payment_intent.latest_charge', 'line_items'],
    });
    const intent = expanded.payment_intent as Stripe.PaymentIntent;
    const charge = intent.latest_charge as Stripe.Charge;
    expect(expanded).toMatchObject({ status: 'complete', payment_status: 'unpaid', url: null });
    expect(intent).toMatchObject({
      status: 'requires_capture',
      amount_capturable: 15_000,
      metadata: { booking: 'b1' },
      transfer_group: 'b1',
    });
    expect(charge).toMatchObject({ captured: false, paid: true, amount: 15_000, payment_intent: intent.id });
    expect(charge.payment_method_details?.card?.capture_before).toBe(charge.created + 7 * 86_400);
    expect(expanded.line_items?.data[0]?.description).toBe('System design interview');
  });

  it('lists its line items', async () => {
    const { id } = await create();
    const items = await stripe.checkout.sessions.listLineItems(id);
    expect(items.data).toMatchObject([{ object: 'item', amount_total: 15_000, quantity: 1 }]);
  });

  it('refuses unknown parameters, the removed payment_method_types among them', async () => {
    const removed = await errorOf(create({ payment_method_types: ['card'] } as object));
    expect(removed).toMatchObject({
      statusCode: 400,
      type: 'StripeInvalidRequestError',
      code: 'parameter_unknown',
      param: 'payment_method_types',
    });
    const nested = await errorOf(create({ payment_intent_data: { capture: 'manual' } as object }));
    expect(nested.param).toBe('payment_intent_data[capture]');
  });

  it('names the parameter that is missing', async () => {
    const { success_url: _, ...rest } = wanted();
    const error = await errorOf(stripe.checkout.sessions.create(rest));
    expect(error).toMatchObject({ code: 'parameter_missing', param: 'success_url' });
  });

  it('expires between 30 minutes and 24 hours from now', async () => {
    const now = Math.floor(Date.now() / 1000);
    expect((await errorOf(create({ expires_at: now + 29 * 60 }))).param).toBe('expires_at');
    expect((await errorOf(create({ expires_at: now + 25 * 3600 }))).param).toBe('expires_at');
  });

  it('pages through the list and filters it by time', async () => {
    const first = await create();
    const second = await create();
    const third = await create();
    const page = await stripe.checkout.sessions.list({ limit: 2, created: { gte: first.created } });
    expect(page.data.map(({ id }) => id)).toEqual([third.id, second.id]);
    expect(page.has_more).toBe(true);
    const rest = await stripe.checkout.sessions.list({ limit: 2, starting_after: second.id });
    expect(rest.data.map(({ id }) => id)).toEqual([first.id]);
    const all = await stripe.checkout.sessions.list({ limit: 1 }).autoPagingToArray({ limit: 10 });
    expect(all).toHaveLength(3);
    const later = await stripe.checkout.sessions.list({ created: { gt: third.created + 60 } });
    expect(later.data).toEqual([]);
  });

  it('expires by request while open, once', async () => {
    const { id } = await create();
    expect(await stripe.checkout.sessions.expire(id)).toMatchObject({ status: 'expired', url: null });
    expect((await errorOf(stripe.checkout.sessions.expire(id))).statusCode).toBe(400);
    expect(await eventTypes()).toEqual(['checkout.session.expired']);
  });

  it('refuses to expire once it is complete', async () => {
    const { session } = await authorised();
    const error = await errorOf(stripe.checkout.sessions.expire(session));
    expect(error.message).toContain('has a status of `complete`');
  });

  it('expires by the clock', async () => {
    const { id } = await create();
    await moveClock({ advanceSeconds: 31 * 60 + 1 });
    expect(await stripe.checkout.sessions.retrieve(id)).toMatchObject({ status: 'expired' });
    expect(await eventTypes()).toEqual(['checkout.session.expired']);
    expect(await pay(id, PAYS)).toEqual({ result: 'refused', refused: 'expired' });
  });

  it('answers 404 for an id it does not know, and 401 without a key', async () => {
    const error = await errorOf(stripe.checkout.sessions.retrieve('cs_test_nobody'));
    expect(error).toMatchObject({ statusCode: 404, code: 'resource_missing' });
    const keyless = await fetch(`${standIn.url}/v1/events`);
    expect(keyless.status).toBe(401);
    expect(keyless.headers.get('request-id')).toMatch(/^req_/);
  });
});

const testKey = process.env.STRIPE_TEST_SECRET_KEY;
const apis: [string, () => Stripe][] = [['the stand-in', () => stripe]];
if (testKey?.startsWith('sk_test_')) apis.push(['Stripe test mode', () => new Stripe(testKey)]);

describe.each(apis)('what the API alone can answer, asked of %s', (_, api) => {
  const fresh = () => ({ idempotencyKey: crypto.randomUUID() });
  const create = (more: object, options = fresh()) => api().checkout.sessions.create(wanted(more), options);

  it('opens, expires once, and refuses to expire again', async () => {
    const session = await create({
      success_url: 'https://example.com/thanks',
      cancel_url: 'https://example.com',
    });
    expect(session).toMatchObject({ status: 'open', payment_intent: null, amount_total: 15_000 });
    expect(await api().checkout.sessions.expire(session.id)).toMatchObject({ status: 'expired', url: null });
    const again = await errorOf(api().checkout.sessions.expire(session.id));
    expect(again).toMatchObject({ statusCode: 400, type: 'StripeInvalidRequestError' });
  });

  it('refuses an unknown parameter, and a time out of bounds', async () => {
    const unknown = await errorOf(create({ no_such_parameter: 'x' }));
    expect(unknown).toMatchObject({ statusCode: 400, code: 'parameter_unknown', param: 'no_such_parameter' });
    const soon = await errorOf(create({ expires_at: Math.floor(Date.now() / 1000) + 60 }));
    expect(soon).toMatchObject({ statusCode: 400, param: 'expires_at' });
  });

  it('replays a key, and refuses it for something else', async () => {
    const key = fresh();
    const more = { expires_at: Math.floor(Date.now() / 1000) + 1900 };
    const { id } = await create(more, key);
    expect((await create(more, key)).id).toBe(id);
    const other = await errorOf(create({ ...more, client_reference_id: 'b2' }, key));
    expect(other).toMatchObject({ statusCode: 400, type: 'StripeIdempotencyError' });
  });
});
