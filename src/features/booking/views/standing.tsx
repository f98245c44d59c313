import { ButtonLink } from '../../../ui/button.tsx';
import { safeAddress } from '../../../ui/external-link.tsx';
import { Price } from '../../../ui/price.tsx';
import { GuaranteePromise } from '../../../ui/promise.tsx';
import { formatInstant, zonePlace } from '../../../ui/time.tsx';
import { urls } from '../../../urls.ts';
import { guaranteeEnds } from '../../guarantee/domain.ts';
import { SESSION } from '../../interviewers/domain.ts';
import type { BookedInterviewer, Booking, BookingDetails, ResumeInfo } from '../domain.ts';
import { MINUTE } from '../policy.ts';
import { firstName, sessionWords } from '../words.ts';
import { AddToCalendar } from './add-to-calendar.tsx';
import { Brief } from './brief.tsx';
import { KeyVal } from './confirmed.tsx';
import { SessionRuler } from './session-ruler.tsx';
import { ChangeZone } from './time-zone.tsx';
import { Track } from './track.tsx';

interface Props {
  booking: Booking;
  interviewer: BookedInterviewer;
  details: BookingDetails | null;
  resume: ResumeInfo | null;
  now: Date;
}

/** A booked session, before and after it happened. */
export function Standing({ booking, interviewer, details, resume, now }: Props) {
  const own = sessionWords(booking, booking.candidate.timeZone);
  const name = firstName(interviewer.name);
  return (
    <>
      <div class="split standing__head">
        <div>
          <p>
            <span class="status status--confirmed status--pill">
              {booking.state === 'completed' || now >= booking.endsAt ? 'Over' : 'Confirmed'}
            </span>
          </p>
          <h1>
            {own.weekday}, {own.start}, with {name}.
          </h1>
        </div>
        <StartsIn booking={booking} now={now} day={own.day} />
      </div>
      <SessionRuler booking={booking} />
      <ChangeZone booking={booking} back={urls.booking(booking.id)} />
      <div class="split split--ruled split--far">
        <div class="standing__main">
          <section aria-labelledby="stands">
            <h2 class="confirmed__sub" id="stands">
              Where it stands
            </h2>
            <Track booking={booking} name={name} now={now} />
          </section>
          {details && (
            <section aria-labelledby="brief">
              <h2 class="confirmed__sub" id="brief">
                What {name} gets to read
              </h2>
              <Brief details={details} resume={resume} />
            </section>
          )}
        </div>
        <aside aria-label="Call, calendar and receipt">
          <Call booking={booking} name={name} />
          <AddToCalendar booking={booking} interviewer={interviewer} />
          <Receipt booking={booking} />
        </aside>
      </div>
    </>
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

function Receipt({ booking }: { booking: Booking }) {
  const zone = booking.candidate.timeZone;
  return (
    <>
      <div class="sidebox">
        <h2>Receipt</h2>
        <dl class="keyvals">
          <KeyVal name="Interview">
            <span class="num">{SESSION.interviewMinutes} min</span>
          </KeyVal>
          <KeyVal name="Feedback">
            <span class="num">{SESSION.feedbackMinutes} min</span>
          </KeyVal>
          <KeyVal name="Paid">
            <Price {...booking.price} />
          </KeyVal>
          <KeyVal name="Reference">
            <span class="num">{booking.reference}</span>
          </KeyVal>
        </dl>
      </div>
      <div class="sidebox">
        <GuaranteePromise days={booking.terms.guaranteeDays} bare />
        <p class="small soft">
          That is until {formatInstant(guaranteeEnds(booking), zone)}, {zonePlace(zone)}.
        </p>
      </div>
    </>
  );
}
