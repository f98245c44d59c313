import type { ComponentChildren } from 'preact';
import { ButtonLink } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { BookingLayout } from '../../../ui/layout.tsx';
import { urls } from '../../../urls.ts';
import type { Shell } from '../../../web/env.ts';
import type { BookedInterviewer, Booking } from '../domain.ts';
import { unpaidMoney } from '../endings.ts';
import { POLICY } from '../policy.ts';
import { firstName, sessionWords } from '../words.ts';
import { FreshTimes } from './fresh-times.tsx';
import { progressOf } from './progress.ts';

/** The hold ran out before anything was paid. Money first, then time, then what was typed. No red. */
export function HoldExpiredPage({
  shell,
  interviewer,
  booking,
  nextStarts,
}: {
  shell: Shell;
  interviewer: BookedInterviewer;
  booking: Booking;
  nextStarts: readonly Date[];
}) {
  const own = sessionWords(booking, booking.candidate.timeZone);
  const utc = sessionWords(booking, 'UTC');
  const name = firstName(interviewer.name);
  return (
    <BookingLayout shell={shell} title="Hold ended" steps={progressOf('time', interviewer)}>
      <main id="main" class="booking">
        <div class="frame">
          <div class="split lapse__head">
            <h1>
              The half hour ran out.
              <br />
              Nothing else did.
            </h1>
            <p class="lede soft">
              We stopped holding {own.weekday}, {own.start}. It happens to everyone who answers the questions
              properly.
            </p>
          </div>
          <div class="split split--ruled">
            <dl class="lapse">
              <Fact title="Your money">{unpaidMoney(booking)}</Fact>
              <Fact title="Your time">
                <b>
                  {own.day}, {own.span} goes back on the board.
                </b>{' '}
                If nobody is faster, it is yours again. {own.zone}. That is{' '}
                <span class="nowrap">{utc.span}</span> UTC.
              </Fact>
              <Fact title="Next time">
                <b>Pick a time once you know what to write.</b> Your background, what you want to be asked
                about, and your resume as a PDF.
              </Fact>
            </dl>
            <aside class="sidebox" aria-label="Pick again">
              <ButtonLink
                href={urls.book(interviewer.slug)}
                variant="primary"
                tail={`${POLICY.holdMinutes} min`}
                wide
              >
                Pick a time again
              </ButtonLink>
              <p class="small soft">{name}’s open times, fresh. We hold the one you pick.</p>
              <FreshTimes name={name} starts={nextStarts} zone={booking.candidate.timeZone} />
              <p class="small">
                <a href={urls.interviewers()}>See the other interviewers</a>
              </p>
            </aside>
          </div>
          <p class="lapse__joke small soft">HTTP calls this 408 Request Timeout. We call it lunch.</p>
        </div>
      </main>
    </BookingLayout>
  );
}

function Fact({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>
        <Icon name="check" large />
        {title}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
