import { ButtonLink } from '../../../ui/button.tsx';
import { hoursOf } from '../../../ui/cancellation-words.ts';
import { formatCents } from '../../../ui/price.tsx';
import { formatInstant, zonePlace } from '../../../ui/time.tsx';
import { urls } from '../../../urls.ts';
import { cancelsFree, freeUntil, refuseMove, refuseOwnCancel } from '../change-domain.ts';
import type { BookedInterviewer, Booking } from '../domain.ts';
import { firstName, sessionWords } from '../words.ts';
import { freeUntilWords } from './cancellation.tsx';
import { Says } from './says.tsx';

interface Props {
  booking: Booking;
  interviewer: BookedInterviewer;
  now: Date;
  contact: string;
}

/** Move or cancel. What each does is printed above its key, never behind it; both weigh the same. */
export function Plans({ booking, interviewer, now, contact }: Props) {
  if (refuseOwnCancel(booking, now)) return null;
  const free = cancelsFree(booking, now);
  const until = freeUntilWords(booking);
  return (
    <section class="plans" aria-labelledby="plans">
      <div class="split section-head">
        <h2 id="plans">Change of plan?</h2>
        <p>
          {free
            ? `Both are free until ${until}. Read what each one does, then press it.`
            : `Both were free until ${until}. It is past that.`}
        </p>
      </div>
      {free && <Runway booking={booking} now={now} />}
      <div class="plans__two">
        <MoveIt booking={booking} interviewer={interviewer} now={now} contact={contact} />
        <CancelIt booking={booking} interviewer={interviewer} now={now} />
        <p class="plans__after small soft">
          {free && (
            <>
              <b>After {until},</b> a canceled session is not refunded: the hour can no longer be given to
              anybody else.{' '}
            </>
          )}
          The 100% guarantee covers a session you took, whatever happens before it. If something bad happened,{' '}
          <a href={`mailto:${contact}`}>write to us</a>. A person reads it.
        </p>
      </div>
    </section>
  );
}

function MoveIt({ booking, interviewer, now, contact }: Props) {
  const own = sessionWords(booking, booking.candidate.timeZone);
  const name = firstName(interviewer.name);
  const refused = refuseMove(booking, now);
  return (
    <div class="choice">
      <h3>Move it</h3>
      {refused ? (
        <>
          <Says
            lines={[
              `Moving was free until ${freeUntilWords(booking)}. It is past that.`,
              `You keep ${own.weekday}, ${own.span}.`,
              `${name} can still propose another time. Ask us, and we ask.`,
            ]}
          />
          <ButtonLink href={`mailto:${contact}?subject=${encodeURIComponent(booking.reference)}`} wide>
            Ask for another time
          </ButtonLink>
        </>
      ) : (
        <>
          <Says
            lines={[
              `You pick another of ${name}’s open times.`,
              'Same price, same notes, no fee.',
              `You keep ${own.start} on ${own.weekday} until the new time is yours.`,
            ]}
          />
          <ButtonLink href={urls.bookingMove(booking.id)} tail="$0" wide>
            Pick another time
          </ButtonLink>
        </>
      )}
    </div>
  );
}

function CancelIt({ booking, interviewer, now }: Omit<Props, 'contact'>) {
  const name = firstName(interviewer.name);
  const free = cancelsFree(booking, now);
  const link = urls.bookingCancellation(booking.id);
  return (
    <div class="choice">
      <h3>Cancel it</h3>
      <Says
        lines={[
          consequence(booking, now),
          `${name} gets one mail. No reason needed.`,
          'The time opens to others at once, so this cannot be undone.',
        ]}
      />
      {/* A link with the look of a key: it asks once more, with the consequence above it again. */}
      <a
        class="btn btn--danger btn--wide"
        href={link}
        hx-get={link}
        hx-target="#plan-slot"
        hx-swap="innerHTML"
        hx-push-url="true"
        data-opens-dialog
      >
        <span class="btn__label">{free ? 'Cancel and refund' : 'Cancel, price kept'}</span>
        <span class="btn__tail">
          {formatCents({ ...booking.price, cents: free ? booking.price.cents : 0 })}
        </span>
      </a>
    </div>
  );
}

/** What canceling at `now` does to the money. */
export function consequence(booking: Booking, now: Date): string {
  return cancelsFree(booking, now)
    ? `You get ${formatCents(booking.price)} back, to the card you paid with. Free until ${freeUntilWords(booking)}.`
    : `It is past that. The price is kept: ${formatCents({ ...booking.price, cents: 0 })} comes back.`;
}

/** The time from now to the session, cut where canceling stops being free. */
function Runway({ booking, now }: { booking: Booking; now: Date }) {
  const zone = booking.candidate.timeZone;
  const [from, cut, to] = [now, freeUntil(booking), booking.startsAt].map((at) => at.getTime()) as [
    number,
    number,
    number,
  ];
  const share = Math.round(((cut - from) / Math.max(1, to - from)) * 1000) / 10;
  const hours = booking.terms.freeCancelHours;
  return (
    <div class="runway" style={`--p: ${share}`} aria-hidden="true">
      <ol class="runway__nums">
        <li>
          <b>Now</b> {formatInstant(now, zone)}
        </li>
        <li>{formatInstant(booking.startsAt, zone)}</li>
      </ol>
      <div class="runway__band">
        <span>Free</span>
        {hours > 0 && <span>{share < 88 ? hoursOf(hours) : ''}</span>}
      </div>
      <p class="runway__cut">
        {formatInstant(freeUntil(booking), zone)}, {zonePlace(zone)}
      </p>
    </div>
  );
}
