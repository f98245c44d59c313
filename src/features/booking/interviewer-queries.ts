import type { Db } from '../../db/connect.ts';
import { isBroken, type Trouble } from '../calendar/domain.ts';
import type { BookedInterviewer } from './domain.ts';

const bookedColumns = ['id', 'slug', 'name', 'headline', 'portraitId', 'timeZone'] as const;

/** The interviewer of a booking, published or not: a paused one still keeps what was booked. */
export async function bookedInterviewer(
  db: Db,
  interviewerId: string,
): Promise<BookedInterviewer & { email: string | null }> {
  const row = await db
    .selectFrom('interviewers')
    .leftJoin('users', 'users.id', 'interviewers.userId')
    .select(bookedColumns.map((column) => `interviewers.${column}` as const))
    .select('users.email')
    .where('interviewers.id', '=', interviewerId)
    .executeTakeFirstOrThrow();
  const { id, ...interviewer } = row;
  return { ...interviewer, ...(await tagsOf(db, id)) };
}

/** A published interviewer with what a claim needs: the present rate and the calendar, where it can be booked. */
export interface BookableInterviewer extends BookedInterviewer {
  id: string;
  rateCents: number;
  currency: string;
  connection: CalendarConnection | null;
}

export interface CalendarConnection {
  id: string;
  username: string;
  eventTypeId: number;
  eventTypeSlug: string;
  apiKeySealed: Buffer | null;
  trouble: Trouble | null;
}

export async function bookableInterviewer(db: Db, slug: string): Promise<BookableInterviewer | null> {
  const row = await db
    .selectFrom('interviewers')
    .select([...bookedColumns, 'rateCents', 'currency'])
    .where('slug', '=', slug)
    .where('publishedAt', 'is not', null)
    .executeTakeFirst();
  if (!row) return null;
  const connection = await connectionWhere(db, 'interviewerId', row.id);
  const isUsable = connection && !isBroken(connection.trouble);
  return { ...row, ...(await tagsOf(db, row.id)), connection: isUsable ? connection : null };
}

export async function calendarConnection(db: Db, id: string): Promise<CalendarConnection | null> {
  return connectionWhere(db, 'id', id);
}

/** The calendar an interviewer has connected. */
export async function connectionOf(db: Db, interviewerId: string): Promise<CalendarConnection | null> {
  return connectionWhere(db, 'interviewerId', interviewerId);
}

async function connectionWhere(
  db: Db,
  column: 'id' | 'interviewerId',
  value: string,
): Promise<CalendarConnection | null> {
  const row = await db
    .selectFrom('calcomConnections')
    .select(['id', 'username', 'eventTypeId', 'eventTypeSlug', 'apiKeySealed', 'trouble'])
    .where(column, '=', value)
    .where('disconnectedAt', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  return { ...row, eventTypeId: Number(row.eventTypeId), trouble: row.trouble as Trouble | null };
}

async function tagsOf(db: Db, interviewerId: string) {
  const tags = await db
    .selectFrom('interviewerTags')
    .innerJoin('tags', 'tags.id', 'interviewerTags.tagId')
    .select(['tags.kind', 'tags.slug', 'tags.name'])
    .where('interviewerTags.interviewerId', '=', interviewerId)
    .orderBy('interviewerTags.position')
    .execute();
  const ofKind = <K extends 'subject' | 'technology'>(kind: K) =>
    tags.filter((tag) => tag.kind === kind).map(({ slug, name }) => ({ kind, slug, name }));
  return { subjects: ofKind('subject'), technologies: ofKind('technology') };
}

export async function allConnectionIds(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('calcomConnections')
    .select('id')
    .where('disconnectedAt', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}
