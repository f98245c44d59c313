import type { Db } from '../../db/connect.ts';

/** Notes who dealt with an alert; false when somebody did before. */
export async function resolveAlert(
  db: Db,
  id: string,
  { at, by }: { at: Date; by: string },
): Promise<boolean> {
  const result = await db
    .updateTable('alerts')
    .set({ resolvedAt: at, resolvedBy: by })
    .where('id', '=', id)
    .where('resolvedAt', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** The same for the one of this kind that is open for a booking, if any. */
export async function resolveAlertOfKind(
  db: Db,
  { bookingId, kind }: { bookingId: string; kind: string },
  { at, by }: { at: Date; by: string },
): Promise<void> {
  await db
    .updateTable('alerts')
    .set({ resolvedAt: at, resolvedBy: by })
    .where('bookingId', '=', bookingId)
    .where('kind', '=', kind)
    .where('resolvedAt', 'is', null)
    .execute();
}

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

/** An alert that nobody has dealt with. */
export async function findOpenAlert(
  db: Db,
  id: string,
): Promise<{ kind: string; message: string; raisedAt: Date } | null> {
  const row = await db
    .selectFrom('alerts')
    .select(['kind', 'message', 'raisedAt'])
    .where('id', '=', id)
    .where('resolvedAt', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** The booking an alert is about, if it is about one; null where there is no such alert. */
export async function alertBooking(db: Db, id: string): Promise<{ bookingId: string | null } | null> {
  const row = await db.selectFrom('alerts').select('bookingId').where('id', '=', id).executeTakeFirst();
  return row ?? null;
}
