import { sql } from 'kysely';
import type { Db } from '../../db/connect.ts';
import type { Seen, Trouble } from './domain.ts';

/** An interviewer's connection to a cal.com account, ended ones included. */
export interface Connection {
  id: string;
  interviewerId: string;
  username: string;
  accountName: string | null;
  accountTimeZone: string | null;
  eventTypeId: number;
  eventTypeSlug: string;
  /** Null: the co-op's team key speaks for the account. */
  apiKeySealed: Buffer | null;
  webhookSecretSealed: Buffer;
  verifiedAt: Date;
  checkedAt: Date | null;
  seen: Seen | null;
  unansweredAt: Date | null;
  trouble: Trouble | null;
  troubleSince: Date | null;
  troubleEndedAt: Date | null;
  deliveredAt: Date | null;
  disconnectedAt: Date | null;
}

/** The connection that an interviewer has or had. */
export const connectionOf = (db: Db, interviewerId: string): Promise<Connection | null> =>
  connectionWhere(db, 'interviewerId', interviewerId);

export const findConnection = (db: Db, id: string): Promise<Connection | null> =>
  connectionWhere(db, 'id', id);

/** The same, and nobody else changes it until the transaction ends. */
export const lockConnection = (db: Db, id: string): Promise<Connection | null> =>
  connectionWhere(db, 'id', id, true);

async function connectionWhere(
  db: Db,
  column: 'id' | 'interviewerId',
  value: string,
  lock = false,
): Promise<Connection | null> {
  const row = await db
    .selectFrom('calcomConnections')
    .selectAll()
    .where(column, '=', value)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  if (!row) return null;
  const { eventTypeId, seen, trouble, createdAt: _, updatedAt: __, ...rest } = row;
  return {
    ...rest,
    eventTypeId: Number(eventTypeId),
    seen: seen as Seen | null,
    trouble: trouble as Trouble | null,
  };
}

/** Another interviewer who is connected to this account or event type. */
export async function isTakenByAnother(
  db: Db,
  interviewerId: string,
  { username, eventTypeId }: { username: string; eventTypeId?: number },
): Promise<boolean> {
  const row = await db
    .selectFrom('calcomConnections')
    .select('id')
    .where('interviewerId', '!=', interviewerId)
    .where('disconnectedAt', 'is', null)
    .where((where) =>
      where.or([
        where(sql<string>`lower(username)`, '=', username.toLowerCase()),
        ...(eventTypeId === undefined ? [] : [where('eventTypeId', '=', String(eventTypeId))]),
      ]),
    )
    .executeTakeFirst();
  return row !== undefined;
}

export type NewConnection = Pick<
  Connection,
  | 'id'
  | 'username'
  | 'accountName'
  | 'accountTimeZone'
  | 'eventTypeId'
  | 'eventTypeSlug'
  | 'apiKeySealed'
  | 'webhookSecretSealed'
  | 'verifiedAt'
>;

/** Connects a calendar, or gives the connection there is another account, key or event type. */
export async function saveConnection(
  db: Db,
  interviewerId: string,
  { eventTypeId, ...given }: NewConnection,
): Promise<void> {
  const connection = { ...given, eventTypeId: String(eventTypeId) };
  await db
    .insertInto('calcomConnections')
    .values({ interviewerId, ...connection })
    .onConflict((conflict) =>
      conflict
        .column('interviewerId')
        .doUpdateSet({ ...connection, disconnectedAt: null, updatedAt: connection.verifiedAt }),
    )
    .execute();
}

/** What a check finds out. */
export type Check = Pick<
  Connection,
  | 'username'
  | 'accountName'
  | 'accountTimeZone'
  | 'eventTypeSlug'
  | 'checkedAt'
  | 'seen'
  | 'trouble'
  | 'troubleSince'
  | 'troubleEndedAt'
>;

/** Keeps what a check saw, and since when something is wrong. */
export async function saveCheck(db: Db, id: string, { seen, ...rest }: Check): Promise<void> {
  await db
    .updateTable('calcomConnections')
    .set({ ...rest, seen: JSON.stringify(seen), unansweredAt: null })
    .where('id', '=', id)
    .execute();
}

export async function noteUnanswered(db: Db, id: string, at: Date): Promise<void> {
  await db.updateTable('calcomConnections').set({ unansweredAt: at }).where('id', '=', id).execute();
}

export async function noteDelivered(db: Db, id: string, at: Date): Promise<void> {
  await db.updateTable('calcomConnections').set({ deliveredAt: at }).where('id', '=', id).execute();
}

/** Keeps what cal.com signs deliveries with from now on. */
export async function saveWebhookSecret(db: Db, id: string, webhookSecretSealed: Buffer): Promise<void> {
  await db.updateTable('calcomConnections').set({ webhookSecretSealed }).where('id', '=', id).execute();
}

/** Ends a connection: its key is forgotten, its row stays for the bookings that refer to it. */
export async function endConnection(db: Db, id: string, at: Date): Promise<void> {
  await db
    .updateTable('calcomConnections')
    .set({
      ...{ disconnectedAt: at, apiKeySealed: null, updatedAt: at },
      ...{ seen: null, checkedAt: null, unansweredAt: null, deliveredAt: null },
      ...{ trouble: null, troubleSince: null, troubleEndedAt: null },
    })
    .where('id', '=', id)
    .execute();
}

/** Times that nobody can book any more are offered to nobody. */
export async function dropOpenSlots(db: Db, interviewerId: string): Promise<void> {
  await db.deleteFrom('openSlots').where('interviewerId', '=', interviewerId).execute();
  await db.deleteFrom('calendarChecks').where('interviewerId', '=', interviewerId).execute();
}

/** Interviewers whose connection was not checked since `since`, those that got no answer only when tried before `tried`. */
export async function dueForCheck(
  db: Db,
  { since, tried, limit }: { since: Date; tried: Date; limit: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom('calcomConnections')
    .select('interviewerId')
    .where('disconnectedAt', 'is', null)
    .where(sql<Date>`coalesce(checked_at, verified_at)`, '<', since)
    .where((where) => where.or([where('unansweredAt', 'is', null), where('unansweredAt', '<', tried)]))
    .orderBy(sql`coalesce(checked_at, verified_at)`)
    .limit(limit)
    .execute();
  return rows.map(({ interviewerId }) => interviewerId);
}

/** What is under way with an interviewer: sessions ahead, and candidates who are booking one. */
export async function underWay(
  db: Db,
  interviewerId: string,
  now: Date,
): Promise<{ ahead: number; booking: number }> {
  return db
    .selectFrom('bookings')
    .select((eb) => [
      eb.fn.countAll<number>().filterWhere('state', '=', 'confirmed').as('ahead'),
      eb.fn.countAll<number>().filterWhere('state', '!=', 'confirmed').as('booking'),
    ])
    .where('interviewerId', '=', interviewerId)
    .where('state', 'in', ['held', 'checkout', 'authorised', 'confirmed'])
    .where('endsAt', '>', now)
    .executeTakeFirstOrThrow();
}

/** A key that was given and read, whose event type is not chosen yet. */
export interface Offer {
  username: string;
  accountName: string | null;
  accountTimeZone: string | null;
  apiKeySealed: Buffer | null;
  offeredAt: Date;
}

export async function keepOffer(db: Db, interviewerId: string, offer: Offer): Promise<void> {
  await db
    .insertInto('calcomOffers')
    .values({ interviewerId, ...offer })
    .onConflict((conflict) => conflict.column('interviewerId').doUpdateSet(offer))
    .execute();
}

export async function offerOf(db: Db, interviewerId: string, since: Date): Promise<Offer | null> {
  const row = await db
    .selectFrom('calcomOffers')
    .select(['username', 'accountName', 'accountTimeZone', 'apiKeySealed', 'offeredAt'])
    .where('interviewerId', '=', interviewerId)
    .where('offeredAt', '>', since)
    .executeTakeFirst();
  return row ?? null;
}

export async function dropOffer(db: Db, interviewerId: string): Promise<void> {
  await db.deleteFrom('calcomOffers').where('interviewerId', '=', interviewerId).execute();
}

export async function dropOldOffers(db: Db, since: Date): Promise<void> {
  await db.deleteFrom('calcomOffers').where('offeredAt', '<=', since).execute();
}

/** Whom a mail about a connection is for, and whose calendar it is. */
export async function memberOf(
  db: Db,
  interviewerId: string,
): Promise<{ name: string; email: string | null; timeZone: string; slug: string } | null> {
  const row = await db
    .selectFrom('interviewers')
    .leftJoin('users', 'users.id', 'interviewers.userId')
    .select(['interviewers.name', 'interviewers.timeZone', 'interviewers.slug', 'users.email'])
    .where('interviewers.id', '=', interviewerId)
    .executeTakeFirst();
  return row ?? null;
}
