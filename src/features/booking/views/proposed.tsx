import type { ComponentChildren } from 'preact';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { formatClock, formatInstant, formatSpan, zoneLabel } from '../../../ui/time.tsx';
import { urls } from '../../../urls.ts';
import { type Proposal, refuseProposal } from '../change-domain.ts';
import { type BookedInterviewer, type Booking, SLOT_MINUTES } from '../domain.ts';
import { MINUTE } from '../policy.ts';
import { firstName } from '../words.ts';

/** Another time that the interviewer proposed, beside the one that stands. Silence keeps what stands. */
export function Proposed({
  booking,
  interviewer,
  proposal,
  now,
}: {
  booking: Booking;
  interviewer: BookedInterviewer;
  proposal: Proposal | null;
  now: Date;
}) {
  if (!proposal || refuseProposal(booking, proposal.startsAt, now)) return null;
  const zone = booking.candidate.timeZone;
  const name = firstName(interviewer.name);
  if (proposal.answer) {
    return (
      <Notice title={`Moving to ${formatInstant(proposal.startsAt, zone)}.`}>
        <p>
          You took {name}’s time, and the calendar is being asked. Until it says yes you keep{' '}
          {formatInstant(booking.startsAt, zone)}. {zoneLabel(zone, proposal.startsAt)}.
        </p>
      </Notice>
    );
  }
  return (
    <section class="proposed" aria-labelledby="proposed">
      <div class="proposed__head">
        <h2 id="proposed">{name} asks for another time.</h2>
        <p class="soft">Same price, same notes. If you do not answer, everything stays as it is.</p>
        {proposal.message && (
          <blockquote class="proposed__message" dir="auto">
            {proposal.message}
          </blockquote>
        )}
      </div>
      <form class="plans__two" method="post" action={urls.bookingProposal(booking.id)} data-once>
        <input type="hidden" name="proposal" value={proposal.id} />
        <Choice label={`${name} proposes`} startsAt={proposal.startsAt} zone={zone}>
          <Button
            name="answer"
            value="accepted"
            extraClass="btn--even"
            wide
            tail={formatClock(proposal.startsAt, zone)}
          >
            Take it
          </Button>
        </Choice>
        <Choice label="You have" startsAt={booking.startsAt} zone={zone}>
          <Button
            name="answer"
            value="declined"
            extraClass="btn--even"
            wide
            tail={formatClock(booking.startsAt, zone)}
          >
            Keep mine
          </Button>
        </Choice>
      </form>
    </section>
  );
}

function Choice({
  label,
  startsAt,
  zone,
  children,
}: {
  label: string;
  startsAt: Date;
  zone: string;
  children: ComponentChildren;
}) {
  const endsAt = new Date(startsAt.getTime() + SLOT_MINUTES * MINUTE);
  return (
    <div class="choice">
      <h3>{label}</h3>
      <p>
        <b class="proposed__time">{formatInstant(startsAt, zone)}</b>
        <br />
        <span class="soft">
          {formatSpan(startsAt, endsAt, zone)}, {zoneLabel(zone, startsAt)}.{' '}
          {formatSpan(startsAt, endsAt, 'UTC')} UTC.
        </span>
      </p>
      {children}
    </div>
  );
}
