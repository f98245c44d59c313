import ical, { ICalEventStatus } from 'ical-generator';
import { urls } from '../../urls.ts';
import type { FeedSession } from './domain.ts';

/**
 * The interviewer's sessions as a calendar to subscribe to. Who they meet and about what, and the way to the panel;
 * no addresses, no notes, no resume: calendars are read by more than their owner.
 */
export function feedCalendar(sessions: readonly FeedSession[], publicUrl: URL): string {
  const calendar = ical({
    prodId: '//508.dev//Interview Service//EN',
    name: '508.dev interviews',
    // How often calendars that ask should ask again, in seconds.
    ttl: 900,
  });
  for (const session of sessions) {
    const page = new URL(urls.adminBooking(session.id), publicUrl).href;
    calendar.createEvent({
      // Of the same name as the invitation by mail: a calendar that has both shows one.
      id: `${session.id}@508.dev`,
      sequence: session.sequence,
      status: session.isOn ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
      start: session.startsAt,
      end: session.endsAt,
      stamp: session.updatedAt,
      summary: `Interview: ${session.candidate}${session.subject ? `, ${session.subject}` : ''}`,
      description: `60 minutes of interview, 30 of feedback. ${page}`,
      url: page,
      location: session.meetingUrl,
    });
  }
  return calendar.toString();
}
