import { ButtonLink } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { urls } from '../../../urls.ts';
import type { BookedInterviewer, Booking } from '../domain.ts';
import { endingOf } from '../endings.ts';
import { firstName, sessionWords } from '../words.ts';

/** It came to nothing: why, what that means for the money, and the way to another time. */
export function Ended({ booking, interviewer }: { booking: Booking; interviewer: BookedInterviewer }) {
  const ending = endingOf(booking, firstName(interviewer.name));
  const own = sessionWords(booking, booking.candidate.timeZone);
  const utc = sessionWords(booking, 'UTC');
  return (
    <>
      <div class="split lapse__head">
        <h1>{ending.title}</h1>
        <p class="lede soft">{ending.text}</p>
      </div>
      <div class="split split--ruled">
        <dl class="lapse">
          <div>
            <dt>
              <Icon name="check" large />
              Your money
            </dt>
            <dd>{ending.money}</dd>
          </div>
          <div>
            <dt>Your time</dt>
            <dd>
              You do not have {own.day}, {own.span}. {own.zone}. That was{' '}
              <span class="nowrap">{utc.span}</span> UTC.
            </dd>
          </div>
        </dl>
        <aside class="sidebox" aria-label="Pick again">
          <ButtonLink href={urls.book(interviewer.slug)} variant="primary" icon="arrow" wide>
            Pick another time
          </ButtonLink>
          <p class="small">
            <a href={urls.interviewers()}>See the other interviewers</a>
          </p>
          <p class="small soft">
            Reference <span class="num">{booking.reference}</span>
          </p>
        </aside>
      </div>
    </>
  );
}
