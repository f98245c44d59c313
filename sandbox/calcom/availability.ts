import { userById } from './accounts.ts';
import type { Booking, EventType, OpeningHours } from './model.ts';
import type { World } from './world.ts';

const SLOT_INTERVAL_MINUTES = 30;
const DAYS_AHEAD = 60;
const MINUTE = 60_000;

/** In milliseconds since 1970: there are many of these to compare. */
type Span = { start: number; end: number };
export type Slot = { start: Temporal.Instant; end: Temporal.Instant };

/** The booking that moves does not stand in its own way. */
export type Moving = { movingUid?: string | undefined };

/** The free slots that start in `[from, until)`, in order. */
export function freeSlots(
  world: World,
  eventType: EventType,
  from: Temporal.Instant,
  until: Temporal.Instant,
  moving: Moving = {},
): Slot[] {
  const busy = busyTimes(world, eventType, moving);
  const step = (eventType.slotInterval ?? SLOT_INTERVAL_MINUTES) * MINUTE;
  const length = eventType.lengthInMinutes * MINUTE;
  const slots: Slot[] = [];
  for (const open of openTimes(world, eventType, from, until)) {
    for (let at = open.start.epochMilliseconds; at + length <= open.end.epochMilliseconds; at += step) {
      if (busy.some(overlaps({ start: at, end: at + length }))) continue;
      const start = Temporal.Instant.fromEpochMilliseconds(at);
      const end = Temporal.Instant.fromEpochMilliseconds(at + length);
      if (within(start, from, until) && bookableStart(world, eventType, start)) slots.push({ start, end });
    }
  }
  return slots.sort((a, b) => Temporal.Instant.compare(a.start, b.start));
}

/** Whether a booking may be made at this time: inside the opening hours, not too soon, nothing in the way. */
export function isFree(world: World, eventType: EventType, slot: Slot, moving: Moving = {}): boolean {
  const opens = openTimes(world, eventType, slot.start, slot.end);
  return (
    bookableStart(world, eventType, slot.start) &&
    opens.some((open) => within(slot.start, open.start, open.end) && !isAfter(slot.end, open.end)) &&
    !busyTimes(world, eventType, moving).some(
      overlaps({ start: slot.start.epochMilliseconds, end: slot.end.epochMilliseconds }),
    )
  );
}

/** The opening hours as instants, day by day in the user's zone, so that a clock change moves them rightly. */
function openTimes(
  world: World,
  eventType: EventType,
  from: Temporal.Instant,
  until: Temporal.Instant,
): Slot[] {
  const owner = userById(world, eventType.ownerId);
  if (!owner) return [];
  const last = until.toZonedDateTimeISO(owner.timeZone).toPlainDate();
  const first = from.toZonedDateTimeISO(owner.timeZone).toPlainDate().subtract({ days: 1 });
  const open: Slot[] = [];
  for (let day = first; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    for (const hours of owner.schedule.filter((hours) => opensOn(hours, day))) {
      open.push({ start: at(day, hours.from, owner.timeZone), end: at(day, hours.to, owner.timeZone) });
    }
  }
  return open;
}

function opensOn(hours: OpeningHours, day: Temporal.PlainDate): boolean {
  return hours.days.some((weekday) => (weekday === 0 ? 7 : weekday) === day.dayOfWeek);
}

function at(day: Temporal.PlainDate, time: string, timeZone: string): Temporal.Instant {
  const [date, plainTime] = time.startsWith('24') ? [day.add({ days: 1 }), '00:00'] : [day, time];
  return date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(plainTime) }).toInstant();
}

/** Never in the past, never on shorter notice than asked for, never further ahead than sixty days. */
function bookableStart(world: World, eventType: EventType, start: Temporal.Instant): boolean {
  const now = world.now();
  const soonest = now.add({ minutes: eventType.minimumBookingNotice });
  return (
    !isAfter(soonest, start) && isAfter(start, now) && !isAfter(start, now.add({ hours: 24 * DAYS_AHEAD }))
  );
}

/**
 * Accepted bookings of the host always block. Pending ones block only when the event type says so, and only
 * on that same event type: the trap our own database has to close.
 */
function busyTimes(world: World, eventType: EventType, { movingUid }: Moving): Span[] {
  const policy = eventType.confirmationPolicy;
  const pendingBlocks = 'type' in policy && policy.blockUnconfirmedBookingsInBooker;
  const blocks = (booking: Booking) =>
    booking.hostId === eventType.ownerId &&
    booking.uid !== movingUid &&
    (booking.status === 'accepted' ||
      (booking.status === 'pending' && pendingBlocks && booking.eventTypeId === eventType.id));
  return world.bookings
    .filter(blocks)
    .map(({ start, end }) => ({ start: Date.parse(start), end: Date.parse(end) }));
}

const overlaps = (a: Span) => (b: Span) => a.end > b.start && b.end > a.start;

const isAfter = (a: Temporal.Instant, b: Temporal.Instant) => a.epochMilliseconds > b.epochMilliseconds;

const within = (time: Temporal.Instant, from: Temporal.Instant, until: Temporal.Instant) =>
  !isAfter(from, time) && isAfter(until, time);
