import type { Db } from '../../db/connect.ts';
import type { FeedSession } from './domain.ts';

/** When the address was made and last read; null where there is none. */
export interface Feed {
  madeAt: Date;
  readAt: Date | null;
}

export async function feedOf(db: Db, interviewerId: string): Promise<Feed | null> {
  const row = await db
    .selectFrom('calendarFeeds')
    .select(['madeAt', 'readAt'])
    .where('interviewerId', '=', interviewerId)
    .executeTakeFirst();
  return row ?? null;
}

/** Makes the address with this key the only one. */
export async function keepFeed(
  db: Db,
  feed: { interviewerId: string; keyHash: Buffer; madeAt: Date },
): Promise<void> {
  const { keyHash, madeAt } = feed;
  await db
    .insertInto('calendarFeeds')
    .values(feed)
    .onConflict((conflict) => conflict.column('interviewerId').doUpdateSet({ keyHash, madeAt, readAt: null }))
    .execute();
}

export async function dropFeed(db: Db, interviewerId: string): Promise<void> {
  await db.deleteFrom('calendarFeeds').where('interviewerId', '=', interviewerId).execute();
}

/** Whose address has this key, noting that it was read; null for a key that is none or was revoked. */
export async function readerOf(db: Db, keyHash: Buffer, readAt: Date): Promise<string | null> {
  const row = await db
    .updateTable('calendarFeeds')
    .set({ readAt })
    .where('keyHash', '=', keyHash)
    .returning('interviewerId')
    .executeTakeFirst();
  return row?.interviewerId ?? null;
}

/** Sessions from `since` on, those that were called off among them: a calendar has to be told. */
export async function feedSessions(
  db: Db,
  interviewerId: string,
  { since, limit }: { since: Date; limit: number },
): Promise<FeedSession[]> {
  const rows = await db
    .selectFrom('bookings')
    .leftJoin('bookingDetails', 'bookingDetails.bookingId', 'bookings.id')
    .select([
      'bookings.id',
      'bookings.startsAt',
      'bookings.endsAt',
      'bookings.state',
      'bookings.sequence',
      'bookings.updatedAt',
      'bookings.candidateName',
      'bookings.meetingUrl',
      'bookingDetails.subject',
    ])
    .where('bookings.interviewerId', '=', interviewerId)
    .where('bookings.confirmedAt', 'is not', null)
    .where('bookings.endsAt', '>=', since)
    .orderBy('bookings.startsAt')
    .limit(limit)
    .execute();
  return rows.map(({ candidateName, state, ...row }) => ({
    ...row,
    candidate: candidateName,
    isOn: state === 'confirmed' || state === 'completed',
  }));
}
