import { SiteLayout } from '../../../ui/layout.tsx';
import type { Shell } from '../../../web/env.ts';
import type { Booking } from '../domain.ts';
import { Ended } from './ended.tsx';
import { Standing, type StandingProps } from './standing.tsx';
import { Unfinished } from './unfinished.tsx';

export interface BookingPageProps extends StandingProps {
  shell: Shell;
}

/** The candidate's own page: what is true now, in every state a booking can be in. */
export function BookingPage({ shell, ...status }: BookingPageProps) {
  return (
    <SiteLayout shell={shell} title="Your booking" area="booking" noindex>
      <main id="main" class={isBooked(status.booking) ? 'standing' : 'booking'}>
        <div class="frame">
          <State {...status} />
        </div>
      </main>
      {status.moving?.standing === 'moving' && (
        <noscript>
          <meta http-equiv="refresh" content="5" />
        </noscript>
      )}
    </SiteLayout>
  );
}

function State(status: StandingProps) {
  switch (status.booking.state) {
    case 'held':
    case 'checkout':
    case 'authorised':
      return <Unfinished {...status} />;
    case 'confirmed':
    case 'completed':
      return <Standing {...status} />;
    case 'expired':
    case 'released':
    case 'cancelled':
      return <Ended {...status} />;
  }
}

const isBooked = ({ state }: Booking): boolean => state === 'confirmed' || state === 'completed';
