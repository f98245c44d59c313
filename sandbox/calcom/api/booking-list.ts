import type { Booking } from '../model.ts';
import type { World } from '../world.ts';

/** The query of `GET /v2/bookings`, as read from the address. */
export type BookingQuery = URLSearchParams;

/** The bookings that a query asks for: filtered, sorted, not yet paged. */
export function chosenBookings(world: World, all: readonly Booking[], query: BookingQuery): Booking[] {
  const statuses = listOf(query, 'status');
  const eventTypeIds = [...listOf(query, 'eventTypeIds'), ...listOf(query, 'eventTypeId')].map(Number);
  const keep = (booking: Booking) =>
    (statuses.length === 0 || statuses.some((status) => isIn(world, status, booking))) &&
    (eventTypeIds.length === 0 || eventTypeIds.includes(booking.eventTypeId)) &&
    matches(query, 'bookingUid', booking.uid) &&
    matches(query, 'attendeeEmail', booking.attendee.email) &&
    matches(query, 'attendeeName', booking.attendee.name) &&
    notBefore(query, 'afterStart', booking.start) &&
    notAfter(query, 'beforeEnd', booking.end) &&
    notBefore(query, 'afterCreatedAt', booking.createdAt) &&
    notAfter(query, 'beforeCreatedAt', booking.createdAt) &&
    notBefore(query, 'afterUpdatedAt', booking.updatedAt) &&
    notAfter(query, 'beforeUpdatedAt', booking.updatedAt);
  return sorted(all.filter(keep), query);
}

/** One page of the list with the `PaginationMetaDto` that goes with it. */
export function pageOf<T>(items: readonly T[], query: BookingQuery) {
  const take = Math.min(250, Math.max(1, Number(query.get('take') ?? 100)));
  const skip = Math.max(0, Number(query.get('skip') ?? 0));
  const data = items.slice(skip, skip + take);
  const remainingItems = Math.max(0, items.length - skip - data.length);
  return {
    data,
    pagination: {
      totalItems: items.length,
      remainingItems,
      returnedItems: data.length,
      itemsPerPage: take,
      currentPage: Math.floor(skip / take) + 1,
      totalPages: Math.ceil(items.length / take),
      hasNextPage: remainingItems > 0,
      hasPreviousPage: skip > 0,
    },
  };
}

export function listOf(query: BookingQuery, name: string): string[] {
  return query.getAll(name).flatMap((value) => value.split(',').filter(Boolean));
}

/**
 * The real service's tabs: what waits for its host is upcoming as well as unconfirmed, and a request whose time
 * has gone by unanswered is only "past".
 */
function isIn(world: World, tab: string, { status, end }: Booking): boolean {
  const over = Date.parse(end) <= world.now().epochMilliseconds;
  switch (tab) {
    case 'upcoming':
      return !over && (status === 'accepted' || status === 'pending');
    case 'unconfirmed':
      return !over && status === 'pending';
    case 'past':
      return over && status !== 'cancelled' && status !== 'rejected';
    case 'cancelled':
      return status === 'cancelled' || status === 'rejected';
    default:
      return false;
  }
}

function sorted(bookings: Booking[], query: BookingQuery): Booking[] {
  const keys = {
    sortStart: 'start',
    sortEnd: 'end',
    sortCreated: 'createdAt',
    sortUpdatedAt: 'updatedAt',
  } as const;
  for (const [name, key] of Object.entries(keys)) {
    const direction = query.get(name);
    if (direction)
      return bookings.sort((a, b) => a[key].localeCompare(b[key]) * (direction === 'desc' ? -1 : 1));
  }
  // Without a wish the real list goes by start, the ended ones of a single tab latest first.
  const ended = ['past', 'cancelled'].includes(query.get('status') ?? '');
  return bookings.sort((a, b) => a.start.localeCompare(b.start) * (ended ? -1 : 1));
}

const matches = (query: BookingQuery, name: string, value: string) => [null, value].includes(query.get(name));

function notBefore(query: BookingQuery, name: string, time: string): boolean {
  const bound = query.get(name);
  return bound === null || Date.parse(time) >= Date.parse(bound);
}

function notAfter(query: BookingQuery, name: string, time: string): boolean {
  const bound = query.get(name);
  return bound === null || Date.parse(time) <= Date.parse(bound);
}
