import type { Deps } from '../../deps.ts';
import { CalendarError } from '../../integrations/scheduling/port.ts';
import { answerSeen } from '../calendar/checks.ts';
import { isBroken } from '../calendar/domain.ts';
import { accessTo } from './calendar.ts';
import { type CalendarConnection, connectionOf } from './interviewer-queries.ts';
import { noteCalendarCheck, replaceOpenSlots, staleCalendars } from './open-slot-queries.ts';
import { MINUTE, POLICY } from './policy.ts';

/** Calendars read in one round of the recurring job: far below cal.com's limit of requests a minute. */
const ROUND = 40;

/** Queues a look at every calendar that was not looked at lately, the longest ago first. */
export async function readStaleCalendars(deps: Deps): Promise<void> {
  const stale = new Date(deps.now().getTime() - POLICY.calendarFreshMinutes * MINUTE);
  for (const id of await staleCalendars(deps.db, stale, ROUND)) await readCalendar(deps, id);
}

/** Replaces what we know of an interviewer's open slots by what the calendar says now. */
export async function readCalendar(deps: Deps, interviewerId: string): Promise<void> {
  const connection = await connectionOf(deps.db, interviewerId);
  if (!connection) return;
  const now = deps.now();
  const until = new Date(now.getTime() + POLICY.openSlotDays * 24 * 60 * MINUTE);
  const slots = await freeSlots(deps, connection, now, until);
  const failed = slots instanceof CalendarError;
  const problem = failed ? slots.message.slice(0, 300) : null;
  await deps.db.transaction().execute(async (db) => {
    await noteCalendarCheck(db, interviewerId, { checkedAt: now, problem });
    // Disconnected or broken while cal.com was asked: times that nobody can book are no times.
    const present = await connectionOf(db, interviewerId);
    if (!present || isBroken(present.trouble)) await replaceOpenSlots(db, interviewerId, []);
    else if (!failed) await replaceOpenSlots(db, interviewerId, slots);
  });
  const said = failed ? slots.refused : 'event-type-there';
  if (said) await answerSeen(deps, connection.id, said);
}

async function freeSlots(
  deps: Deps,
  connection: CalendarConnection,
  from: Date,
  until: Date,
): Promise<Date[] | CalendarError> {
  try {
    return await deps.scheduling.freeSlots(accessTo(deps, connection), from, until);
  } catch (error) {
    if (error instanceof CalendarError) return error;
    throw error;
  }
}
