import type { BookedInterviewer, Booking } from './domain.ts';

/** The session as a calendar entry says it, the same in the invitation and in the links to calendars. */
export interface CalendarEntry {
  title: string;
  description: string;
  location: string | null;
  startsAt: Date;
  endsAt: Date;
}

/** `page` is the address where its reader finds the booking, in what leaves the site by mail. */
export function calendarEntry(
  booking: Booking,
  interviewer: BookedInterviewer,
  page?: string,
): CalendarEntry {
  return {
    title: `Practice interview: ${booking.candidate.name} and ${interviewer.name}`,
    description: [
      '60 minutes of interview, then 30 minutes of feedback.',
      ...(booking.meetingUrl ? [`The call: ${booking.meetingUrl}`] : []),
      ...(page ? [`The booking: ${page}`] : []),
      `Reference ${booking.reference}`,
    ].join('\n'),
    location: booking.meetingUrl,
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
  };
}

/** Opens Google Calendar with the entry filled in. */
export function googleCalendarLink(entry: CalendarEntry): string {
  return withQuery('https://calendar.google.com/calendar/render', {
    action: 'TEMPLATE',
    text: entry.title,
    dates: `${basicUtc(entry.startsAt)}/${basicUtc(entry.endsAt)}`,
    details: entry.description,
    location: entry.location ?? '',
  });
}

/** Opens Outlook on the web with the entry filled in. */
export function outlookLink(entry: CalendarEntry): string {
  return withQuery('https://outlook.live.com/calendar/0/deeplink/compose', {
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: entry.title,
    startdt: entry.startsAt.toISOString(),
    enddt: entry.endsAt.toISOString(),
    body: entry.description,
    location: entry.location ?? '',
  });
}

function withQuery(address: string, query: Record<string, string>): string {
  // Outlook shows a "+" as it stands, so spaces go as %20.
  const search = Object.entries(query)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${address}?${search.join('&')}`;
}

/** "20261119T200000Z" */
const basicUtc = (at: Date): string => at.toISOString().replace(/[-:]|\.\d{3}/g, '');
