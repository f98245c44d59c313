import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import Stripe from 'stripe';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type {
  ClockRequest,
  FaultsRequest,
  PayAnswer,
  PayRequest,
  State,
} from '../../sandbox/stripe/control.ts';
import { type StripeStandIn, startStripe } from '../../sandbox/stripe/server.ts';

/**
 * What the contract tests of the Stripe stand-in share: one stand-in a test file, emptied before each test,
 * with the SDK itself as its client and a receiver for its webhooks. Importing this registers the hooks.
 */
export const SECRET = 'whsec_contract';
export const PAYS = '4242 4242 4242 4242';
export const CHALLENGED = '4000 0027 6000 3184';

export type Received = { body: string; headers: IncomingHttpHeaders };

export let standIn: StripeStandIn;
export let stripe: Stripe;
let receiver: Server;
export const received: Received[] = [];
/** Answers for the next webhooks, in turn; 200 once they are used up. */
export const answers: number[] = [];

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
  received.length = 0;
  answers.length = 0;
});

export function client(port: number, retries = 0): Stripe {
  return new Stripe('sk_test_sandbox', {
    host: '127.0.0.1',
    port,
    protocol: 'http',
    telemetry: false,
    maxNetworkRetries: retries,
  });
}

export async function control<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<T> {
  const answer = await fetch(`${standIn.url}/_sandbox/${path}`, {
    method,
    ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
  });
  return (await answer.json()) as T;
}

export const state = () => control<State>('GET', 'state');
export const setFaults = (faults: FaultsRequest) => control('POST', 'faults', faults);
export const moveClock = (by: ClockRequest) => control('POST', 'clock', by);
export const pay = (session: string, card: string, more: Partial<PayRequest> = {}) =>
  control<PayAnswer>('POST', 'pay', { session, card, ...more } satisfies PayRequest);

export function wanted(
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

export const create = (
  more?: Partial<Stripe.Checkout.SessionCreateParams>,
  options?: Stripe.RequestOptions,
) => stripe.checkout.sessions.create(wanted(more), options);

/** A paid session and its intent's id. */
export async function authorised(): Promise<{ session: string; intent: string }> {
  const { id } = await create();
  await pay(id, PAYS);
  const session = await stripe.checkout.sessions.retrieve(id);
  return { session: id, intent: String(session.payment_intent) };
}

export async function captured(): Promise<string> {
  const { intent } = await authorised();
  await stripe.paymentIntents.capture(intent);
  return intent;
}

export async function errorOf(promise: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof Stripe.errors.StripeError) return error;
  throw new Error(`Expected a StripeError, got ${String(error)}`);
}

export async function until(holds: () => boolean | Promise<boolean>, ms = 3000): Promise<void> {
  const end = Date.now() + ms;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('It never came true');
    await sleep(10);
  }
}

export const typeOf = ({ body }: Received) => (JSON.parse(body) as Stripe.Event).type;
export const eventTypes = async () => (await state()).events.map(({ type }) => type);

/** A form post, as a browser without JavaScript sends it. */
export function submit(path: string, fields: Record<string, string>): Promise<Response> {
  return fetch(`${standIn.url}${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
}

export const typed = (cardNumber: string) => ({
  cardNumber,
  expiration: '12 / 34',
  cvc: '123',
  name: 'Ada Lovelace',
});
