import type { Db } from '../../db/connect.ts';
import { findReport } from './queries.ts';

/** When the candidate got the report on a booking; null while there is none. For those outside who tell of it. */
export async function reportSentAt(db: Db, bookingId: string): Promise<Date | null> {
  return (await findReport(db, bookingId))?.sentAt ?? null;
}
