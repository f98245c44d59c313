import { ButtonLink } from '../../ui/button.tsx';
import { ExternalLink } from '../../ui/external-link.tsx';
import { Time, zoneLabel } from '../../ui/time.tsx';
import { urls } from '../../urls.ts';
import { refuseCancel } from '../booking/change-domain.ts';
import type { Booking } from '../booking/domain.ts';
import { STATE_WORDS } from '../booking/history-words.ts';
import { Fact } from './inbox-views.tsx';
import { DESK_ZONE } from './zone.ts';

/** What a booking is, beside everything that happened to it: its state, whom it is with, its names elsewhere. */
export function Facts({ booking, now }: { booking: Booking; now: Date }) {
  const { candidate } = booking;
  const isOver = booking.endedAt !== null;
  const look = isOver
    ? 'status'
    : booking.state === 'confirmed' || booking.state === 'completed'
      ? 'status status--confirmed'
      : 'status status--ack';
  return (
    <div class="ackbox">
      <div class="ackbox__status">
        <span class={look}>{STATE_WORDS[booking.state]}</span>
        <span class="num small">{booking.reference}</span>
      </div>
      <div class="ackbox__body">
        <dl class="deskfacts">
          <Fact name="Candidate">
            <ExternalLink href={`mailto:${encodeURIComponent(candidate.email).replaceAll('%40', '@')}`}>
              {candidate.email}
            </ExternalLink>
          </Fact>
          <Fact name="Lives in">{zoneLabel(candidate.timeZone, booking.startsAt)}</Fact>
          <Fact name="Read by the interviewer">
            {booking.readAt ? <Time at={booking.readAt} zone={DESK_ZONE} /> : 'Not yet'}
          </Fact>
          <Fact name="Free to cancel until">{booking.terms.freeCancelHours} hours before</Fact>
          <Fact name="Guarantee">{booking.terms.guaranteeDays} days</Fact>
          {booking.absent && <Fact name="Did not come">the {booking.absent}</Fact>}
          <Fact name="Payment at Stripe">
            <code>{booking.paymentIntentId ?? 'none'}</code>
          </Fact>
          <Fact name="Checkout at Stripe">
            <code>{booking.checkout?.sessionId ?? 'none'}</code>
          </Fact>
          <Fact name="Booking on cal.com">
            <code>{booking.calcomUid}</code>
          </Fact>
        </dl>
        {refuseCancel(booking, 'operator', now) === null && (
          <ButtonLink href={urls.operatorCancellation(booking.id)} dialogIn="#change-slot" wide icon="arrow">
            Call it off
          </ButtonLink>
        )}
      </div>
    </div>
  );
}
