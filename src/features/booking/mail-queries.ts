import { sql } from 'kysely';
import type { Db } from '../../db/connect.ts';
import type { MailChoice } from './mail-choice-domain.ts';

export interface OwedMail {
  id: string;
  bookingId: string;
  kind: string;
  occasion: string;
  sentAt: Date | null;
}

/** Notes that a mail is owed; its id, or null where one of this kind and occasion already is. */
export async function insertOwedMail(
  db: Db,
  mail: { bookingId: string; kind: string; occasion: string; queuedAt: Date },
): Promise<string | null> {
  const row = await db
    .insertInto('mails')
    .values(mail)
    .onConflict((conflict) => conflict.columns(['bookingId', 'kind', 'occasion']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Whether the booking's interviewer does without mails of this choice. */
export async function isMuted(db: Db, bookingId: string, choice: MailChoice): Promise<boolean> {
  const row = await db
    .selectFrom('bookings')
    .innerJoin('interviewers', 'interviewers.id', 'bookings.interviewerId')
    .innerJoin('users', 'users.id', 'interviewers.userId')
    .select('users.id')
    .where('bookings.id', '=', bookingId)
    .where(sql<boolean>`${choice} = any (users.muted_mails)`)
    .executeTakeFirst();
  return row !== undefined;
}

export async function findOwedMail(db: Db, id: string): Promise<OwedMail | null> {
  const row = await db
    .selectFrom('mails')
    .select(['id', 'bookingId', 'kind', 'occasion', 'sentAt'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** The last occasion of a kind of mail of a booking, by its name; null where there is none. */
export async function lastOccasion(db: Db, bookingId: string, kind: string): Promise<string | null> {
  const row = await db
    .selectFrom('mails')
    .select((eb) => eb.fn.max('occasion').as('occasion'))
    .where('bookingId', '=', bookingId)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return row?.occasion ?? null;
}

/** Keeps how a try to send went: when it was sent, or what went wrong. */
export async function noteMailTry(
  db: Db,
  id: string,
  outcome: { sentAt: Date; lastError: string | null } | { lastError: string },
): Promise<void> {
  await db
    .updateTable('mails')
    .set((set) => ({ ...outcome, attempts: set('attempts', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Takes the unsent mails that were queued before `before` and counts them as queued now. */
export async function takeLostMails(db: Db, before: Date, now: Date): Promise<string[]> {
  const rows = await db
    .updateTable('mails')
    .set({ queuedAt: now })
    .where('sentAt', 'is', null)
    .where('queuedAt', '<', before)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Takes one unsent mail that had trouble and counts it as queued now; false where nothing is to be sent. */
export async function takeUnsentMail(db: Db, id: string, now: Date): Promise<boolean> {
  const result = await db
    .updateTable('mails')
    .set({ queuedAt: now, lastError: null })
    .where('id', '=', id)
    .where('sentAt', 'is', null)
    .where('lastError', 'is not', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
