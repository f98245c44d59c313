import type { Delivery, Ledger } from './ledger.ts';

/** Ways from one thing to another, so that no request has to walk through everything there is. */
export type Lookups = {
  /** Session id by the id of its intent. */
  sessionOf: Map<string, string>;
  /** Refund ids by the id of their charge. */
  refundsOf: Map<string, string[]>;
  deliveriesOf: Map<string, Delivery[]>;
};

export function lookupsOf({ sessions, refunds, deliveries }: Ledger): Lookups {
  const lookups: Lookups = { sessionOf: new Map(), refundsOf: new Map(), deliveriesOf: new Map() };
  for (const { id, payment_intent: intent } of Object.values(sessions)) {
    if (typeof intent === 'string') lookups.sessionOf.set(intent, id);
  }
  for (const { id, charge } of Object.values(refunds)) addTo(lookups.refundsOf, String(charge), id);
  for (const delivery of Object.values(deliveries)) addTo(lookups.deliveriesOf, delivery.event, delivery);
  return lookups;
}

export function addTo<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
