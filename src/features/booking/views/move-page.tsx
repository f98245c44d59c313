import { SiteLayout } from '../../../ui/layout.tsx';
import { urls } from '../../../urls.ts';
import type { Shell } from '../../../web/env.ts';
import type { BookedInterviewer, Booking } from '../domain.ts';
import { firstName } from '../words.ts';
import { BackToBooking } from './back-to-booking.tsx';
import { Calendar, type CalendarWidget } from './calendar.tsx';
import { freeUntilWords } from './cancellation.tsx';
import { NoCalendar } from './no-calendar.tsx';
import { OrderDay, OrderTimes } from './order-times.tsx';
import { Says } from './says.tsx';

/** Another time for a booked session, picked in the same calendar. */
export function MovePage({
  shell,
  booking,
  interviewer,
  calendar,
  watch,
  contact,
}: {
  shell: Shell;
  booking: Booking;
  interviewer: BookedInterviewer;
  /** Null: the interviewer has disconnected it since. */
  calendar: CalendarWidget | null;
  /** What this page shows to be moved, as words. */
  watch: string;
  contact: string;
}) {
  const name = firstName(interviewer.name);
  return (
    <SiteLayout shell={shell} title={`Move your interview with ${interviewer.name}`} noindex area="booking">
      <main id="main" class="booking">
        <div class="frame">
          <BackToBooking booking={booking} />
          <div class="split">
            <div>
              <div class="booking__title">
                <h1>Pick another ninety minutes.</h1>
                <p>Choose a start time. You keep the one you have until the new one is yours.</p>
              </div>
              {calendar ? (
                <Calendar
                  widget={calendar}
                  interviewer={interviewer}
                  contact={contact}
                  sending={{
                    kind: 'move',
                    action: urls.bookingMove(booking.id),
                    email: booking.candidate.email,
                    watch,
                  }}
                />
              ) : (
                <NoCalendar interviewer={interviewer} contact={contact} />
              )}
            </div>
            <aside class="summary sticky" aria-label="What you have">
              <div class="summary__when">
                <OrderDay booking={booking} />
                <OrderTimes booking={booking} />
              </div>
              <div class="summary__promise">
                <Says
                  lines={[
                    'Same price. Nothing more is charged.',
                    `${name} gets one mail, and both of you a new invitation.`,
                    `Free until ${freeUntilWords(booking)}.`,
                  ]}
                />
              </div>
            </aside>
          </div>
        </div>
      </main>
    </SiteLayout>
  );
}
