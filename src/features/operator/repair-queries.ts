import { sql } from 'kysely';
import type { Db } from '../../db/connect.ts';
import type { RepairCount, RepairRow } from './domain.ts';

const DAY_MS = 86_400_000;

/** What was put right in the last day and the last week, by kind, the most frequent first. */
export async function repairCounts(db: Db, now: Date): Promise<RepairCount[]> {
  const dayAgo = new Date(now.getTime() - DAY_MS);
  const rows = await db
    .selectFrom('repairs')
    .select('kind')
    .select(sql<number>`count(*) filter (where at > ${dayAgo})::int`.as('day'))
    .select(sql<number>`count(*)::int`.as('week'))
    .where('at', '>', new Date(now.getTime() - 7 * DAY_MS))
    .groupBy('kind')
    .orderBy('week', 'desc')
    .orderBy('kind')
    .execute();
  return rows;
}

export async function latestRepairs(db: Db, limit: number): Promise<RepairRow[]> {
  return db
    .selectFrom('repairs')
    .leftJoin('bookings', 'bookings.id', 'repairs.bookingId')
    .select(['repairs.id', 'repairs.at', 'repairs.kind', 'repairs.found', 'repairs.bookingId'])
    .select('bookings.reference')
    .orderBy('repairs.id', 'desc')
    .limit(limit)
    .execute();
}
