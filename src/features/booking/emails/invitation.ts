import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator';
import { urls } from '../../../urls.ts';
import { calendarEntry } from '../session.ts';
import type { MailInput } from './mail.ts';

/**
 * The session as a calendar invitation. Its UID comes from the booking alone, so that a later change or
 * cancellation replaces it in every calendar. Times are UTC: calendars show them in their owner's zone.
 */
export function invitation({
  booking,
  interviewer,
  publicUrl,
  contact,
  for: reader,
}: Pick<MailInput, 'booking' | 'interviewer' | 'publicUrl' | 'contact'> & {
  for: 'candidate' | 'interviewer';
}): string {
  const path = reader === 'candidate' ? urls.booking(booking.id) : urls.adminBooking(booking.id);
  const page = new URL(path, publicUrl).href;
  const entry = calendarEntry(booking, interviewer, page);
  const calendar = ical({ prodId: '//508.dev//Interview Service//EN', method: ICalCalendarMethod.REQUEST });
  const event = calendar.createEvent({
    id: `${booking.id}@508.dev`,
    sequence: 0,
    status: ICalEventStatus.CONFIRMED,
    start: entry.startsAt,
    end: entry.endsAt,
    stamp: booking.confirmedAt ?? booking.startsAt,
    summary: entry.title,
    description: entry.description,
    url: page,
    location: entry.location,
    organizer: { name: '508.dev Interview Service', email: contact },
  });
  const people = [
    { name: booking.candidate.name, email: booking.candidate.email },
    { name: interviewer.name, email: interviewer.email },
  ];
  for (const { name, email } of people) {
    if (!email) continue;
    event.createAttendee({
      name,
      email,
      role: ICalAttendeeRole.REQ,
      status: ICalAttendeeStatus.ACCEPTED,
      rsvp: false,
    });
  }
  return calendar.toString();
}
