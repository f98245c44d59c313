import { ButtonLink } from '../../../ui/button.tsx';
import { urls } from '../../../urls.ts';
import type { BookedInterviewer, Booking } from '../domain.ts';
import { calendarEntry, googleCalendarLink, outlookLink } from '../session.ts';

export function AddToCalendar({
  booking,
  interviewer,
}: {
  booking: Booking;
  interviewer: BookedInterviewer;
}) {
  const entry = calendarEntry(booking, interviewer);
  return (
    <div class="sidebox">
      <h2>Add to calendar</h2>
      <ButtonLink href={googleCalendarLink(entry)} icon="arrow" wide>
        Google Calendar
      </ButtonLink>
      <ButtonLink href={outlookLink(entry)} icon="arrow" wide>
        Outlook
      </ButtonLink>
      <ButtonLink
        href={urls.bookingInvitation(booking.id)}
        download={`${booking.reference}.ics`}
        icon="down"
        wide
      >
        Download .ics
      </ButtonLink>
    </div>
  );
}
