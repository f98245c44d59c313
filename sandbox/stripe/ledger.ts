import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type Stripe from 'stripe';
import type { Struck } from '../chance.ts';
import { type Faults, noFaults } from './faults.ts';
import type { Checkout } from './lifecycle/checkout.ts';
import type { Dispute } from './objects/dispute.ts';

/** One attempt to hand an event to the webhook endpoint. `status` 0: no answer at all. */
export type DeliveryAttempt = { at: string; status: number; error: string | null };

/** One copy of an event on its way to the webhook endpoint. */
export type Delivery = {
  id: string;
  event: string;
  type: string;
  url: string;
  state: 'pending' | 'delivered' | 'failed' | 'dropped';
  attempts: DeliveryAttempt[];
};

/** One line of the API log. `status` 0: the connection was cut without an answer. */
export type LoggedRequest = {
  id: string;
  at: string;
  method: string;
  path: string;
  idempotencyKey: string | null;
  status: number;
  replayed: boolean;
};

/** What the API answered first under an idempotency key. */
export type KeptAnswer = { fingerprint: string; status: number; body: string; requestId: string; at: number };

/** Everything the stand-in knows; plain JSON, so that it can be kept in a file. */
export type Ledger = {
  clockOffsetSeconds: number;
  faults: Faults;
  /** How often each fault has struck. */
  struck: Struck;
  sessions: Record<string, Stripe.Checkout.Session>;
  /** The part of a session Stripe doesn't show: what to do once the card is in. */
  checkouts: Record<string, Checkout>;
  payment_intents: Record<string, Stripe.PaymentIntent>;
  charges: Record<string, Stripe.Charge>;
  refunds: Record<string, Stripe.Refund>;
  disputes: Record<string, Dispute>;
  events: Record<string, Stripe.EventBase>;
  deliveries: Record<string, Delivery>;
  keys: Record<string, KeptAnswer>;
  requests: LoggedRequest[];
};

export function emptyLedger(): Ledger {
  return {
    clockOffsetSeconds: 0,
    faults: noFaults(),
    struck: {},
    sessions: {},
    checkouts: {},
    payment_intents: {},
    charges: {},
    refunds: {},
    disputes: {},
    events: {},
    deliveries: {},
    keys: {},
    requests: [],
  };
}

/** What the file holds, over an empty ledger, so that an older file still loads. */
export function readLedger(file: string | undefined): Ledger {
  if (!file || !existsSync(file)) return emptyLedger();
  const kept = JSON.parse(readFileSync(file, 'utf8')) as Partial<Ledger>;
  const faults = { ...noFaults(), ...kept.faults };
  return { ...emptyLedger(), ...kept, faults: { ...faults, api: [faults.api ?? []].flat() } };
}

/** Written beside, then moved: a kill half-way leaves the old file whole. */
export function writeLedger(file: string, ledger: Ledger): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(ledger));
  renameSync(`${file}.new`, file);
}
