import { z } from 'zod';

/**
 * Faults by chance, the same for every stand-in: a seed and odds. One seed always gives the same row of
 * decisions, request by request and delivery by delivery, so that a bad run can be run again.
 */
const odds = z.number().min(0).max(1).optional();
const milliseconds = z.number().int().min(0).max(600_000).optional();

export const webhookOdds = z.strictObject({
  drop: odds,
  duplicate: odds,
  reorder: odds,
  /** Every delivery waits a random time up to this. */
  maxDelayMs: milliseconds,
});

/** `maxDelayMs` is for `slow`; 2000 unless given. */
export const apiOdds = z
  .strictObject({
    down: odds,
    slow: odds,
    '500-before': odds,
    '500-after-commit': odds,
    'drop-after-commit': odds,
    maxDelayMs: milliseconds,
  })
  .refine(sumsToOne, 'The odds of one request add up to more than 1.');

export const chaosInput = z.strictObject({
  seed: z.number().int(),
  webhooks: webhookOdds.optional(),
  api: apiOdds.optional(),
});

export type ChaosInput = z.input<typeof chaosInput>;
/** Plain data, position included, so that it can be kept in a file. */
export type Chaos = z.output<typeof chaosInput> & { rolls: Rolls };
/** How far each row of decisions has come. */
export type Rolls = Record<string, number>;

export type ApiStroke = {
  mode: 'down' | 'slow' | '500-before' | '500-after-commit' | 'drop-after-commit';
  delayMs: number;
};
export type WebhookStroke = { drop: boolean; duplicate: boolean; reorder: boolean; delayMs: number };

export function startChaos(input: z.output<typeof chaosInput>): Chaos {
  return { ...input, rolls: {} };
}

/** What chance has for the next API request. */
export function rollApi(chaos: Chaos | null): ApiStroke | null {
  if (!chaos?.api) return null;
  const { maxDelayMs = 2000, ...modes } = chaos.api;
  const mode = choose(roll(chaos, 'api'), modes) as ApiStroke['mode'] | null;
  const delayMs = Math.round(roll(chaos, 'api') * maxDelayMs);
  return mode && { mode, delayMs };
}

/** What chance has for the next delivery. Four rolls each time, whatever they decide: the row stays in step. */
export function rollWebhook(chaos: Chaos | null): WebhookStroke {
  const { drop = 0, duplicate = 0, reorder = 0, maxDelayMs = 0 } = chaos?.webhooks ?? {};
  if (!chaos?.webhooks) return { drop: false, duplicate: false, reorder: false, delayMs: 0 };
  const next = () => roll(chaos, 'webhooks');
  return {
    drop: next() < drop,
    duplicate: next() < duplicate,
    reorder: next() < reorder,
    delayMs: Math.round(next() * maxDelayMs),
  };
}

/** The mode whose share of the line from 0 to 1 the roll falls in; null beyond all of them. */
export function choose(rolled: number, modes: Record<string, number | undefined>): string | null {
  let upTo = 0;
  for (const [mode, share = 0] of Object.entries(modes)) {
    upTo += share;
    if (rolled < upTo) return mode;
  }
  return null;
}

/** The next number of a row, in [0, 1): a hash of seed, row and position, so that rows don't disturb each other. */
export function roll(chaos: { seed: number; rolls: Rolls }, row: string): number {
  const position = (chaos.rolls[row] ?? 0) + 1;
  chaos.rolls[row] = position;
  let hash = 0x811c9dc5;
  for (const letter of `${chaos.seed}/${row}/${position}`) {
    hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** How often each fault has struck since the last reset, e.g. `{ 'api.slow': 3, 'webhooks.drop': 1 }`. */
export type Struck = Record<string, number>;

export function countStroke(struck: Struck, name: string): void {
  struck[name] = (struck[name] ?? 0) + 1;
}

export function sumsToOne({ maxDelayMs: _, ...modes }: Record<string, number | undefined>): boolean {
  return Object.values(modes).reduce<number>((sum, share = 0) => sum + share, 0) <= 1.000001;
}
