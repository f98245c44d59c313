import { createHmac } from 'node:crypto';
import { countStroke, rollWebhook } from '../chance.ts';
import { eventTypeById, userById } from './accounts.ts';
import type { Booking, Delivery, Trigger, Webhook } from './model.ts';
import type { World } from './world.ts';

const VERSION = '2021-10-20';
const GIVE_UP_AFTER_MS = 10_000;
const HELD_AT_MOST_MS = 2_000;

export type Herald = {
  /** Tells every subscriber of the booking's event type, once each, without waiting for an answer. */
  tell(trigger: Trigger, booking: Booking, extra?: Record<string, unknown>): void;
  close(): void;
};

/** Sends the signed webhooks. A lost delivery stays lost, as with the real sender. */
export function createHerald(world: World): Herald {
  const closing = new AbortController();
  const timers = new Set<NodeJS.Timeout>();
  let held: (() => void) | undefined;

  const later = (ms: number, work: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, ms);
    timers.add(timer);
  };

  const send = (delivery: Delivery) => post(delivery, closing.signal).finally(() => world.changed());

  const dispatch = (delivery: Delivery) => {
    const fate = takeFate(world);
    if (fate.dropped) {
      delivery.outcome = 'dropped';
      return;
    }
    const go = () => {
      for (let copy = 0; copy < fate.copies; copy++) later(fate.delayMs, () => void send(delivery));
    };
    if (held) {
      go();
      later(fate.delayMs + 20, held);
      held = undefined;
      return;
    }
    if (!fate.reorder) return go();
    const release = go;
    held = release;
    later(HELD_AT_MOST_MS, () => {
      if (held !== release) return;
      held = undefined;
      release();
    });
  };

  return {
    tell(trigger, booking, extra = {}) {
      const body = JSON.stringify({
        triggerEvent: trigger,
        createdAt: world.now().toString({ smallestUnit: 'millisecond' }),
        payload: { ...payload(world, booking), ...extra },
      });
      const webhooks = eventTypeById(world, booking.eventTypeId)?.webhooks ?? [];
      for (const webhook of webhooks.filter(({ active, triggers }) => active && triggers.includes(trigger))) {
        const delivery = newDelivery(world, webhook, trigger, booking, body);
        dispatch(delivery);
      }
    },
    close() {
      closing.abort();
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

/** The value of `X-Cal-Signature-256`. */
export function signatureOf(secret: string | null, body: string): string {
  return secret ? createHmac('sha256', secret).update(body).digest('hex') : 'no-secret-provided';
}

function newDelivery(
  world: World,
  { subscriberUrl, secret }: Webhook,
  trigger: Trigger,
  booking: Booking,
  body: string,
): Delivery {
  const delivery: Delivery = {
    id: world.nextId(),
    at: world.now().toString({ smallestUnit: 'millisecond' }),
    trigger,
    bookingUid: booking.uid,
    subscriberUrl,
    outcome: 'waiting',
    responseStatus: null,
    signature: signatureOf(secret, body),
    body,
  };
  world.deliveries.push(delivery);
  return delivery;
}

type Fate = { dropped: true } | { dropped: false; copies: number; delayMs: number; reorder: boolean };

/** What becomes of a delivery, by the faults that were set and those of chance; counts them. */
function takeFate(world: World): Fate {
  const { faults, struck } = world;
  const { delayMs = 0, duplicate = false, reorder = false } = faults.webhooks;
  const stroke = rollWebhook(faults.chaos);
  if (lost(world) || stroke.drop) {
    countStroke(struck, 'webhooks.drop');
    return { dropped: true };
  }
  const twice = duplicate || stroke.duplicate;
  const held = reorder || stroke.reorder;
  if (twice) countStroke(struck, 'webhooks.duplicate');
  if (held) countStroke(struck, 'webhooks.reorder');
  return { dropped: false, copies: twice ? 2 : 1, delayMs: delayMs + stroke.delayMs, reorder: held };
}

function lost({ faults: { webhooks } }: World): boolean {
  if (typeof webhooks.drop !== 'number') return webhooks.drop === true;
  if (webhooks.drop <= 0) return false;
  webhooks.drop -= 1;
  return true;
}

async function post(delivery: Delivery, closing: AbortSignal): Promise<void> {
  try {
    const response = await fetch(delivery.subscriberUrl, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'X-Cal-Signature-256': delivery.signature,
        'X-Cal-Webhook-Version': VERSION,
      },
      body: delivery.body,
      redirect: 'manual',
      signal: AbortSignal.any([closing, AbortSignal.timeout(GIVE_UP_AFTER_MS)]),
    });
    await response.body?.cancel();
    delivery.responseStatus = response.status;
    delivery.outcome = response.ok ? 'sent' : 'failed';
  } catch {
    delivery.outcome = 'failed';
  }
}

function payload(world: World, booking: Booking): Record<string, unknown> {
  const eventType = eventTypeById(world, booking.eventTypeId);
  const host = userById(world, booking.hostId);
  const { name, email, timeZone, language } = booking.attendee;
  return {
    bookingId: booking.id,
    uid: booking.uid,
    type: eventType?.slug,
    title: booking.title,
    eventTypeId: booking.eventTypeId,
    eventTitle: eventType?.title,
    startTime: booking.start,
    endTime: booking.end,
    organizer: host && {
      id: host.id,
      name: host.name,
      email: host.email,
      username: host.username,
      timeZone: host.timeZone,
    },
    attendees: [{ name, email, timeZone, language: { locale: language } }],
    location: booking.location,
    responses: responses(booking),
    status: booking.status.toUpperCase(),
    requiresConfirmation: eventType !== undefined && 'type' in eventType.confirmationPolicy,
    length: eventType?.lengthInMinutes,
    metadata: booking.metadata,
  };
}

function responses({ attendee, guests, responses }: Booking): Record<string, unknown> {
  const given = Object.entries({ name: attendee.name, email: attendee.email, guests, ...responses });
  return Object.fromEntries(given.map(([key, value]) => [key, { label: key, value, isHidden: false }]));
}
