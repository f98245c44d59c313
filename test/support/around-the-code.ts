import type { Insertable } from 'kysely';
import { afterAll, beforeAll, inject } from 'vitest';
import { connect, type Db } from '../../src/db/connect.ts';
import type { Bookings } from '../../src/db/tables.ts';
import { createTestDatabase } from './postgres.ts';

// Around the code, straight to the tables: what the database itself lets in.

export const MINUTE = 60_000;

/** PostgreSQL's codes for why it said no. */
export const UNIQUE = '23505';
export const EXCLUSION = '23P01';
export const CHECK = '23514';
export const MISSING = '23502';
export const FOREIGN = '23503';
export const NO_RANGE = '22000';

/** The code with which a write was refused, or null. */
export async function refusal(write: Promise<unknown>): Promise<string | null> {
  return write.then(
    () => null,
    (error: { code?: string }) => error.code ?? String(error),
  );
}

/** A database with one interviewer in it, for all tests of a file. */
export function bareTables() {
  const made = { bookings: 0, interviewer: '' };
  let database: Db;
  const db = () => database;

  beforeAll(async () => {
    database = connect(await createTestDatabase(inject('postgres')), { max: 4 }).db;
    made.interviewer = await anInterviewer('ada');
  });
  afterAll(() => database?.destroy());

  async function anInterviewer(slug: string): Promise<string> {
    const row = { slug, name: slug, headline: '', timeZone: 'UTC', rateCents: 150_00 };
    return (await db().insertInto('interviewers').values(row).returning('id').executeTakeFirstOrThrow()).id;
  }

  /** A booking in a slot of its own, weeks apart from the others. */
  function aRow(changes: Partial<Insertable<Bookings>> = {}): Insertable<Bookings> {
    made.bookings += 1;
    const startsAt = new Date(Date.parse('2027-01-01T09:00:00Z') + made.bookings * 7 * 1440 * MINUTE);
    return {
      reference: `508-${made.bookings}`,
      interviewerId: made.interviewer,
      state: 'held',
      startsAt,
      endsAt: new Date(startsAt.getTime() + 90 * MINUTE),
      calcomUid: `uid-${made.bookings}`,
      priceCents: 150_00,
      currency: 'usd',
      candidateName: 'Theo Marsh',
      candidateEmail: 'theo@example.com',
      candidateTimeZone: 'UTC',
      holdExpiresAt: new Date(),
      ...changes,
    };
  }

  const insert = (row: Insertable<Bookings>) =>
    db().insertInto('bookings').values(row).returning('id').executeTakeFirstOrThrow();

  return { db, anInterviewer, aRow, insert };
}
