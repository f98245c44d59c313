import { setTimeout as sleep } from 'node:timers/promises';
import type Stripe from 'stripe';
import { takeFate } from './faults.ts';
import { newId } from './ids.ts';
import type { Delivery } from './ledger.ts';
import { addTo } from './lookups.ts';
import type { Sandbox } from './sandbox.ts';
import { signatureOf } from './signature.ts';

export type Endpoint = { url: string | undefined; secret: string };

/** The postman: hands every event to the endpoint, again and again until it says 2xx. */
export type Webhooks = {
  endpoint: Endpoint;
  /** Sends an event once more, whatever became of it before; faults don't touch it. */
  resend(event: Stripe.EventBase): Delivery | null;
  /** Takes up again what a restart interrupted. */
  resume(): void;
  /** Forgets what is on its way. */
  stop(): void;
};

const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 30_000;
const MOST_ATTEMPTS = 12;
const TIMEOUT_MS = 10_000;
/** How long reordering waits for company. */
const REORDER_MS = 60;

export function startWebhooks(sandbox: Sandbox, endpoint: Endpoint): Webhooks {
  let round = new AbortController();
  let held: Delivery[] = [];

  /** Attempts until 2xx, the last try, or the end of the round. */
  const carry = async (delivery: Delivery, delayMs: number) => {
    const { signal } = round;
    try {
      await sleep(delayMs, undefined, { signal, ref: false });
      while (!(await attempt(sandbox, delivery, endpoint, signal))) {
        const tries = delivery.attempts.length;
        if (tries >= MOST_ATTEMPTS) {
          delivery.state = 'failed';
          sandbox.changed();
          return;
        }
        const wait = Math.min(FIRST_RETRY_MS * 2 ** (tries - 1), LONGEST_RETRY_MS);
        await sleep(wait, undefined, { signal, ref: false });
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  };

  const open = (event: Stripe.EventBase, state: Delivery['state'] = 'pending'): Delivery | null => {
    if (!endpoint.url) return null;
    const delivery: Delivery = {
      id: newId('delivery'),
      event: event.id,
      type: event.type,
      url: endpoint.url,
      state,
      attempts: [],
    };
    sandbox.ledger.deliveries[delivery.id] = delivery;
    addTo(sandbox.lookups.deliveriesOf, event.id, delivery);
    sandbox.changed();
    return delivery;
  };

  const hold = (delivery: Delivery, delayMs: number) => {
    if (held.length === 0) {
      const { signal } = round;
      setTimeout(async () => {
        const batch = held.reverse();
        held = [];
        for (const each of batch) {
          if (signal.aborted) return;
          void carry(each, 0);
          await sleep(5);
        }
      }, REORDER_MS + delayMs).unref();
    }
    held.push(delivery);
  };

  sandbox.onEvent((event) => {
    if (!endpoint.url) return;
    const fate = takeFate(sandbox.ledger.faults, sandbox.ledger.struck);
    if (fate.dropped) {
      open(event, 'dropped');
      return;
    }
    for (let copy = 0; copy < fate.copies; copy += 1) {
      const delivery = open(event);
      if (!delivery) return;
      if (fate.reorder) hold(delivery, fate.delayMs);
      else void carry(delivery, fate.delayMs);
    }
  });

  return {
    endpoint,
    resend(event) {
      const delivery = open(event);
      if (delivery) void carry(delivery, 0);
      return delivery;
    },
    resume() {
      for (const delivery of Object.values(sandbox.ledger.deliveries)) {
        if (delivery.state === 'pending') void carry(delivery, 0);
      }
    },
    stop() {
      round.abort();
      round = new AbortController();
      held = [];
    },
  };
}

/** One POST; true when it was taken. */
async function attempt(
  sandbox: Sandbox,
  delivery: Delivery,
  endpoint: Endpoint,
  stopped: AbortSignal,
): Promise<boolean> {
  const event = sandbox.ledger.events[delivery.event];
  if (!event) return true;
  const body = JSON.stringify({ ...event, pending_webhooks: 1 }, null, 2);
  const at = new Date().toISOString();
  delivery.url = endpoint.url ?? delivery.url;
  const result = await post(delivery.url, body, signatureOf(body, endpoint.secret), stopped);
  stopped.throwIfAborted();
  delivery.attempts.push({ at, ...result });
  const taken = result.status >= 200 && result.status < 300;
  if (taken) delivery.state = 'delivered';
  sandbox.changed();
  return taken;
}

async function post(
  url: string,
  body: string,
  signature: string,
  stopped: AbortSignal,
): Promise<{ status: number; error: string | null }> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      body,
      redirect: 'manual',
      signal: AbortSignal.any([stopped, AbortSignal.timeout(TIMEOUT_MS)]),
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'stripe-signature': signature,
        'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks) sandbox',
      },
    });
    await answer.body?.cancel();
    return { status: answer.status, error: null };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return { status: 0, error: cause instanceof Error ? cause.message : String(cause) };
  }
}

/** How many copies of an event have not been taken yet. */
export function pendingWebhooks(sandbox: Sandbox, eventId: string): number {
  const deliveries = sandbox.lookups.deliveriesOf.get(eventId) ?? [];
  const taken = deliveries.some(({ state }) => state === 'delivered');
  return taken ? 0 : Math.min(deliveries.length, 1);
}
