import type { Db } from '../../db/connect.ts';
import type { Booking } from './domain.ts';
import { recordHistory } from './queries.ts';

/** Writes into a booking's history what did not change its state. */
export async function noteInHistory(
  db: Db,
  booking: Booking,
  entry: { at: Date; actor: string; reason: string },
): Promise<void> {
  await recordHistory(db, booking, { ...entry, from: booking.state });
}
