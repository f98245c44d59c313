import type { ComponentChildren } from 'preact';
import { Price } from '../../../ui/price.tsx';
import { urls } from '../../../urls.ts';
import type { BookedInterviewer, Booking, BookingDetails } from '../domain.ts';
import { firstName, type SessionWords, sessionWords } from '../words.ts';
import { AddToCalendar } from './add-to-calendar.tsx';
import { SessionRuler } from './session-ruler.tsx';

/** It is true: booked and paid. What comes next, and how not to forget it. */
export function Confirmed({
  booking,
  interviewer,
  details,
}: {
  booking: Booking;
  interviewer: BookedInterviewer;
  details: BookingDetails | null;
}) {
  const own = sessionWords(booking, booking.candidate.timeZone);
  return (
    <>
      <div class="split confirmed__head">
        <h1>
          Booked.
          <br />
          {own.weekday}, {own.start}.
        </h1>
        <p class="lede soft">
          Thank you. Ninety minutes with {interviewer.name}. A confirmation is on its way to{' '}
          {booking.candidate.email} right now.
        </p>
      </div>
      <SessionRuler booking={booking} />
      <div class="split split--ruled split--far">
        <section aria-labelledby="next">
          <h2 class="confirmed__sub" id="next">
            What happens next
          </h2>
          <Next booking={booking} interviewer={interviewer} own={own} />
        </section>
        <aside aria-label="Your booking">
          <AddToCalendar booking={booking} interviewer={interviewer} />
          <div class="sidebox">
            <h2>Your booking</h2>
            <dl class="keyvals">
              <KeyVal name="Interviewer">{interviewer.name}</KeyVal>
              {details && <KeyVal name="Subject">{details.subject}</KeyVal>}
              <KeyVal name="Day">{own.day}</KeyVal>
              <KeyVal name="Time zone">{own.zone}</KeyVal>
              <KeyVal name="Paid">
                <Price {...booking.price} />
              </KeyVal>
              <KeyVal name="Reference">
                <span class="num">{booking.reference}</span>
              </KeyVal>
            </dl>
            <p class="small">
              <a href={urls.booking(booking.id)}>Open your booking page</a>
            </p>
          </div>
        </aside>
      </div>
    </>
  );
}

function Next({
  booking,
  interviewer,
  own,
}: {
  booking: Booking;
  interviewer: BookedInterviewer;
  own: SessionWords;
}) {
  const name = firstName(interviewer.name);
  const day = own.instant.split(' ')[0];
  const steps = [
    {
      when: 'Now',
      title: 'Check your inbox.',
      text: `The confirmation arrives immediately, with a calendar invitation. If it is not at ${booking.candidate.email} in ten minutes, look in spam, then write to us.`,
    },
    {
      when: `Before ${own.weekday}`,
      title: `${name} reads what you sent.`,
      text: 'And then confirms it. You get one mail saying so.',
    },
    {
      when: `${day} ${own.start}`,
      title: 'The interview.',
      text: 'Sixty minutes. Open the link, share your editor, talk. Nobody coaches you yet.',
    },
    {
      when: `${day} ${own.turn}`,
      title: 'The feedback.',
      text: 'Thirty minutes. When it turned, and what to do about it. Bring questions.',
    },
    {
      when: 'Afterwards',
      title: 'Not worth it?',
      text: `Say so on your booking’s page within ${booking.terms.guaranteeDays} days of the session, and 100% of the price comes back.`,
    },
  ];
  return (
    <ol class="next">
      {steps.map(({ when, title, text }, index) => (
        <li key={title} class={index === 0 ? 'is-live' : undefined}>
          <span class="next__when">{when}</span>
          <div>
            <h3>{title}</h3>
            <p>{text}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}

export function KeyVal({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
