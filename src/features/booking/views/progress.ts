import type { BookingProgress, BookingStep } from '../../../ui/steps.tsx';
import { formatInstant } from '../../../ui/time.tsx';
import type { Booking } from '../domain.ts';
import { firstName } from '../words.ts';

/** The three steps as this booking fills them in; without a booking, as they are still to come. */
export function progressOf(
  now: BookingStep | 'done',
  interviewer: { name: string },
  booking?: Booking,
): BookingProgress {
  return {
    now,
    notes: {
      time: booking ? formatInstant(booking.startsAt, booking.candidate.timeZone) : 'You are here',
      details: `For ${firstName(interviewer.name)}`,
      payment: 'Card, via Stripe',
    },
  };
}
