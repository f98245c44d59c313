import { ButtonLink } from '../../../ui/button.tsx';
import { formatPrice } from '../../../ui/price.tsx';
import { GuaranteePromise } from '../../../ui/promise.tsx';
import { urls } from '../../../urls.ts';
import type { BookedInterviewer, Booking, BookingDetails, ResumeInfo } from '../domain.ts';
import { firstName, sessionWords } from '../words.ts';
import { Brief } from './brief.tsx';
import { Cancellation } from './cancellation.tsx';
import { Hold, HoldAnnouncer } from './hold.tsx';
import { SessionRuler } from './session-ruler.tsx';

/** Not booked yet: what is missing, and the way to it. */
export function Unfinished({
  booking,
  interviewer,
  details,
  resume,
  now,
}: {
  booking: Booking;
  interviewer: BookedInterviewer;
  details: BookingDetails | null;
  resume: ResumeInfo | null;
  now: Date;
}) {
  const own = sessionWords(booking, booking.candidate.timeZone);
  const name = firstName(interviewer.name);
  const missing = whatIsMissing(booking, details);
  return (
    <>
      <div class="split lapse__head">
        <h1>
          {own.weekday}, {own.start}, with {name}. {missing.title}
        </h1>
        <p class="lede soft">{missing.text}</p>
      </div>
      <SessionRuler booking={booking} />
      <div class="split split--ruled split--far">
        {details ? (
          <section aria-labelledby="brief">
            <h2 class="confirmed__sub" id="brief">
              What {name} gets to read
            </h2>
            <Brief details={details} resume={resume} />
          </section>
        ) : (
          <p class="soft">{name} has nothing to read yet.</p>
        )}
        <aside aria-label="Go on">
          {booking.state !== 'authorised' && (
            <div class="summary">
              <Hold booking={booking} now={now} />
            </div>
          )}
          <HoldAnnouncer />
          <div class="sidebox after">
            <ButtonLink href={missing.href} variant="primary" tail={formatPrice(booking.price)} wide>
              {missing.action}
            </ButtonLink>
            <GuaranteePromise bare />
            <Cancellation booking={booking} now={now} />
            <p class="small soft">
              Reference <span class="num">{booking.reference}</span>
            </p>
          </div>
        </aside>
      </div>
    </>
  );
}

function whatIsMissing(booking: Booking, details: BookingDetails | null) {
  if (booking.state === 'authorised') {
    return {
      title: 'Nearly.',
      text: 'Your card is authorized. It is charged once the calendar has said yes.',
      action: 'Watch it happen',
      href: urls.bookingThanks(booking.id),
    };
  }
  if (!details) {
    return {
      title: 'Not paid yet.',
      text: 'Two steps are missing: your details, and the payment. Nothing was charged.',
      action: 'Go on with your details',
      href: urls.bookingDetails(booking.id),
    };
  }
  return {
    title: 'Not paid yet.',
    text: 'One step is missing: the payment. Nothing was charged, and everything you typed is saved.',
    action: 'Go on to payment',
    href: urls.bookingPayment(booking.id),
  };
}
