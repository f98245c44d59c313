import type { Deps } from '../../deps.ts';
import { recordRepair } from './repair-queries.ts';

/** Counts something that was found amiss by looking, not by being told. */
export async function noteFound(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  repair: { bookingId: string | null; kind: string; found: string },
): Promise<void> {
  await recordRepair(db, { at: now(), ...repair });
}
