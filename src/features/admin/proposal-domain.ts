/** What a proposal of another time can be refused for, before the booking itself is asked. */
export type TimeProblem =
  | 'no-date'
  | 'no-time'
  /** The clocks jump over this time on that day. */
  | 'skipped'
  /** The clocks go back, and show this time twice on that day. */
  | 'twice'
  | 'past'
  | 'same'
  | 'far';

export type ProposedTime = { startsAt: Date } | { problem: TimeProblem; field: 'date' | 'time' };

/** How far ahead a time may be proposed; a slip of the year is further. */
const MOST_DAYS = 180;
const DAY_MS = 86_400_000;

/**
 * The instant that a date and a clock mean where the interviewer lives. A time that the clocks skip or show
 * twice is refused: whichever hour were picked for them, one of the two would come at the wrong one.
 */
export function proposedTime(
  { date, time }: { date: string; time: string },
  zone: string,
  { now, current }: { now: Date; current: Date },
): ProposedTime {
  if (!isDate(date)) return { problem: 'no-date', field: 'date' };
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return { problem: 'no-time', field: 'time' };
  const wall = Temporal.PlainDateTime.from(`${date}T${time}`);
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' });
  if (earlier.epochMilliseconds !== later.epochMilliseconds) {
    const isReal = earlier.toPlainDateTime().equals(wall);
    return { problem: isReal ? 'twice' : 'skipped', field: 'time' };
  }
  const startsAt = new Date(earlier.epochMilliseconds);
  if (startsAt <= now) {
    const isToday = earlier.toPlainDate().equals(dateIn(now, zone));
    return { problem: 'past', field: isToday ? 'time' : 'date' };
  }
  if (startsAt.getTime() === current.getTime()) return { problem: 'same', field: 'time' };
  if (startsAt.getTime() > now.getTime() + MOST_DAYS * DAY_MS) return { problem: 'far', field: 'date' };
  return { startsAt };
}

function isDate(date: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return false;
  try {
    Temporal.PlainDate.from(date, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

const dateIn = (at: Date, zone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate();

/** What the form is filled with at first: the session's own date and clock, where the interviewer lives. */
export function wallClock(at: Date, zone: string): { date: string; time: string } {
  const here = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  return {
    date: here.toPlainDate().toString(),
    time: here.toPlainTime().toString({ smallestUnit: 'minute' }),
  };
}

const PROBLEMS: Record<TimeProblem, string> = {
  'no-date': 'A day is missing. It looks like 2026-11-24.',
  'no-time': 'A time is missing. It looks like 15:00.',
  skipped: 'That time does not exist on that day: the clocks jump over it. Pick one an hour later.',
  twice: 'The clocks go back that day and show this time twice. Pick one outside that hour.',
  past: 'That time has passed. Pick one that is still to come.',
  same: 'That is when the session is now. Pick another time.',
  far: `That is more than ${MOST_DAYS} days away. Is the year right?`,
};

/** What is wrong with a time, and what to do. */
export const timeProblemWords = (problem: TimeProblem): string => PROBLEMS[problem];
