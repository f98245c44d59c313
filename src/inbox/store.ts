import type { Deps } from '../deps.ts';
import { type Delivery, insertDelivery, reopenDelivery } from './queries.ts';

interface StoreOptions {
  /** False: kept for the record and never acted upon. */
  handle?: boolean;
}

/** Keeps a delivery once and queues its handling, in one transaction. False for a repeated one. */
export async function storeDelivery(
  deps: Deps,
  delivery: Delivery,
  { handle = true }: StoreOptions = {},
): Promise<boolean> {
  const now = deps.now();
  return deps.db.transaction().execute(async (db) => {
    const deliveryId = await insertDelivery(db, delivery, {
      receivedAt: now,
      handledAt: handle ? null : now,
    });
    if (deliveryId && handle) await deps.jobs.enqueue(db, 'inbox.handle', { deliveryId });
    return deliveryId !== null;
  });
}

/** Handles a stored delivery once more, whatever became of it before. False when there is none. */
export async function replayDelivery(deps: Deps, deliveryId: string): Promise<boolean> {
  return deps.db.transaction().execute(async (db) => {
    if (!(await reopenDelivery(db, deliveryId))) return false;
    await deps.jobs.enqueue(db, 'inbox.handle', { deliveryId });
    return true;
  });
}
