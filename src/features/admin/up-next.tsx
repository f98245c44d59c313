import { ButtonLink } from '../../ui/button.tsx';
import { Ruler } from '../../ui/ruler.tsx';
import { formatClock, formatDay, formatInstant, zonePlace } from '../../ui/time.tsx';
import { urls } from '../../urls.ts';
import { SESSION } from '../interviewers/domain.ts';
import { type AgendaEntry, callAddress, firstName, readings } from './domain.ts';
import { Marks } from './marks.tsx';
import { ReadingStatus } from './status.tsx';

const UNIT_NAMES = { d: 'days', h: 'hours', m: 'minutes' } as const;

/** The next interview. Nothing else on its page is this loud. */
export function UpNext({ entry, zone, now }: { entry: AgendaEntry; zone: string; now: Date }) {
  const first = firstName(entry.candidate.name);
  const call = callAddress(entry.meetingUrl);
  const feedbackAt = new Date(entry.startsAt.getTime() + SESSION.interviewMinutes * 60_000);
  const clock = (at: Date) => formatClock(at, zone);
  return (
    <section class="upnext" aria-labelledby="next-name">
      <div class="upnext__top">
        <div class="upnext__who">
          <div>
            <p class="small">Next</p>
            <h2 id="next-name">
              <a href={urls.adminBooking(entry.id)}>{entry.candidate.name}</a>
            </h2>
            <p>{topicOf(entry)}</p>
            <Marks entry={entry} zone={zone} />
          </div>
          <p>
            <ReadingStatus booking={entry} now={now} pill />
          </p>
        </div>
        <Countdown entry={entry} now={now} />
      </div>
      <div class="upnext__rule">
        <p class="upnext__when">
          <b>{formatDay(entry.startsAt, zone)}</b> in {zonePlace(zone)}
          <span>
            {formatInstant(entry.startsAt, entry.candidate.timeZone)} for {first} in{' '}
            {zonePlace(entry.candidate.timeZone)}
          </span>
        </p>
        <Ruler labels={[clock(entry.startsAt), clock(feedbackAt), clock(entry.endsAt)]} />
        <p class="sr-only">
          From {clock(entry.startsAt)}, feedback from {clock(feedbackAt)}, until {clock(entry.endsAt)}.
        </p>
      </div>
      <div class="upnext__acts">
        <ButtonLink href={urls.adminBooking(entry.id)} variant="primary" icon="arrow">
          Read what {first} sent
        </ButtonLink>
        {call && (
          <ButtonLink href={call} icon="out">
            Open the call
          </ButtonLink>
        )}
      </div>
    </section>
  );
}

function Countdown({ entry, now }: { entry: AgendaEntry; now: Date }) {
  const isOn = now >= entry.startsAt;
  const parts = readings((isOn ? entry.endsAt : entry.startsAt).getTime() - now.getTime());
  return (
    <div class="upnext__in">
      <span>{isOn ? 'On now. Ends in' : 'Starts in'}</span>
      <b>
        <span class="sr-only">{parts.map(([value, unit]) => `${value} ${UNIT_NAMES[unit]}`).join(' ')}</span>
        <span aria-hidden="true">
          {parts.map(([value, unit]) => (
            <>
              {value}
              <small>{unit}</small>
            </>
          ))}
        </span>
      </b>
    </div>
  );
}

/** What it is about, in one line. */
export function topicOf(entry: AgendaEntry): string {
  return [entry.subject, entry.technologies.join(', ')].filter(Boolean).join('. ') || 'No details given';
}
