import type { Openings, Span } from './domain.ts';

/** The instants between which open times are counted for a visitor. */
export interface Windows {
  now: Date;
  /** From and to (not included) of each span that can be asked for. */
  spans: Record<Span, { from: Date; to: Date }>;
  /** Midnights of today and the seven days after it. */
  days: readonly Date[];
}

const HOUR = 3_600_000;
/** Their page of times asks the calendar itself. */
const NOT_READ = 'Times in their calendar';

/** Days begin and end at midnight where the visitor is, also on the nights when clocks change. */
export function windowsAt(now: Date, zone: string): Windows {
  const today = dayOf(now, zone);
  const midnight = (plus: number) =>
    new Date(today.add({ days: plus }).toZonedDateTime(zone).epochMilliseconds);
  // On a Saturday and a Sunday, this weekend is the one that has begun.
  const saturday = 6 - today.dayOfWeek;
  return {
    now,
    spans: {
      '48h': { from: now, to: new Date(now.getTime() + 48 * HOUR) },
      week: { from: now, to: new Date(now.getTime() + 7 * 24 * HOUR) },
      weekend: { from: midnight(saturday), to: midnight(saturday + 2) },
    },
    days: Array.from({ length: 8 }, (_, day) => midnight(day)),
  };
}

/** The heading in the list under which an open time stands, for someone in this zone. */
export function dayGroup(
  { next: at, known }: Pick<Openings, 'next' | 'known'>,
  now: Date,
  zone: string,
  bookable = true,
): string {
  if (!bookable) return 'Not bookable right now';
  if (!at) return known ? 'No open times right now' : NOT_READ;
  const today = dayOf(now, zone);
  const days = today.until(dayOf(at, zone)).days;
  if (days <= 0) return 'Today';
  if (days === 1) return 'Tomorrow';
  const untilMonday = 8 - today.dayOfWeek;
  if (days < untilMonday) return 'Later this week';
  return days < untilMonday + 7 ? 'Next week' : 'Later';
}

/** Open times of one day. */
export interface OpenDay {
  slots: Date[];
  /** How many more the day has than are shown. */
  more: number;
}

/** The next days with open times, in order: a few days, a few times each. */
export function openDays(slots: readonly Date[], zone: string, most = { days: 4, slots: 3 }): OpenDay[] {
  const days = Map.groupBy(slots, (slot) => dayOf(slot, zone).toString());
  return [...days.values()].slice(0, most.days).map((all) => ({
    slots: all.slice(0, most.slots),
    more: Math.max(0, all.length - most.slots),
  }));
}

function dayOf(at: Date, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate();
}
