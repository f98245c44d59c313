import type { Db } from '../../db/connect.ts';

/** Keeps an alert; its id, or null where one of this kind is still open for the booking. */
export async function insertAlert(
  db: Db,
  alert: { bookingId: string | null; kind: string; message: string; raisedAt: Date },
): Promise<string | null> {
  const row = await db
    .insertInto('alerts')
    .values(alert)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}
