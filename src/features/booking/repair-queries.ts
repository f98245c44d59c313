import type { Db } from '../../db/connect.ts';

/** Keeps what the reconciler put right, to be counted. `found`: what it was when it was found. */
export async function recordRepair(
  db: Db,
  repair: { at: Date; bookingId: string | null; kind: string; found: string },
): Promise<void> {
  await db.insertInto('repairs').values(repair).execute();
}
