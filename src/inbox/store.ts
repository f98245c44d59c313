import type { Deps } from '../deps.ts';

/** A webhook whose signature was checked. */
export interface Delivery {
  source: 'stripe' | 'calcom';
  /** The sender's own id, or a hash of the delivery: what makes a repeated one recognizable. */
  externalId: string;
  type: string;
  payload: unknown;
}

interface StoreOptions {
  /** False: kept for the record and never acted upon. */
  handle?: boolean;
}

/** Keeps a delivery once and queues its handling, in one transaction. A repeated one changes nothing. */
export async function storeDelivery(
  deps: Deps,
  delivery: Delivery,
  { handle = true }: StoreOptions = {},
): Promise<void> {
  const now = deps.now();
  await deps.db.transaction().execute(async (db) => {
    const stored = await db
      .insertInto('inbox')
      .values({
        ...delivery,
        payload: JSON.stringify(delivery.payload),
        receivedAt: now,
        handledAt: handle ? null : now,
      })
      .onConflict((conflict) => conflict.columns(['source', 'externalId']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (stored && handle) await deps.jobs.enqueue(db, 'inbox.handle', { deliveryId: stored.id });
  });
}
