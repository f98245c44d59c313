import { Icon } from '../../../ui/icon.tsx';
import { urls } from '../../../urls.ts';
import type { Booking } from '../domain.ts';

/** The way back from a page that changes a booking, to the booking as it is. */
export function BackToBooking({ booking }: { booking: Booking }) {
  return (
    <p class="way-back">
      <a class="textlink textlink--back" href={urls.booking(booking.id)}>
        <Icon name="back" /> Your booking
      </a>
    </p>
  );
}
