import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Stripe from 'stripe';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type {
  ClockRequest,
  ConfigRequest,
  DisputeRequest,
  FailRefundRequest,
  FaultsRequest,
  PayAnswer,
  PayRequest,
  State,
} from '../../sandbox/stripe/control.ts';
import { type StripeStandIn, startStripe } from '../../sandbox/stripe/server.ts';

const SECRET = 'whsec_contract';
const PAYS = '4242 4242 4242 4242';
const CHALLENGED = '4000 0027 6000 3184';

type Received = { body: string; headers: IncomingHttpHeaders };

let standIn: StripeStandIn;
let stripe: Stripe;
let receiver: Server;
let received: Received[] = [];
/** Answers for the next webhooks, in turn; 200 once they are used up. */
let answers: number[] = [];

beforeAll(async () => {
  receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      received.push({ body, headers: request.headers });
      response.writeHead(answers.shift() ?? 200).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const webhookUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/webhooks/stripe`;
  standIn = await startStripe({ port: 0, webhookSecret: SECRET, webhookUrl });
  stripe = client(standIn.port);
});

afterAll(async () => {
  await standIn.close();
  receiver.close();
});

beforeEach(async () => {
  await control('POST', 'reset', {});
  received = [];
  answers = [];
});

function client(port: number, retries = 0): Stripe {
  return new Stripe('sk_test_sandbox', {
    host: '127.0.0.1',
    port,
    protocol: 'http',
    telemetry: false,
    maxNetworkRetries: retries,
  });
}

async function control<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<T> {
  const answer = await fetch(`${standIn.url}/_sandbox/${path}`, {
    method,
    ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
  });
  return (await answer.json()) as T;
}

const state = () => control<State>('GET', 'state');
const setFaults = (faults: FaultsRequest) => control('POST', 'faults', faults);
const moveClock = (by: ClockRequest) => control('POST', 'clock', by);
const pay = (session: string, card: string, more: Partial<PayRequest> = {}) =>
  control<PayAnswer>('POST', 'pay', { session, card, ...more } satisfies PayRequest);

function wanted(
  more: Partial<Stripe.Checkout.SessionCreateParams> = {},
): Stripe.Checkout.SessionCreateParams {
  return {
    mode: 'payment',
    ui_mode: 'hosted_page',
    success_url: 'http://app.test/bookings/b1/thanks?session={CHECKOUT_SESSION_ID}',
    cancel_url: 'http://app.test/bookings/b1',
    customer_email: 'ada@example.com',
    client_reference_id: 'b1',
    metadata: { booking: 'b1' },
    expires_at: Math.floor(Date.now() / 1000) + 31 * 60,
    allowed_payment_method_types: ['card'],
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: 'usd',
          unit_amount: 15_000,
          product_data: { name: 'System design interview', description: '60 minutes with Grace' },
        },
      },
    ],
    payment_intent_data: { capture_method: 'manual', metadata: { booking: 'b1' }, transfer_group: 'b1' },
    ...more,
  };
}

const create = (more?: Partial<Stripe.Checkout.SessionCreateParams>, options?: Stripe.RequestOptions) =>
  stripe.checkout.sessions.create(wanted(more), options);

/** A paid session and its intent's id. */
async function authorised(): Promise<{ session: string; intent: string }> {
  const { id } = await create();
  await pay(id, PAYS);
  const session = await stripe.checkout.sessions.retrieve(id);
  return { session: id, intent: String(session.payment_intent) };
}

async function captured(): Promise<string> {
  const { intent } = await authorised();
  await stripe.paymentIntents.capture(intent);
  return intent;
}

async function errorOf(promise: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof Stripe.errors.StripeError) return error;
  throw new Error(`Expected a StripeError, got ${String(error)}`);
}

async function until(holds: () => boolean | Promise<boolean>, ms = 3000): Promise<void> {
  const end = Date.now() + ms;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('It never came true');
    await sleep(10);
  }
}

const typeOf = ({ body }: Received) => (JSON.parse(body) as Stripe.Event).type;
const eventTypes = async () => (await state()).events.map(({ type }) => type);

/** A form post, as a browser without JavaScript sends it. */
function submit(path: string, fields: Record<string, string>): Promise<Response> {
  return fetch(`${standIn.url}${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
}

const typed = (cardNumber: string) => ({
  cardNumber,
  expiration: '12 / 34',
  cvc: '123',
  name: 'Ada Lovelace',
});

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
    await setFaults({ api: { mode: 'slow', delayMs: 150, times: 1 } });
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
    expect((await eventTypes()).at(-1)).toBe('charge.dispute.created');
  });
});

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
    answers = [500, 503];
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

describe('the hosted page', () => {
  it('shows what is paid for, and that the card is only held', async () => {
    const { id, url } = await create();
    const answer = await fetch(url ?? '');
    const shown = await answer.text();
    expect(answer.status).toBe(200);
    for (const text of [
      'System design interview',
      '60 minutes with Grace',
      'Pay $150.00',
      'not charged yet',
    ]) {
      expect(shown).toContain(text);
    }
    expect(shown).toContain('value="ada@example.com"');
    expect(shown).toContain('href="http://app.test/bookings/b1"');
    expect(shown).toContain(`action="/c/pay/${id}"`);
  });

  it('leads to the success page, once, however often it is sent', async () => {
    const { id } = await create();
    const success = `http://app.test/bookings/b1/thanks?session=${id}`;
    const both = await Promise.all([
      submit(`/c/pay/${id}`, typed(PAYS)),
      submit(`/c/pay/${id}`, typed(PAYS)),
    ]);
    for (const answer of both) {
      expect(answer.status).toBe(303);
      expect(answer.headers.get('location')).toBe(success);
    }
    expect((await state()).charges).toHaveLength(1);
    const later = await fetch(`${standIn.url}/c/pay/${id}`, { redirect: 'manual' });
    expect(later.headers.get('location')).toBe(success);
  });

  it.each([
    ['4000 0000 0000 0002', 'Your card was declined.', 'generic_decline'],
    ['4000 0000 0000 9995', 'Your card has insufficient funds.', 'insufficient_funds'],
  ])('keeps the session open when %s is tried', async (card, message, declineCode) => {
    const { id } = await create();
    const answer = await submit(`/c/pay/${id}`, typed(card));
    const shown = await answer.text();
    expect(answer.status).toBe(422);
    expect(shown).toContain(message);
    expect(shown).not.toContain(`value="${card}"`);
    expect(shown).toContain('value="Ada Lovelace"');
    const session = await stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent'] });
    expect(session).toMatchObject({
      status: 'open',
      payment_intent: {
        status: 'requires_payment_method',
        last_payment_error: { decline_code: declineCode },
      },
    });
    expect(await eventTypes()).toEqual(['payment_intent.payment_failed']);
    expect((await submit(`/c/pay/${id}`, typed(PAYS))).status).toBe(303);
    expect((await state()).payment_intents).toHaveLength(1);
  });

  it('refuses a number it does not know', async () => {
    const { id } = await create();
    const answer = await submit(`/c/pay/${id}`, typed('1234 5678'));
    expect(await answer.text()).toContain('Your card number is incorrect.');
    expect((await state()).payment_intents).toEqual([]);
  });

  it('asks the bank, and pays when the bank is satisfied', async () => {
    const { id } = await create();
    const asked = await submit(`/c/pay/${id}`, typed(CHALLENGED));
    expect(asked.headers.get('location')).toBe(`/c/pay/${id}/authenticate`);
    expect(
      (await stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent'] })).payment_intent,
    ).toMatchObject({
      status: 'requires_action',
      next_action: { type: 'redirect_to_url' },
    });
    expect(await (await fetch(`${standIn.url}/c/pay/${id}/authenticate`)).text()).toContain(
      'Complete authentication',
    );
    const done = await submit(`/c/pay/${id}/authenticate`, { outcome: 'complete' });
    expect(done.headers.get('location')).toContain(`session=${id}`);
    expect(await stripe.checkout.sessions.retrieve(id)).toMatchObject({ status: 'complete' });
  });

  it('stays open when the bank is not satisfied', async () => {
    const { id } = await create();
    await submit(`/c/pay/${id}`, typed('4000 0025 0000 3155'));
    const answer = await submit(`/c/pay/${id}/authenticate`, { outcome: 'fail' });
    expect(await answer.text()).toContain('unable to authenticate');
    expect(await stripe.checkout.sessions.retrieve(id)).toMatchObject({ status: 'open' });
    expect((await eventTypes()).at(-1)).toBe('payment_intent.payment_failed');
  });

  it('says when it has expired, with the way back', async () => {
    const { id } = await create();
    await stripe.checkout.sessions.expire(id);
    const answer = await submit(`/c/pay/${id}`, typed(PAYS));
    const shown = await answer.text();
    expect(answer.status).toBe(410);
    expect(shown).toContain('expired');
    expect(shown).toContain('href="http://app.test/bookings/b1"');
  });

  it('shows words inert, whatever they hold', async () => {
    const { url } = await create({
      line_items: [
        {
          price_data: {
            currency: 'usd',
            unit_amount: 100,
            product_data: { name: '<script>alert(1)</script>' },
          },
        },
      ],
    });
    const shown = await (await fetch(url ?? '')).text();
    expect(shown).toContain('&lt;script&gt;');
    expect(shown).not.toContain('<script>alert');
  });
});

describe('the stand-in itself', () => {
  it('shows its dashboard', async () => {
    const intent = await captured();
    await stripe.refunds.create({ payment_intent: intent });
    const shown = await (await fetch(standIn.url)).text();
    for (const text of ['no real money', 'checkout.session.completed', 'Send again', '$150.00']) {
      expect(shown).toContain(text);
    }
  });

  it('remembers across a restart when it is given a file', async () => {
    const dataFile = join(mkdtempSync(join(tmpdir(), 'stripe-')), 'stripe.json');
    const before = await startStripe({ port: 0, webhookSecret: SECRET, dataFile });
    const params = wanted();
    const options = { idempotencyKey: 'k' };
    const { id } = await client(before.port).checkout.sessions.create(params, options);
    await before.close();
    const after = await startStripe({ port: 0, webhookSecret: SECRET, dataFile });
    try {
      expect((await client(after.port).checkout.sessions.retrieve(id)).status).toBe('open');
      expect((await client(after.port).checkout.sessions.create(params, options)).id).toBe(id);
    } finally {
      await after.close();
    }
  });
});

const SHAPES = join(import.meta.dirname, '../../../shared/reference/stripe-shapes.json');
const noShapes = !existsSync(SHAPES);
if (noShapes) console.info(`Skipped: Stripe's example objects are not at ${SHAPES}`);

describe("Stripe's example objects", () => {
  type Tree = { [key: string]: unknown };
  const isTree = (value: unknown): value is Tree =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  /** Keys the example has and ours lacks, down to where ours is null. */
  const missingIn = (ours: Tree, example: Tree, path = ''): string[] =>
    Object.entries(example).flatMap(([key, value]) => {
      const here = `${path}${key}`;
      if (!(key in ours)) return [here];
      const inner = ours[key];
      return isTree(value) && isTree(inner) ? missingIn(inner, value, `${here}.`) : [];
    });

  it.skipIf(noShapes)('hold no field that ours lack', async () => {
    const shapes = JSON.parse(readFileSync(SHAPES, 'utf8')) as Record<string, Tree>;
    const { session } = await authorised();
    const complete = await stripe.checkout.sessions.retrieve(session);
    const intent = await stripe.paymentIntents.capture(String(complete.payment_intent));
    const refund = await stripe.refunds.create({ payment_intent: intent.id });
    const charge = await stripe.charges.retrieve(String(intent.latest_charge), { expand: ['refunds'] });
    const dispute = await control<Stripe.Dispute>('POST', 'dispute', {
      payment_intent: await captured(),
    } satisfies DisputeRequest);
    const [event] = (await stripe.events.list({ limit: 1 })).data;
    const ours = { 'checkout.session': complete, payment_intent: intent, charge, refund, dispute };
    for (const [name, object] of Object.entries(ours)) {
      expect(missingIn(object as unknown as Tree, shapes[name] ?? {}), name).toEqual([]);
    }
    const { data: _, ...envelope } = shapes.event ?? {};
    expect(missingIn(event as unknown as Tree, envelope), 'event').toEqual([]);
  });
});
