import type { Violation } from '../check.ts';
import type { Evidence } from '../evidence.ts';

/** What stands here stands on cal.com at the same time, and what has ended here blocks nobody's calendar. */
export function checkAgreement({ ours, calcom, mailbox, now }: Evidence): Violation[] {
  const there = new Map(calcom.bookings.map((booking) => [booking.uid, booking]));
  const disagreements = ours.bookings.flatMap((booking): Violation[] => {
    const slot = there.get(booking.calcom_uid);
    const wrong = (what: string) => [{ rule: 'calendar differs', bookingId: booking.id, what }];
    if (booking.state === 'confirmed' || booking.state === 'completed') {
      if (slot?.status !== 'accepted')
        return wrong(`${booking.state} here, ${slot?.status ?? 'unknown'} there`);
      const isSameTime =
        Date.parse(slot.start) === booking.starts_at.getTime() &&
        Date.parse(slot.end) === booking.ends_at.getTime();
      return isSameTime ? [] : wrong(`${booking.starts_at.toISOString()} here, ${slot.start} there`);
    }
    if (!booking.ended_at) return [];
    const last = lastOf(there, booking.calcom_uid);
    const isPast = last && Date.parse(last.end) < now.getTime();
    // One that ended after its session keeps its past entry: nobody is kept waiting by it.
    if (last?.status !== 'accepted' || (isPast && booking.ended_at >= booking.starts_at)) return [];
    return wrong(`${booking.state} here, ${last.uid} is still accepted there`);
  });
  return [...disagreements, ...checkSequences(mailbox)];
}

function lastOf(there: Map<string, Evidence['calcom']['bookings'][number]>, uid: string) {
  let found = there.get(uid);
  while (found?.rescheduledToUid) found = there.get(found.rescheduledToUid);
  return found;
}

/** Calendars ignore an invitation whose SEQUENCE is lower than one they know, and may ignore another time under the same. */
function checkSequences(mailbox: Evidence['mailbox']): Violation[] {
  const highest = new Map<string, number>();
  const starts = new Map<string, string>();
  return mailbox.flatMap(({ icalendar, to, subject }): Violation[] => {
    const uid = /^UID:(.+?)\r?$/m.exec(icalendar ?? '')?.[1];
    if (!uid) return [];
    const sequence = Number(/^SEQUENCE:(\d+)/m.exec(icalendar ?? '')?.[1] ?? 0);
    const key = `${uid} ${to.join()}`;
    const before = highest.get(key) ?? 0;
    highest.set(key, Math.max(before, sequence));
    const bookingId = uid.split('@')[0] ?? null;
    const wrong = (what: string) => [
      { rule: 'sequence went down', bookingId, what: `“${subject}” to ${to.join()} has ${what}` },
    ];
    if (sequence < before) return wrong(`SEQUENCE ${sequence} after ${before}`);
    const start = /^DTSTART[^:\r\n]*:(\S+)/m.exec(icalendar ?? '')?.[1] ?? '';
    const known = starts.get(`${uid} ${sequence}`) ?? start;
    starts.set(`${uid} ${sequence}`, known);
    return start === known ? [] : wrong(`SEQUENCE ${sequence} for ${start}, which was for ${known}`);
  });
}
