import { CancellationTerms } from '../../../ui/cancellation-terms.tsx';
import { formatInstant, zonePlace } from '../../../ui/time.tsx';
import { cancelsFree, freeUntil } from '../change-domain.ts';
import type { Booking } from '../domain.ts';

/** What canceling this booking costs, as it was promised for it. */
export function Cancellation({ booking, now }: { booking: Booking; now: Date }) {
  return (
    <CancellationTerms
      hours={booking.terms.freeCancelHours}
      until={freeUntilWords(booking)}
      isPast={!cancelsFree(booking, now)}
    />
  );
}

/** "Wed Nov 18, 15:00, New York" */
export function freeUntilWords(booking: Booking): string {
  const zone = booking.candidate.timeZone;
  return `${formatInstant(freeUntil(booking), zone)}, ${zonePlace(zone)}`;
}
