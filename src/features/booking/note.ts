import type { Db } from '../../db/connect.ts';
import { type LockedBooking, recordHistory } from './queries.ts';

/**
 * Writes into a booking's history what did not change its state. Only of a locked one: of a state that was
 * seen a moment ago the history would say what is no longer so.
 */
export async function noteInHistory(
  db: Db,
  booking: LockedBooking,
  entry: { at: Date; actor: string; reason: string },
): Promise<void> {
  await recordHistory(db, booking, { ...entry, from: booking.state });
}
