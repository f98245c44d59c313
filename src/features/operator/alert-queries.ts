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
