import type { Db } from '../../db/connect.ts';
import { asStored } from '../../db/json.ts';
import type { DeliveryDetail, DeliveryRow, InboxFilter } from './domain.ts';

export const DELIVERY_COLUMNS = [
  'id',
  'source',
  'type',
  'receivedAt',
  'handledAt',
  'attempts',
  'lastError',
] as const;

/** Webhooks, the newest first; one more than asked for says that there are more. */
export function deliveryList(
  db: Db,
  { show, before, limit }: { show: InboxFilter | null; before: string | null; limit: number },
): Promise<DeliveryRow[]> {
  return db
    .selectFrom('inbox')
    .select(DELIVERY_COLUMNS)
    .$if(show !== null, (query) => query.where('handledAt', 'is', null))
    .$if(show === 'failed', (query) => query.where('lastError', 'is not', null))
    .$if(before !== null, (query) => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export async function deliveryOf(db: Db, id: string): Promise<DeliveryDetail | null> {
  const row = await db
    .selectFrom('inbox')
    .select([...DELIVERY_COLUMNS, 'externalId', asStored('payload').as('payload')])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? { ...row, payload: JSON.parse(row.payload) } : null;
}
