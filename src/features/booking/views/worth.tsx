import { Icon } from '../../../ui/icon.tsx';
import { formatCents } from '../../../ui/price.tsx';
import { formatInstant, zonePlace } from '../../../ui/time.tsx';
import { urls } from '../../../urls.ts';
import { type ClaimKind, claimableFrom, guaranteeEnds, refuseClaim } from '../../guarantee/domain.ts';
import type { Booking } from '../domain.ts';
import { claimRefusalWords, claimWords, type RefusalWords } from '../refusal-words.ts';
import { firstName } from '../words.ts';
import { Says } from './says.tsx';
import type { StandingProps } from './standing.tsx';

/** The guarantee, from the moment it can be asked for: two answers of the same size, or what was answered. */
export function Worth(props: StandingProps) {
  const { booking, claim, now, interviewer } = props;
  const canSayNobodyCame = now >= claimableFrom(booking, 'nobody-came');
  if (!canSayNobodyCame) return null;
  if (claim) return <Asked {...props} />;
  const facts = { hasClaim: false, hasOpenDispute: props.hasOpenDispute };
  const refused = refuseClaim(booking, 'nobody-came', facts, now);
  if (refused) {
    const words = claimRefusalWords(refused, 'nobody-came', booking, {
      name: firstName(interviewer.name),
      contact: props.contact,
    });
    return <Said words={words} small />;
  }
  const isOver = now >= booking.endsAt;
  return (
    <section class="worth" id="worth" aria-labelledby="worth-title">
      <div class="split section-head">
        <h2 id="worth-title">{isOver ? 'Was it worth it?' : 'Nobody there?'}</h2>
        <p>
          {isOver
            ? `If it was not, you have until ${deadline(booking)} to take the money back.`
            : 'Calls begin late. This one is late enough to say so.'}
        </p>
      </div>
      {isOver && <Days booking={booking} now={now} />}
      <div class="plans__two">
        {isOver && (
          <div class="choice">
            <h3>{props.isReviewed ? 'You have said so.' : 'Yes. Say so.'}</h3>
            <Says
              lines={[
                'Four steps, and a few words if you like.',
                `${firstName(interviewer.name)} reads it. Others only if you say so.`,
                'It changes nothing about your money.',
              ]}
            />
            <a class="btn btn--even btn--wide" href={urls.bookingReview(booking.id)}>
              <span class="btn__label">{props.isReviewed ? 'See what you said' : 'Say that it was'}</span>
              <span class="btn__tail">
                <Icon name="arrow" />
              </span>
            </a>
          </div>
        )}
        {isOver && (
          <Side
            booking={booking}
            kind="not-worth-it"
            title="No. Take it all back."
            lines={[
              `${formatCents(booking.price)} to the card you paid with. Money, not credit.`,
              'You decide. No call, and no form to argue with.',
              `${firstName(interviewer.name)} hears of it, with your reason if you give one.`,
            ]}
            label="Give me my money back"
          />
        )}
        {isOver ? (
          <p class="plans__after">
            <b>Nobody came?</b> Then it is all yours again, too, and a person here hears of it.{' '}
            <a {...opensClaim(booking, 'nobody-came')}>Say that nobody came</a>
          </p>
        ) : (
          <Side
            booking={booking}
            kind="nobody-came"
            title="Nobody came."
            lines={[
              `${formatCents(booking.price)} to the card you paid with. All of it.`,
              `You waited for ${firstName(interviewer.name)}, and you were alone in the call.`,
              'You do not have to wait longer.',
            ]}
            label="Say that nobody came"
          />
        )}
        {!isOver && (
          <div class="choice">
            <h3>They came after all.</h3>
            <Says
              lines={[
                'Then press nothing.',
                `From ${formatInstant(booking.endsAt, booking.candidate.timeZone)} you can say whether it was worth it.`,
                `That stays open until ${deadline(booking)}.`,
              ]}
            />
          </div>
        )}
      </div>
    </section>
  );
}

function Side({
  booking,
  kind,
  title,
  lines,
  label,
}: {
  booking: Booking;
  kind: ClaimKind;
  title: string;
  lines: readonly string[];
  label: string;
}) {
  return (
    <div class="choice">
      <h3>{title}</h3>
      <Says lines={lines} />
      <a class="btn btn--even btn--wide" {...opensClaim(booking, kind)}>
        <span class="btn__label">{label}</span>
        <span class="btn__tail">{formatCents(booking.price)}</span>
      </a>
    </div>
  );
}

/** Where a claim is made, as a dialog where the script runs. */
function opensClaim(booking: Booking, kind: ClaimKind) {
  const link = urls.bookingClaim(booking.id, kind === 'nobody-came' ? kind : undefined);
  return {
    ...{ href: link, 'hx-get': link, 'hx-target': '#plan-slot', 'hx-swap': 'innerHTML' },
    ...{ 'hx-push-url': 'true', 'data-opens-dialog': true },
  };
}

/** What was asked for, what was decided, and where the money is. */
function Asked({ booking, claim, refunds, hasOpenDispute, contact }: StandingProps) {
  if (!claim) return null;
  const words = claimWords(claim, booking, { refunds, hasOpenDispute, contact });
  return <Said words={words} />;
}

/** One thing to be said instead of a question. What is over for good says so quietly. */
function Said({ words, small = false }: { words: RefusalWords; small?: boolean }) {
  return (
    <section class="worth" id="worth" aria-labelledby="worth-title">
      <div class="split section-head">
        <h2 id="worth-title" class={small ? 'confirmed__sub' : undefined}>
          {words.title}
        </h2>
        <p>{words.text}</p>
      </div>
    </section>
  );
}

/** The days of the guarantee: those that have begun are filled. */
function Days({ booking, now }: { booking: Booking; now: Date }) {
  const days = booking.terms.guaranteeDays;
  if (days < 1 || days > 31) return null;
  const day = Math.min(days, Math.floor((now.getTime() - booking.endsAt.getTime()) / 86_400_000) + 1);
  return (
    <div class="days" role="img" aria-label={`Day ${day} of ${days}`}>
      {Array.from({ length: days }, (_, index) => (
        <i key={String(index)} class={index < day ? 'is-on' : undefined} />
      ))}
    </div>
  );
}

/** "Thu Nov 26, 16:30, New York" */
function deadline(booking: Booking): string {
  const zone = booking.candidate.timeZone;
  return `${formatInstant(guaranteeEnds(booking), zone)}, ${zonePlace(zone)}`;
}
