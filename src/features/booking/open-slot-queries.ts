import { sql } from 'kysely';
import type { Db } from '../../db/connect.ts';
import { LIVE_STATES, SLOT_MINUTES } from './domain.ts';

/** Connected interviewers whose calendar was never read or not since `since`, the longest ago first. */
export async function staleCalendars(db: Db, since: Date, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('calcomConnections')
    .leftJoin('calendarChecks', 'calendarChecks.interviewerId', 'calcomConnections.interviewerId')
    .select('calcomConnections.interviewerId')
    .where('calcomConnections.disconnectedAt', 'is', null)
    .where((where) =>
      where.or([
        where('calendarChecks.checkedAt', 'is', null),
        where('calendarChecks.checkedAt', '<', since),
      ]),
    )
    .orderBy(sql`calendar_checks.checked_at nulls first`)
    .limit(limit)
    .execute();
  return rows.map(({ interviewerId }) => interviewerId);
}

/** Keeps how a look at a calendar went; `problem` is null when it could be read. */
export async function noteCalendarCheck(
  db: Db,
  interviewerId: string,
  check: { checkedAt: Date; problem: string | null },
): Promise<void> {
  await db
    .insertInto('calendarChecks')
    .values({ interviewerId, ...check })
    .onConflict((conflict) => conflict.column('interviewerId').doUpdateSet(check))
    .execute();
}

/**
 * The next starts that an interviewer's calendar offers, without those that a booking of ours has taken
 * since the calendar was read: what somebody who just lost a time is told.
 */
export async function nextStarts(db: Db, interviewerId: string, now: Date, limit = 4): Promise<Date[]> {
  const rows = await db
    .selectFrom('openSlots')
    .select('startsAt')
    .where('interviewerId', '=', interviewerId)
    .where('startsAt', '>', now)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('bookings')
            .select('bookings.id')
            .where('bookings.interviewerId', '=', interviewerId)
            .where('bookings.state', 'in', LIVE_STATES)
            .where('bookings.endsAt', '>', where.ref('openSlots.startsAt'))
            .where(
              'bookings.startsAt',
              '<',
              sql<Date>`open_slots.starts_at + ${SLOT_MINUTES} * interval '1 minute'`,
            ),
        ),
      ),
    )
    .orderBy('startsAt')
    .limit(limit)
    .execute();
  return rows.map(({ startsAt }) => startsAt);
}

/** Keeps these starts and no others. Most are there already: only what has changed is written. */
export async function replaceOpenSlots(db: Db, interviewerId: string, starts: Date[]): Promise<void> {
  await sql`delete from open_slots where interviewer_id = ${interviewerId}
    and starts_at not in (select unnest(${starts}::timestamptz[]))`.execute(db);
  await sql`insert into open_slots (interviewer_id, starts_at)
    select ${interviewerId}::uuid, unnest(${starts}::timestamptz[]) on conflict do nothing`.execute(db);
}
