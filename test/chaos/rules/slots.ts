import type { Violation } from '../check.ts';
import type { Evidence } from '../evidence.ts';

interface Span {
  whose: string;
  start: number;
  end: number;
  bookingId: string | null;
  name: string;
}

/** No slot sold twice: neither in our rows nor among what is ours and accepted on cal.com. */
export function checkSlots({ ours, calcom }: Evidence): Violation[] {
  const sold = ours.bookings
    .filter(({ state }) => state === 'confirmed' || state === 'completed')
    .map(({ id, reference, interviewer, starts_at, ends_at }) => ({
      whose: interviewer,
      start: starts_at.getTime(),
      end: ends_at.getTime(),
      bookingId: id,
      name: reference,
    }));
  const byUid = new Map(ours.bookings.map((booking) => [booking.calcom_uid, booking.id]));
  const accepted = calcom.bookings
    .filter(({ uid, status }) => status === 'accepted' && byUid.has(uid))
    .map(({ uid, hostId, start, end }) => ({
      whose: String(hostId),
      start: Date.parse(start),
      end: Date.parse(end),
      bookingId: byUid.get(uid) ?? null,
      name: uid,
    }));
  return [...overlaps('slot sold twice', sold), ...overlaps('slot sold twice on cal.com', accepted)];
}

function overlaps(rule: string, spans: Span[]): Violation[] {
  const sorted = [...spans].sort((a, b) => a.whose.localeCompare(b.whose) || a.start - b.start);
  return sorted.flatMap((span, index) => {
    const next = sorted[index + 1];
    if (next?.whose !== span.whose || next.start >= span.end) return [];
    const what = `${span.name} and ${next.name} overlap at ${new Date(next.start).toISOString()}`;
    return [{ rule, bookingId: span.bookingId, what }];
  });
}
