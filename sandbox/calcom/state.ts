import { z } from 'zod';
import type { Struck } from '../chance.ts';
import type { Booking, Delivery, EventType, Faults, RequestLine, User } from './model.ts';
import type { World } from './world.ts';

/** Answer of `GET /_sandbox/state`. */
export type State = {
  now: string;
  faults: Faults;
  /** How often each fault has struck since the last reset, e.g. `{ 'api.slow': 3, 'webhooks.drop': 1 }`. */
  struck: Struck;
  users: User[];
  eventTypes: EventType[];
  bookings: Booking[];
  deliveries: Delivery[];
  /** The last 1,000 requests. */
  requests: RequestLine[];
};

const LISTS = ['users', 'eventTypes', 'bookings', 'deliveries', 'requests'] as const;

/**
 * `?only=bookings,deliveries` answers those lists and no other, beside clock and faults.
 * `?since=2030-01-08T14:00:00Z` leaves out bookings not changed, and deliveries and requests not made, since.
 */
export const stateQuery = z.strictObject({
  only: z
    .string()
    .transform((names) => names.split(','))
    .pipe(z.array(z.enum(LISTS)))
    .optional(),
  since: z.iso.datetime({ offset: true }).optional(),
});

export function stateOf(
  world: World,
  { only = [...LISTS], since = '' }: z.output<typeof stateQuery>,
): Partial<State> {
  const from = since === '' ? -Infinity : Date.parse(since);
  const read: { [List in (typeof LISTS)[number]]: () => State[List] } = {
    users: () => world.users,
    eventTypes: () => world.eventTypes,
    bookings: () => world.bookings.filter(({ updatedAt }) => Date.parse(updatedAt) >= from),
    deliveries: () => world.deliveries.filter(({ at }) => Date.parse(at) >= from),
    requests: () => world.requests.filter(({ at }) => Date.parse(at) >= from),
  };
  return {
    now: world.now().toString({ smallestUnit: 'millisecond' }),
    faults: world.faults,
    struck: world.struck,
    ...Object.fromEntries(only.map((list) => [list, read[list]()])),
  };
}
