import { randomInt } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Length and lead of each kind of id, as Stripe's look. */
const SHAPES = {
  session: ['cs_test_a1', 56],
  lineItem: ['li_1', 23],
  price: ['price_1', 23],
  product: ['prod_', 14],
  intent: ['pi_3', 23],
  charge: ['ch_3', 23],
  paymentMethod: ['pm_1', 23],
  refund: ['re_3', 23],
  dispute: ['dp_1', 23],
  transaction: ['txn_3', 23],
  event: ['evt_3', 23],
  request: ['req_', 14],
  delivery: ['del_', 14],
} as const satisfies Record<string, readonly [string, number]>;

/** A fresh id of the given kind, e.g. `newId('intent')` → `pi_3…`. */
export function newId(kind: keyof typeof SHAPES): string {
  const [lead, length] = SHAPES[kind];
  return lead + randomText(length);
}

/** Letters and digits nobody can guess; also used for client secrets. */
export function randomText(length: number): string {
  return Array.from({ length }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
}
