import { formatClock, zonePlace } from '../../../ui/time.tsx';
import type { Booking } from '../domain.ts';
import { MINUTE } from '../policy.ts';
import { payableUntil } from '../words.ts';

/** Minutes of a full turn of the dial. */
const TURN = 30;

/**
 * How long the time stays the candidate's. Printed as a clock time; `client/hold.ts` turns it into a
 * countdown.
 */
export function Hold({ booking, now }: { booking: Booking; now: Date }) {
  const until = payableUntil(booking);
  const zone = booking.candidate.timeZone;
  const minutes = Math.max(0, (until.getTime() - now.getTime()) / MINUTE);
  return (
    <p class="hold" data-hold data-expires={until.toISOString()} data-now={now.toISOString()}>
      <svg class="hold__dial" viewBox="0 0 32 32" aria-hidden="true">
        <circle class="bg" cx="16" cy="16" r="12" stroke-width="5" />
        <circle
          cx="16"
          cy="16"
          r="12"
          stroke-width="5"
          pathLength={TURN}
          stroke-dasharray={`${Math.min(TURN, minutes).toFixed(2)} ${TURN}`}
          data-hold-dial
        />
      </svg>
      <span data-hold-label>Held for you until</span>
      <time datetime={until.toISOString()} data-hold-time>
        {formatClock(until, zone)} <small>{zonePlace(zone)}</small>
      </time>
    </p>
  );
}

/** Where the script says how much of the hold is left: at ten minutes, five and one. Once a page. */
export function HoldAnnouncer() {
  return <p class="sr-only" role="status" data-hold-said />;
}
