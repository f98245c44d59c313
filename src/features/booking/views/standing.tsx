import { ButtonLink } from '../../../ui/button.tsx';
import { safeAddress } from '../../../ui/external-link.tsx';
import { GuaranteePromise } from '../../../ui/promise.tsx';
import { formatInstant, zonePlace } from '../../../ui/time.tsx';
import { urls } from '../../../urls.ts';
import { type Claim, guaranteeEnds } from '../../guarantee/domain.ts';
import { type Proposal, refuseRewrite } from '../change-domain.ts';
import type { BookedInterviewer, Booking, BookingDetails, ResumeInfo } from '../domain.ts';
import { MINUTE } from '../policy.ts';
import type { RefundLine } from '../receipt-domain.ts';
import { firstName, sessionWords } from '../words.ts';
import { AddToCalendar } from './add-to-calendar.tsx';
import { Brief } from './brief.tsx';
import { MoveNotice, type Moving } from './moving.tsx';
import { Plans } from './plans.tsx';
import { Proposed } from './proposed.tsx';
import { Receipt } from './receipt.tsx';
import { ReportHere } from './report-here.tsx';
import { SessionRuler } from './session-ruler.tsx';
import { ChangeZone } from './time-zone.tsx';
import { Track } from './track.tsx';
import { Worth } from './worth.tsx';

/** Everything the candidate's page of a booking tells. */
export interface StandingProps {
  booking: Booking;
  interviewer: BookedInterviewer;
  details: BookingDetails | null;
  resume: ResumeInfo | null;
  refunds: readonly RefundLine[];
  proposal: Proposal | null;
  claim: Claim | null;
  /** The candidate's bank is taking the money back. */
  hasOpenDispute: boolean;
  /** When the written feedback was sent. */
  reportAt: Date | null;
  /** Whether the candidate has said if it was worth it. */
  isReviewed: boolean;
  /** What came of a move that somebody waits for. */
  moving: Moving | null;
  /** The interviewer's next open times, where somebody may want another. */
  nextStarts: readonly Date[];
  now: Date;
  contact: string;
}

/** A booked session, before and after it happened. */
export function Standing(props: StandingProps) {
  const { booking, interviewer, details, resume, refunds, moving, now } = props;
  const own = sessionWords(booking, booking.candidate.timeZone);
  const name = firstName(interviewer.name);
  const isOver = booking.state === 'completed' || now >= booking.endsAt;
  return (
    <>
      {moving && <MoveNotice {...props} moving={moving} />}
      <div class="split standing__head">
        <div>
          <p>
            <span class="status status--confirmed status--pill">{isOver ? 'Over' : 'Confirmed'}</span>
          </p>
          <h1>
            {own.weekday}, {own.start}, with {name}.
          </h1>
        </div>
        <StartsIn booking={booking} now={now} day={own.day} />
      </div>
      <Proposed {...props} />
      <SessionRuler booking={booking} />
      <ChangeZone booking={booking} back={urls.booking(booking.id)} />
      <ReportHere {...props} />
      <Worth {...props} />
      <div class="split split--ruled split--far">
        <div class="standing__main">
          <section aria-labelledby="stands">
            <h2 class="confirmed__sub" id="stands">
              Where it stands
            </h2>
            <Track booking={booking} name={name} refunds={refunds} now={now} />
            {booking.readNote && (
              <div class="stack stack--tight">
                <p class="small soft">{name} wrote to you:</p>
                <blockquote class="proposed__message" dir="auto">
                  {booking.readNote}
                </blockquote>
              </div>
            )}
          </section>
          {details && (
            <section aria-labelledby="brief">
              <div class="standing__bar">
                <h2 class="confirmed__sub" id="brief">
                  What {name} {isOver ? 'got' : 'gets'} to read
                </h2>
                {!refuseRewrite(booking, now) && (
                  <ButtonLink href={urls.bookingDetails(booking.id)} small>
                    Edit all of it
                  </ButtonLink>
                )}
              </div>
              <Brief details={details} resume={resume} />
              {!isOver && <Rewritable booking={booking} name={name} now={now} />}
            </section>
          )}
        </div>
        <aside aria-label="Call, calendar and receipt">
          {!isOver && (
            <>
              <Call booking={booking} name={name} />
              <AddToCalendar booking={booking} interviewer={interviewer} />
            </>
          )}
          <Receipt booking={booking} interviewer={interviewer} refunds={refunds} />
          <Guarantee booking={booking} now={now} />
        </aside>
      </div>
      <Plans {...props} />
      <div id="plan-slot" data-dialog-slot />
    </>
  );
}

function Rewritable({ booking, name, now }: { booking: Booking; name: string; now: Date }) {
  const refused = refuseRewrite(booking, now);
  if (refused && refused !== 'already-read') return null;
  return (
    <p class="small soft">
      {refused
        ? `${name} has read it, so it stays as it is.`
        : `You can change all of this until ${name} has read it. They are told that something changed.`}
    </p>
  );
}

function StartsIn({ booking, now, day }: { booking: Booking; now: Date; day: string }) {
  const minutes = Math.floor((booking.startsAt.getTime() - now.getTime()) / MINUTE);
  if (minutes <= 0) return <p class="small soft">{day}</p>;
  const days = Math.floor(minutes / (24 * 60));
  const hours = Math.floor(minutes / 60) % 24;
  const parts: [number, string, string][] =
    days > 0
      ? [
          [days, 'd', days === 1 ? 'day' : 'days'],
          [hours, 'h', hours === 1 ? 'hour' : 'hours'],
        ]
      : [
          [hours, 'h', hours === 1 ? 'hour' : 'hours'],
          [minutes % 60, 'm', minutes % 60 === 1 ? 'minute' : 'minutes'],
        ];
  return (
    <div>
      <p class="small soft">Starts in</p>
      <p class="standing__count">
        <span class="sr-only">{parts.map(([count, , word]) => `${count} ${word}`).join(' ')}</span>
        <span aria-hidden="true">
          {parts.map(([count, unit]) => (
            <span key={unit}>
              {count}
              <small>{unit}</small>
            </span>
          ))}
        </span>
      </p>
      <p class="small soft">{day}</p>
    </div>
  );
}

function Call({ booking, name }: { booking: Booking; name: string }) {
  const address = booking.meetingUrl ? safeAddress(booking.meetingUrl) : null;
  return (
    <div class="sidebox">
      {address ? (
        <ButtonLink href={address} variant="primary" icon="out" wide>
          Open the call
        </ButtonLink>
      ) : (
        <p class="small soft">The call link is in the invitation that {name}’s calendar sends you.</p>
      )}
    </div>
  );
}

function Guarantee({ booking, now }: { booking: Booking; now: Date }) {
  if (now > guaranteeEnds(booking)) return null;
  const zone = booking.candidate.timeZone;
  return (
    <div class="sidebox">
      <GuaranteePromise days={booking.terms.guaranteeDays} bare />
      <p class="small soft">
        That is until {formatInstant(guaranteeEnds(booking), zone)}, {zonePlace(zone)}.
      </p>
    </div>
  );
}
