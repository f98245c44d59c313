import { sql } from 'kysely';
import type { Db } from '../../db/connect.ts';
import type { Booking } from './domain.ts';
import { BOOKING_COLUMNS, toBooking } from './rows.ts';

/** A slot that was picked in the calendar of a connection. */
export interface Pick {
  connectionId: string;
  uid: string;
}

export interface Knowledge {
  /** The bookings that were made of them, by their uid. */
  bookings: Map<string, Booking>;
  /** When a pick is, as a delivery of its own calendar told it; by {@link pickKey}. */
  told: Map<string, { startsAt: Date; endsAt: Date }>;
}

export const pickKey = ({ connectionId, uid }: Pick): string => `${connectionId} ${uid}`;

/** What we know of picks without asking anybody, for all that are claimed at the same moment. */
export async function knowledgeOf(db: Db, picks: Pick[]): Promise<Knowledge> {
  const uids = picks.map(({ uid }) => uid);
  const [rows, deliveries] = await Promise.all([
    db.selectFrom('bookings').select(BOOKING_COLUMNS).where('calcomUid', 'in', uids).execute(),
    db
      .selectFrom('inbox')
      .select([
        sql<string>`payload ->> 'connectionId'`.as('connectionId'),
        sql<string>`payload ->> 'uid'`.as('uid'),
        sql<Date>`(payload ->> 'startsAt')::timestamptz`.as('startsAt'),
        sql<Date>`(payload ->> 'endsAt')::timestamptz`.as('endsAt'),
      ])
      .where('source', '=', 'calcom')
      .where('type', '=', 'BOOKING_REQUESTED')
      .where(sql<string>`payload ->> 'uid'`, 'in', uids)
      .where(sql<boolean>`payload ? 'startsAt'`)
      .execute(),
  ]);
  return {
    bookings: new Map(rows.map((row) => [row.calcomUid, toBooking(row)])),
    told: new Map(deliveries.map(({ startsAt, endsAt, ...pick }) => [pickKey(pick), { startsAt, endsAt }])),
  };
}
