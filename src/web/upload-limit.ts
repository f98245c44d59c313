import { createHash } from 'node:crypto';
import { type Allowance, spend } from '../db/allowances.ts';
import type { Db } from '../db/connect.ts';

const HOUR = 3_600;

/** How many files an hour, for all processes together. Reading one is work: a picture is drawn anew, a PDF is kept. */
export const UPLOADS = {
  photo: { most: 20, seconds: HOUR },
  resume: { most: 12, seconds: HOUR },
  /** Resumes from one network address: an office of candidates, not a machine. */
  'resume-place': { most: 60, seconds: HOUR },
} as const satisfies Record<string, Allowance>;

/**
 * Counts a file that somebody sends, before it is looked at. Whose it is is kept as a hash.
 *
 * @returns the seconds to wait where there were too many, otherwise 0
 */
export async function countUpload(
  { db, now }: { db: Db; now: () => Date },
  counts: readonly (readonly [what: keyof typeof UPLOADS, whose: string])[],
): Promise<number> {
  const waits = [0];
  for (const [what, whose] of counts) {
    const hash = createHash('sha256').update(whose).digest('base64url').slice(0, 22);
    waits.push(await spend(db, `upload ${what} ${hash}`, UPLOADS[what], now()));
  }
  return Math.max(...waits);
}

/** "Try again in 12 minutes." */
export function waitWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return `Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`;
}
