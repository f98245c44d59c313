import { createHash } from 'node:crypto';
import { type Allowance, giveBack, spend } from '../../db/allowances.ts';
import type { Deps } from '../../deps.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/**
 * How often somebody may be wrong. The pair of account and place is tight; an account by itself is wide,
 * so that a stranger who fails on purpose does not lock its owner out; a place by itself is in between.
 */
export const LIMITS = {
  pair: { most: 8, seconds: 15 * MINUTE },
  account: { most: 60, seconds: HOUR },
  place: { most: 30, seconds: 15 * MINUTE },
  password: { most: 8, seconds: 15 * MINUTE },
  passkey: { most: 30, seconds: 15 * MINUTE },
  mail: { most: 5, seconds: HOUR },
  code: { most: 20, seconds: 15 * MINUTE },
  /** Keys for cal.com that were refused, and each look at cal.com that somebody asked for. */
  calendarKey: { most: 8, seconds: 15 * MINUTE },
  calendarLook: { most: 30, seconds: 15 * MINUTE },
} as const satisfies Record<string, Allowance>;

export type Limit = keyof typeof LIMITS;

/**
 * Does something that may be a guess, unless there were too many: counted before it is looked at, and
 * not counted when it was right. What is known of accounts and places is kept as hashes.
 *
 * @param limits which limits it counts against, and whose they are
 */
export async function guarded<T>(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  limits: readonly (readonly [limit: Limit, whose: string])[],
  guess: () => Promise<T | null>,
): Promise<{ right: T } | { wrong: true } | { wait: number }> {
  const keys = limits.map(([limit, whose]) => `${limit} ${hashOf(whose)}`);
  const waits: number[] = [];
  for (const [index, [limit]] of limits.entries()) {
    waits.push(await spend(db, keys[index] ?? limit, LIMITS[limit], now()));
  }
  const wait = Math.max(...waits);
  if (wait > 0) return { wait };
  const right = await guess();
  if (right === null) return { wrong: true };
  await giveBack(db, keys);
  return { right };
}

const hashOf = (whose: string): string => createHash('sha256').update(whose).digest('base64url').slice(0, 22);
