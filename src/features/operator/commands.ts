import type { Db } from '../../db/connect.ts';
import { insertAlert } from './queries.ts';

/** Puts something before the operator, once for a booking and kind. */
export async function raiseAlert(
  db: Db,
  alert: { bookingId: string | null; kind: string; message: string },
): Promise<void> {
  await insertAlert(db, alert);
}
