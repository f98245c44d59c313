import { ButtonLink } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { formatCents } from '../../../ui/price.tsx';
import { urls } from '../../../urls.ts';
import type { BookedInterviewer, Booking } from '../domain.ts';
import { endingOf } from '../endings.ts';
import { latestRefund, type RefundLine } from '../receipt-domain.ts';
import { refundWords } from '../refund-words.ts';
import { firstName, sessionWords } from '../words.ts';
import { freeUntilWords } from './cancellation.tsx';
import { FreshTimes } from './fresh-times.tsx';
import { Receipt } from './receipt.tsx';
import { Track } from './track.tsx';

/** It came to nothing: why, what that means for the money, and the way to another time. */
export function Ended({
  booking,
  interviewer,
  refunds,
  hasOpenDispute = false,
  nextStarts,
  now,
}: {
  booking: Booking;
  interviewer: BookedInterviewer;
  refunds: readonly RefundLine[];
  hasOpenDispute?: boolean;
  /** When the interviewer is free next. */
  nextStarts: readonly Date[];
  now: Date;
}) {
  const name = firstName(interviewer.name);
  const ending = endingOf(booking, name);
  const zone = booking.candidate.timeZone;
  const own = sessionWords(booking, zone);
  const utc = sessionWords(booking, 'UTC');
  const wasPaid = booking.money.captured > 0;
  return (
    <>
      <div class="split lapse__head">
        <h1>{ending.title}</h1>
        <p class="lede soft">{ending.text}</p>
      </div>
      <div class="split split--ruled">
        <div class="standing__main">
          <dl class="lapse">
            <div>
              <dt>
                <Icon name="check" large />
                Your money
              </dt>
              <dd>{moneyWords(booking, refunds, hasOpenDispute) ?? ending.money}</dd>
            </div>
            <div>
              <dt>Your time</dt>
              <dd>
                You do not have {own.day}, {own.span}. {own.zone}. That was {utc.span} UTC.
              </dd>
            </div>
            {booking.endNote && (
              <div>
                <dt>{noteFrom(booking, name)}</dt>
                <dd class="brief__text" dir="auto">
                  {booking.endNote}
                </dd>
              </div>
            )}
          </dl>
          {wasPaid && <Track booking={booking} name={name} refunds={refunds} now={now} />}
        </div>
        <aside aria-label="Pick again">
          <div class="sidebox">
            <ButtonLink href={urls.book(interviewer.slug)} variant="primary" icon="arrow" wide>
              Pick another time
            </ButtonLink>
            <FreshTimes name={name} starts={nextStarts} zone={zone} />
            <p class="small">
              <a href={urls.interviewers()}>See the other interviewers</a>
            </p>
            {!wasPaid && (
              <p class="small soft">
                Reference <span class="num">{booking.reference}</span>
              </p>
            )}
          </div>
          {wasPaid && <Receipt booking={booking} interviewer={interviewer} refunds={refunds} />}
        </aside>
      </div>
    </>
  );
}

/** Whose words the note is. */
function noteFrom({ endReason }: Booking, name: string): string {
  if (endReason === 'candidate-cancelled') return 'You wrote';
  return endReason === 'operator-cancelled' ? 'We write' : `${name} writes`;
}

/** What became of money that was taken. Null where none was. */
function moneyWords(
  booking: Booking,
  refunds: readonly RefundLine[],
  hasOpenDispute: boolean,
): string | null {
  const refund = latestRefund(refunds);
  if (refund) return refundWords(refund, booking, hasOpenDispute);
  if (booking.money.captured === 0 || booking.endReason !== 'candidate-cancelled') return null;
  return `The price is kept: ${formatCents(booking.price)}. Canceling was free until ${freeUntilWords(booking)}.`;
}
