import { tabTitle } from '../../../ui/document.tsx';
import { BookingLayout } from '../../../ui/layout.tsx';
import { Steps } from '../../../ui/steps.tsx';
import { urls } from '../../../urls.ts';
import type { Shell } from '../../../web/env.ts';
import type { BookedInterviewer, Booking, BookingDetails, BookingState } from '../domain.ts';
import type { RefundLine } from '../receipt-domain.ts';
import { Confirmed } from './confirmed.tsx';
import { Confirming, LookingForPayment } from './confirming.tsx';
import { Ended } from './ended.tsx';
import { progressOf } from './progress.ts';

export interface ThanksPageProps {
  shell: Shell;
  booking: Booking;
  interviewer: BookedInterviewer;
  details: BookingDetails | null;
  refunds: readonly RefundLine[];
  nextStarts: readonly Date[];
  now: Date;
}

const TITLES: Record<BookingState, string> = {
  held: 'Looking for your payment',
  checkout: 'Looking for your payment',
  authorised: 'Confirming your time',
  confirmed: 'Booked',
  completed: 'Booked',
  expired: 'Hold ended',
  released: 'Not booked',
  cancelled: 'Canceled',
};

/** Where the candidate lands after Stripe. Says what is true now, and goes on asking until it is settled. */
export function ThanksPage({ shell, ...status }: ThanksPageProps) {
  const { booking } = status;
  return (
    <BookingLayout
      shell={shell}
      title={TITLES[booking.state]}
      leave={isSettled(booking.state) ? { href: urls.home(), label: 'Back to the start' } : null}
    >
      <ThanksStatus {...status} />
      {/* Outside of what htmx replaces: brought in by a script it would come to life there. */}
      {!isSettled(booking.state) && (
        <noscript>
          <meta http-equiv="refresh" content="5" />
        </noscript>
      )}
    </BookingLayout>
  );
}

/**
 * The part that asks again: the same address every second, morphed in, so that a screen reader hears
 * only what changed. Once settled it carries no trigger, and the asking ends.
 */
export function ThanksStatus(status: Omit<ThanksPageProps, 'shell'>) {
  const { booking, interviewer } = status;
  const settled = isSettled(booking.state);
  const asking = {
    'hx-get': urls.bookingThanks(booking.id),
    'hx-trigger': 'every 1s',
    'hx-target': 'this',
    'hx-swap': 'outerMorph',
    'hx-status:5xx': 'swap:none',
  };
  return (
    <div
      class="thanks"
      id="thanks"
      data-state={booking.state}
      data-title={tabTitle(TITLES[booking.state])}
      {...(settled ? {} : asking)}
    >
      {!settled && <Steps {...progressOf('payment', interviewer, booking)} />}
      <main id="main" class={isBooked(booking) ? 'confirmed' : 'booking'}>
        <div class="frame">
          <p class="sr-only" role="status">
            {TITLES[booking.state]}
          </p>
          <Status {...status} />
          {!settled && (
            <noscript>
              <p class="small soft">This page asks again every five seconds.</p>
            </noscript>
          )}
        </div>
      </main>
    </div>
  );
}

function Status(status: Omit<ThanksPageProps, 'shell'>) {
  switch (status.booking.state) {
    case 'held':
    case 'checkout':
      return <LookingForPayment {...status} />;
    case 'authorised':
      return <Confirming {...status} />;
    case 'confirmed':
    case 'completed':
      return <Confirmed {...status} />;
    case 'expired':
    case 'released':
    case 'cancelled':
      return <Ended {...status} />;
  }
}

/** Whether the page has nothing left to wait for. */
export const isSettled = (state: BookingState): boolean =>
  state !== 'held' && state !== 'checkout' && state !== 'authorised';

const isBooked = ({ state }: Booking): boolean => state === 'confirmed' || state === 'completed';
