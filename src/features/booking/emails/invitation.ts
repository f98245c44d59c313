import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  type ICalEvent,
  ICalEventStatus,
} from 'ical-generator';
import { urls } from '../../../urls.ts';
import { calendarEntry } from '../session.ts';
import type { MailInput } from './mail.ts';

export type InvitationInput = Pick<MailInput, 'booking' | 'interviewer' | 'publicUrl' | 'contact' | 'now'> & {
  for: 'candidate' | 'interviewer';
  /** `PUBLISH` is for a file that somebody downloads: it asks nobody, and so names no attendees. */
  method: 'REQUEST' | 'CANCEL' | 'PUBLISH';
};

/**
 * The session as a calendar entry. Its UID comes from the booking alone and its SEQUENCE rises with every
 * move, so that a later one replaces it in every calendar, and a cancelation takes it out. Times are UTC:
 * calendars show them in their owner's zone.
 */
export function invitation(input: InvitationInput): string {
  const { booking, interviewer, publicUrl, contact, now, method } = input;
  const path = input.for === 'candidate' ? urls.booking(booking.id) : urls.adminBooking(booking.id);
  const page = new URL(path, publicUrl).href;
  const entry = calendarEntry(booking, interviewer, page);
  const calendar = ical({ prodId: '//508.dev//Interview Service//EN', method: ICalCalendarMethod[method] });
  const event = calendar.createEvent({
    id: `${booking.id}@508.dev`,
    sequence: booking.sequence,
    status: method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    start: entry.startsAt,
    end: entry.endsAt,
    // Between two of one SEQUENCE the later one counts.
    stamp: now,
    summary: entry.title,
    description: entry.description,
    url: page,
    location: entry.location,
    organizer: { name: '508.dev Interview Service', email: contact },
  });
  if (method !== 'PUBLISH') addAttendees(event, input);
  return calendar.toString();
}

function addAttendees(event: ICalEvent, { booking, interviewer }: InvitationInput): void {
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
}
