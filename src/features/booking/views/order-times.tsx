import type { Booking } from '../domain.ts';
import { sessionWords } from '../words.ts';

/** The day of a session as the candidate has it. */
export function OrderDay({ booking }: { booking: Booking }) {
  const { day } = sessionWords(booking, booking.candidate.timeZone);
  return (
    <p class="summary__day">
      <time datetime={booking.startsAt.toISOString()}>{day}</time>
    </p>
  );
}

/** From when to when, in the candidate's zone and in UTC. */
export function OrderTimes({ booking }: { booking: Booking }) {
  const own = sessionWords(booking, booking.candidate.timeZone);
  const utc = sessionWords(booking, 'UTC');
  return (
    <dl class="order-times">
      <div>
        <dt>{own.zone}</dt>
        <dd>{own.span}</dd>
      </div>
      {own.zone !== utc.zone && (
        <div>
          <dt>UTC{utc.day !== own.day && `, ${utc.day}`}</dt>
          <dd>{utc.span}</dd>
        </div>
      )}
    </dl>
  );
}
