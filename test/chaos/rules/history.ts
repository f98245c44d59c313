import type { Violation } from '../check.ts';
import type { Evidence } from '../evidence.ts';

/** A booking's history has no gaps: it begins with nothing, and each entry takes up where the last one ended. */
export function checkHistory({ ours }: Evidence): Violation[] {
  const entries = Map.groupBy(ours.history, ({ booking_id }) => booking_id);
  return ours.bookings.flatMap(({ id, state }): Violation[] => {
    const wrong = (what: string) => [{ rule: 'history incomplete', bookingId: id, what }];
    const own = entries.get(id) ?? [];
    if (own[0]?.from_state !== null) return wrong(`begins with ${own[0]?.from_state ?? 'no entry'}`);
    const gap = own.findIndex((entry, index) => index > 0 && entry.from_state !== own[index - 1]?.to_state);
    if (gap >= 0) return wrong(`entry ${gap + 1} begins at ${own[gap]?.from_state}`);
    const last = own.at(-1)?.to_state;
    if (last !== state) return wrong(`ends at ${last}, the booking is ${state}`);
    const confirmations = own.filter(
      (entry) => entry.to_state === 'confirmed' && entry.from_state !== 'confirmed',
    );
    return confirmations.length > 1 ? wrong(`was confirmed ${confirmations.length} times`) : [];
  });
}
