import type Stripe from 'stripe';
import { z } from 'zod';
import type { Struck } from '../chance.ts';
import type { Faults } from './faults.ts';
import type { Delivery, LoggedRequest } from './ledger.ts';
import { settleDue } from './lifecycle/due.ts';
import type { Dispute } from './objects/dispute.ts';
import type { Sandbox } from './sandbox.ts';
import type { Webhooks } from './webhooks.ts';

/** `GET /_sandbox/state`: everything, oldest first. */
export type State = {
  /** Unix seconds on the sandbox's clock. */
  now: number;
  webhookUrl: string | null;
  faults: Faults;
  /** How often each fault has struck since the last reset, e.g. `{ 'api.slow': 3, 'webhooks.drop': 1 }`. */
  struck: Struck;
  sessions: Stripe.Checkout.Session[];
  payment_intents: Stripe.PaymentIntent[];
  charges: Stripe.Charge[];
  refunds: Stripe.Refund[];
  disputes: Dispute[];
  events: Stripe.EventBase[];
  deliveries: Delivery[];
  /** The last 2,000 requests to the API. */
  requests: LoggedRequest[];
};

const LISTS = [
  'sessions',
  'payment_intents',
  'charges',
  'refunds',
  'disputes',
  'events',
  'deliveries',
  'requests',
] as const;

/**
 * `?only=refunds,charges` answers those lists and no other, beside clock and faults. `?since=1790000000`
 * leaves out what was made before that second of the sandbox's clock.
 */
export const stateQuery = z.strictObject({
  only: z
    .string()
    .transform((names) => names.split(','))
    .pipe(z.array(z.enum(LISTS)))
    .optional(),
  since: z.coerce.number().optional(),
});

export function stateOf(
  sandbox: Sandbox,
  webhooks: Webhooks,
  { only = [...LISTS], since = 0 }: z.output<typeof stateQuery> = {},
): Partial<State> {
  settleDue(sandbox);
  const { ledger } = sandbox;
  const made = <T extends { created: number }>(things: Record<string, T>) =>
    Object.values(things).filter(({ created }) => created >= since);
  const read: { [List in (typeof LISTS)[number]]: () => State[List] } = {
    sessions: () => made(ledger.sessions),
    payment_intents: () => made(ledger.payment_intents),
    charges: () => made(ledger.charges),
    refunds: () => made(ledger.refunds),
    disputes: () => made(ledger.disputes),
    events: () => made(ledger.events),
    deliveries: () =>
      Object.values(ledger.deliveries).filter(({ event }) => (ledger.events[event]?.created ?? 0) >= since),
    requests: () => ledger.requests.filter(({ at }) => Date.parse(at) / 1000 >= since),
  };
  return {
    now: sandbox.now(),
    webhookUrl: webhooks.endpoint.url ?? null,
    faults: ledger.faults,
    struck: ledger.struck,
    ...Object.fromEntries(only.map((list) => [list, read[list]()])),
  };
}
