import { sql } from 'kysely';
import type { Deps } from '../../deps.ts';
import { CalendarError } from '../../integrations/scheduling/port.ts';
import { accessTo } from './calendar.ts';
import { connectionOf } from './interviewer-queries.ts';
import { MINUTE, POLICY } from './policy.ts';

/** Calendars read in one round of the recurring job: far below cal.com's limit of requests a minute. */
const ROUND = 40;

/** Queues a look at every calendar that was not looked at lately, the longest ago first. */
export async function readStaleCalendars(deps: Deps): Promise<void> {
  const stale = new Date(deps.now().getTime() - POLICY.calendarFreshMinutes * MINUTE);
  const rows = await deps.db
    .selectFrom('calcomConnections')
    .leftJoin('calendarChecks', 'calendarChecks.interviewerId', 'calcomConnections.interviewerId')
    .select('calcomConnections.interviewerId')
    .where((where) =>
      where.or([
        where('calendarChecks.checkedAt', 'is', null),
        where('calendarChecks.checkedAt', '<', stale),
      ]),
    )
    .orderBy(sql`calendar_checks.checked_at nulls first`)
    .limit(ROUND)
    .execute();
  for (const { interviewerId } of rows) await readCalendar(deps, interviewerId);
}

/** Replaces what we know of an interviewer's open slots by what the calendar says now. */
export async function readCalendar(deps: Deps, interviewerId: string): Promise<void> {
  const connection = await connectionOf(deps.db, interviewerId);
  if (!connection) return;
  const now = deps.now();
  const until = new Date(now.getTime() + POLICY.openSlotDays * 24 * 60 * MINUTE);
  const slots = await deps.scheduling
    .freeSlots(accessTo(deps, connection), now, until)
    .catch((error: unknown) => {
      if (error instanceof CalendarError) return error;
      throw error;
    });
  const problem = slots instanceof CalendarError ? slots.message.slice(0, 300) : null;
  await deps.db.transaction().execute(async (db) => {
    const check = { checkedAt: now, problem };
    await db
      .insertInto('calendarChecks')
      .values({ interviewerId, ...check })
      .onConflict((conflict) => conflict.column('interviewerId').doUpdateSet(check))
      .execute();
    if (slots instanceof CalendarError) return;
    await db.deleteFrom('openSlots').where('interviewerId', '=', interviewerId).execute();
    const rows = slots.map((startsAt) => ({ interviewerId, startsAt }));
    if (rows.length > 0)
      await db
        .insertInto('openSlots')
        .values(rows)
        .onConflict((c) => c.doNothing())
        .execute();
  });
}
