import { Button, ButtonLink } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { formatPrice } from '../../ui/price.tsx';
import { Ruler } from '../../ui/ruler.tsx';
import { formatClock, formatDay, formatInstant, formatSpan, zonePlace } from '../../ui/time.tsx';
import { urls } from '../../urls.ts';
import { SESSION } from '../interviewers/domain.ts';
import { MOST_OF_A_NOTE } from './change-views.tsx';
import { type BookedInterview, callAddress, firstName, type PanelOwner, readingOf } from './domain.ts';
import { ReadingStatus } from './status.tsx';

/** A note that could not be taken as it was typed. */
export interface NoteForm {
  note: string;
  error: string;
}

interface Props {
  owner: PanelOwner;
  booking: BookedInterview;
  now: Date;
  form?: NoteForm | undefined;
}

/** What the interviewer does about a booking, and when it is for both. */
export function Acknowledge({ owner, booking, now, form }: Props) {
  const first = firstName(booking.candidate.name);
  const call = callAddress(booking.meetingUrl);
  const feedbackAt = new Date(booking.startsAt.getTime() + SESSION.interviewMinutes * 60_000);
  const clock = (at: Date) => formatClock(at, owner.timeZone);
  return (
    <div class="ackbox">
      <div class="ackbox__status">
        <ReadingStatus booking={booking} now={now} />
        <span class="num small">{formatPrice(booking.price)}</span>
      </div>
      <div class="ackbox__body">
        <Ruler labels={[clock(booking.startsAt), clock(feedbackAt), clock(booking.endsAt)]} />
        <ConfirmReading owner={owner} booking={booking} now={now} form={form} />
        {call && (
          <ButtonLink href={call} wide icon="out">
            Open the call
          </ButtonLink>
        )}
        <ButtonLink href={mailAddress(booking)} wide icon="arrow">
          Write to {first}
        </ButtonLink>
      </div>
      <dl class="ackbox__zones">
        <div>
          <dt>You, {zonePlace(owner.timeZone)}</dt>
          <ZoneTime booking={booking} zone={owner.timeZone} />
        </div>
        <div>
          <dt>
            {first}, {zonePlace(booking.candidate.timeZone)}
          </dt>
          <ZoneTime booking={booking} zone={booking.candidate.timeZone} />
        </div>
      </dl>
    </div>
  );
}

function ZoneTime({ booking, zone }: { booking: BookedInterview; zone: string }) {
  return (
    <dd>
      {formatSpan(booking.startsAt, booking.endsAt, zone)}
      <span>{formatDay(booking.startsAt, zone)}</span>
    </dd>
  );
}

function ConfirmReading({ owner, booking, now, form }: Props) {
  const first = firstName(booking.candidate.name);
  const reading = readingOf(booking, now);
  if (booking.readAt) {
    return (
      <div class="stack stack--tight">
        <p>
          You confirmed on {formatInstant(booking.readAt, owner.timeZone)} in {zonePlace(owner.timeZone)}.{' '}
          {first} has mail that says so{booking.readNote ? ', with your note:' : '.'}
        </p>
        {booking.readNote && (
          <blockquote class="dossier__text" dir="auto">
            {booking.readNote}
          </blockquote>
        )}
      </div>
    );
  }
  if (reading === 'late') {
    return (
      <p>
        {booking.state === 'cancelled' ? 'This interview was called off.' : 'This interview is over.'} There
        is nothing left to confirm.
      </p>
    );
  }
  return (
    <form class="stack" method="post" action={urls.adminBookingReading(booking.id)}>
      <TextArea
        name="prepare"
        label={`A note to ${first}`}
        note="Optional"
        hint="What to prepare, or what you look forward to. It goes into the mail, as it is."
        rows={2}
        maxLength={MOST_OF_A_NOTE}
        value={form?.note ?? ''}
        error={form?.error}
        autofocus={Boolean(form?.error)}
      />
      <Button variant="primary" wide icon="check">
        Confirm I have read this
      </Button>
      <p>
        {first} gets one mail that says so. After that {first} can’t change it any more.
      </p>
    </form>
  );
}

/** Opens the interviewer's own mail program, addressed, with what it is about. */
export function mailAddress({ candidate, reference }: BookedInterview): string {
  const to = encodeURIComponent(candidate.email).replaceAll('%40', '@');
  return `mailto:${to}?subject=${encodeURIComponent(`Your interview, ${reference}`)}`;
}
