import type { Db } from '../db/connect.ts';
import { asStored } from '../db/json.ts';

/** A webhook whose signature was checked. */
export interface Delivery {
  source: 'stripe' | 'calcom';
  /** The sender's own id, or a hash of the delivery: what makes a repeated one recognizable. */
  externalId: string;
  type: string;
  payload: unknown;
}

export interface StoredDelivery {
  id: string;
  source: string;
  type: string;
  payload: unknown;
  handledAt: Date | null;
}

/** Keeps a delivery once; its id, or null where it is known already. */
export async function insertDelivery(
  db: Db,
  delivery: Delivery,
  at: { receivedAt: Date; handledAt: Date | null },
): Promise<string | null> {
  const row = await db
    .insertInto('inbox')
    .values({ ...delivery, payload: JSON.stringify(delivery.payload), ...at })
    .onConflict((conflict) => conflict.columns(['source', 'externalId']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function findDelivery(db: Db, id: string): Promise<StoredDelivery | null> {
  const row = await db
    .selectFrom('inbox')
    .select(['id', 'source', 'type', 'handledAt', asStored('payload').as('payload')])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? { ...row, payload: JSON.parse(row.payload) } : null;
}

/** Keeps how a try to handle it went: when it was handled, or what went wrong. */
export async function noteDeliveryTry(
  db: Db,
  id: string,
  outcome: { handledAt: Date; lastError: null } | { lastError: string },
): Promise<void> {
  await db
    .updateTable('inbox')
    .set((set) => ({ ...outcome, attempts: set('attempts', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Counts a delivery as not handled, to be handled anew. */
export async function reopenDelivery(db: Db, id: string): Promise<boolean> {
  const result = await db
    .updateTable('inbox')
    .set({ handledAt: null, lastError: null })
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** How far a recurring look has come; null before the first. */
export async function sweptUntil(db: Db, name: string): Promise<Date | null> {
  const row = await db.selectFrom('sweeps').select('sweptUntil').where('name', '=', name).executeTakeFirst();
  return row?.sweptUntil ?? null;
}

export async function noteSweep(db: Db, name: string, until: Date): Promise<void> {
  await db
    .insertInto('sweeps')
    .values({ name, sweptUntil: until })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ sweptUntil: until }))
    .execute();
}
