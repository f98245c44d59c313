import type Stripe from 'stripe';
import { emptyLedger, type Ledger, readLedger, writeLedger } from './ledger.ts';
import { type Lookups, lookupsOf } from './lookups.ts';
import { type EventObject, type EventType, newEvent } from './objects/event.ts';

/** Which API request led to a change; `nobody` for the hosted page and the clock. */
export type Cause = { requestId: string | null; idempotencyKey: string | null };

export const nobody: Cause = { requestId: null, idempotencyKey: null };

/** The stand-in's world: what it knows, what time it thinks it is, and who hears of changes. */
export type Sandbox = {
  ledger: Ledger;
  lookups: Lookups;
  /** When the clock next has something to do, in Unix seconds; see `lifecycle/due.ts`. */
  nextDue: number;
  /** Something will have to be done at this time. */
  due(at: number): void;
  /** Base of the hosted pages, without a slash at the end. */
  publicUrl: string;
  /** Unix seconds on the sandbox's clock. */
  now(): number;
  /** Records an event and tells those who listen (the webhooks). */
  emit(type: EventType, object: EventObject, cause: Cause, previous?: Record<string, unknown>): void;
  onEvent(listener: (event: Stripe.EventBase) => void): void;
  /** Call after every change, so that it reaches the file. */
  changed(): void;
  /** Forgets everything. */
  wipe(): void;
  /** Writes what is not yet written. */
  close(): void;
};

export function openSandbox(dataFile: string | undefined): Sandbox {
  const listeners: ((event: Stripe.EventBase) => void)[] = [];
  let writing: NodeJS.Timeout | undefined;

  let writingTook = 0;

  const write = () => {
    clearTimeout(writing);
    writing = undefined;
    const begun = performance.now();
    if (dataFile) writeLedger(dataFile, sandbox.ledger);
    writingTook = performance.now() - begun;
  };
  const ledger = readLedger(dataFile);

  const sandbox: Sandbox = {
    ledger,
    lookups: lookupsOf(ledger),
    nextDue: 0,
    due(at) {
      sandbox.nextDue = Math.min(sandbox.nextDue, at);
    },
    publicUrl: '',
    now: () => Math.floor(Date.now() / 1000) + sandbox.ledger.clockOffsetSeconds,
    emit(type, object, cause, previous) {
      const event = newEvent(type, object, cause, sandbox.now(), previous);
      sandbox.ledger.events[event.id] = event;
      sandbox.changed();
      for (const listener of listeners) listener(event);
    },
    onEvent: (listener) => void listeners.push(listener),
    changed() {
      // A large file takes long to write, and is therefore written less often.
      if (dataFile) writing ??= setTimeout(write, Math.max(100, 10 * writingTook));
    },
    wipe() {
      sandbox.ledger = emptyLedger();
      sandbox.lookups = lookupsOf(sandbox.ledger);
      sandbox.nextDue = 0;
      sandbox.changed();
    },
    close: write,
  };
  return sandbox;
}
