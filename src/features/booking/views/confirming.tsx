import { Icon } from '../../../ui/icon.tsx';
import { formatPrice } from '../../../ui/price.tsx';
import { ticksAcross } from '../../../ui/ruler.tsx';
import { formatClock, zonePlace } from '../../../ui/time.tsx';
import { urls } from '../../../urls.ts';
import type { BookedInterviewer, Booking } from '../domain.ts';
import { MINUTE, POLICY } from '../policy.ts';
import { firstName, sessionWords } from '../words.ts';

interface Props {
  booking: Booking;
  interviewer: BookedInterviewer;
  now: Date;
}

/** Back from Stripe, and the payment has not been seen yet. */
export function LookingForPayment({ booking, interviewer }: Props) {
  return (
    <>
      <div class="split lapse__head">
        <h1>Looking for your payment.</h1>
        <p class="lede soft">
          Stripe tells us about it in a moment, and this page shows it then. Your time is held meanwhile.
        </p>
      </div>
      <StepList booking={booking} interviewer={interviewer} reached={1} />
      <div class="split split--ruled split--far">
        <section class="stack">
          <h2 class="confirmed__sub">If you have not paid yet</h2>
          <p class="soft">
            Nothing was charged, and everything you typed is saved.{' '}
            <a href={urls.bookingPayment(booking.id)}>Go back to the payment</a>.
          </p>
        </section>
        <Reference booking={booking} />
      </div>
    </>
  );
}

/** The money is set aside; the calendar has not said yes. The ruler is how long we wait for it. */
export function Confirming({ booking, interviewer, now }: Props) {
  const waited = booking.authorisedAt ? (now.getTime() - booking.authorisedAt.getTime()) / MINUTE : 0;
  const limit = POLICY.firmingMinutes;
  const at = Math.min(limit, Math.max(0, waited));
  return (
    <>
      <div class="split lapse__head">
        <h1>Getting a yes from the calendar.</h1>
        <p class="lede soft">
          Your card is authorized. It is charged only when the time is certain. You can close this page: the
          mail comes either way.
        </p>
      </div>
      <div style={`--of: ${limit}`}>
        <ol class="ruler__nums progress__nums" aria-hidden="true">
          {[0, limit / 3, (limit / 3) * 2, limit].map((minute, index) => (
            <li
              key={minute}
              style={`--m: ${(minute / limit) * 90}`}
              class={index === 3 ? 'is-key' : undefined}
            >
              {String(minute).padStart(2, '0')}
              {(index === 0 || index === 3) && ' min'}
            </li>
          ))}
        </ol>
        <svg class="ruler__ticks" viewBox={`0 0 ${limit} 14`} preserveAspectRatio="none" aria-hidden="true">
          <path d={ticksAcross(limit)} />
        </svg>
        <div class="progress__bar" style={`--at: ${at.toFixed(2)}`} aria-hidden="true">
          <span />
          <i />
        </div>
      </div>
      <StepList booking={booking} interviewer={interviewer} reached={2} />
      <div class="split split--ruled split--far">
        <section class="stack">
          <h2 class="confirmed__sub">If the calendar does not answer</h2>
          <p class="soft">
            It usually takes seconds. After {limit} minutes we stop waiting: what your bank set aside is let
            go, nothing is charged, and a mail tells you so. You are never charged for a time you do not have.
          </p>
        </section>
        <Reference booking={booking} />
      </div>
    </>
  );
}

function StepList({
  booking,
  interviewer,
  reached,
}: {
  booking: Booking;
  interviewer: BookedInterviewer;
  reached: 1 | 2;
}) {
  const zone = booking.candidate.timeZone;
  const own = sessionWords(booking, zone);
  const price = formatPrice(booking.price);
  const authorized = booking.authorisedAt
    ? `${formatClock(booking.authorisedAt, zone)}, ${zonePlace(zone)}`
    : 'looking now';
  const steps = [
    {
      title: 'Card authorized',
      text: reached > 1 ? `${price} is set aside, not taken.` : `${price} to be set aside, not taken.`,
      at: authorized,
    },
    {
      title: 'Time confirmed',
      text: `${firstName(interviewer.name)}’s calendar says yes to ${own.weekday}, ${own.start}.`,
      at: reached === 2 ? 'asking now' : 'not yet',
    },
    { title: 'Charged', text: 'Only after the time is certain.', at: 'not yet' },
    { title: 'Mail sent', text: `Confirmation and invitation to ${booking.candidate.email}.`, at: 'not yet' },
  ];
  return (
    <ol class="progress__steps">
      {steps.map(({ title, text, at }, index) => (
        <li
          key={title}
          class={index + 1 < reached ? 'is-done' : index + 1 === reached ? 'is-now' : undefined}
        >
          <p class="progress__n" aria-hidden="true">
            {index + 1 < reached ? <Icon name="check" /> : index + 1}
          </p>
          <div>
            <h2>{title}</h2>
            <p>{text}</p>
            <p class="progress__at">{at}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}

function Reference({ booking }: { booking: Booking }) {
  return (
    <aside class="sidebox" aria-label="Your reference">
      <h2>Do not pay twice</h2>
      <p class="small soft">
        This page survives a reload. If it looks stuck, look for the mail first. Reference{' '}
        <span class="num">{booking.reference}</span>.
      </p>
    </aside>
  );
}
