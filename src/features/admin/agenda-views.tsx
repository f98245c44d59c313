import { ButtonLink } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PanelLayout } from '../../ui/layout.tsx';
import { formatClock, formatDay, formatInstant, Time, zoneLabel, zonePlace } from '../../ui/time.tsx';
import { urls } from '../../urls.ts';
import type { Shell } from '../../web/env.ts';
import { Bookable, CalendarNeedsYou, OwnCalendar } from './bookable-views.tsx';
import {
  type AgendaEntry,
  byDay,
  firstName,
  inWords,
  isBookable,
  isOverdue,
  type PanelOwner,
} from './domain.ts';
import { Marks } from './marks.tsx';
import { PastList } from './past-views.tsx';
import { ReadingStatus } from './status.tsx';
import { topicOf, UpNext } from './up-next.tsx';

/** What is ahead of the interviewer, the next one loudest. */
export function AgendaPage({
  shell,
  owner,
  now,
  upcoming: { entries, total },
  past,
  owed,
  hasMorePast,
}: {
  shell: Shell;
  owner: PanelOwner;
  now: Date;
  upcoming: { entries: AgendaEntry[]; total: number };
  past: AgendaEntry[];
  /** Sessions whose report is not sent yet. */
  owed: AgendaEntry[];
  hasMorePast: boolean;
}) {
  const [next, ...rest] = entries;
  return (
    <PanelLayout shell={shell} title="Bookings" person={owner}>
      <main id="main" class="panel">
        <div class="frame">
          <div class="panel__title split">
            <h1>{total === 0 ? 'Nobody ahead of you.' : `${inWords(total)} ahead of you.`}</h1>
            <p>
              {formatDay(now, owner.timeZone)}, <Time at={now} zone={owner.timeZone} show="clock" /> in{' '}
              {zoneLabel(owner.timeZone, now)}
            </p>
          </div>
          <CalendarNeedsYou owner={owner} />
          <div class="split split--top">
            <div>
              {next ? (
                <UpNext entry={next} zone={owner.timeZone} now={now} />
              ) : (
                <NothingAhead owner={owner} />
              )}
              {rest.length > 0 && (
                <section class="agenda" aria-label="After that">
                  <Days entries={rest} zone={owner.timeZone} now={now} />
                  {total > entries.length && (
                    <p class="small soft">
                      The next {entries.length} of {total}. The others move up as these are done.
                    </p>
                  )}
                </section>
              )}
            </div>
            <aside>
              <Owed entries={owed} zone={owner.timeZone} now={now} />
              <Waiting entries={entries} zone={owner.timeZone} />
              <Bookable owner={owner} />
              <OwnCalendar />
            </aside>
          </div>
          {/* After what waits for somebody: on a phone one comes after the other. */}
          {past.length > 0 && (
            <div class="split split--far">
              <Past entries={past} zone={owner.timeZone} now={now} hasMore={hasMorePast} />
            </div>
          )}
        </div>
      </main>
    </PanelLayout>
  );
}

function Days({ entries, zone, now }: { entries: AgendaEntry[]; zone: string; now: Date }) {
  return byDay(entries, zone, now).map(({ day, entries: ofDay }) => (
    <div key={day.key} class="agenda__day">
      <h2 class="agenda__date">
        <b>{day.number}</b>
        <span>{day.name}</span>
      </h2>
      <ol class="agenda__list">
        {ofDay.map((entry) => (
          <li key={entry.id} class="slotrow">
            <p class="slotrow__time">
              {formatClock(entry.startsAt, zone)}
              <span>–{formatClock(entry.endsAt, zone)}</span>
            </p>
            <div>
              <h3>
                <a href={urls.adminBooking(entry.id)}>{entry.candidate.name}</a>
              </h3>
              <p>{topicOf(entry)}</p>
              <p class="slotrow__zone">
                {formatInstant(entry.startsAt, entry.candidate.timeZone)} in{' '}
                {zonePlace(entry.candidate.timeZone)}
              </p>
              <Marks entry={entry} zone={zone} />
            </div>
            <ReadingStatus booking={entry} now={now} />
          </li>
        ))}
      </ol>
    </div>
  ));
}

/** Reports that candidates wait for. */
function Owed({ entries, zone, now }: { entries: AgendaEntry[]; zone: string; now: Date }) {
  if (entries.length === 0) return null;
  return (
    <section class="sidebox" aria-labelledby="owed">
      <h2 id="owed">
        {entries.length === 1 ? 'A report is owed' : `${inWords(entries.length)} reports are owed`}
      </h2>
      <ul class="todo">
        {entries.map((entry) => (
          <li key={entry.id}>
            <div>
              <a href={urls.adminReport(entry.id)}>{entry.candidate.name}</a>
              <span>
                {topicOf(entry)}, {formatInstant(entry.startsAt, zone)}
              </span>
            </div>
            <span class={isOverdue(entry, now) ? 'status status--bad' : undefined}>
              {[isOverdue(entry, now) && 'Overdue', entry.report === 'draft' && 'Begun']
                .filter(Boolean)
                .join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Past({
  entries,
  zone,
  now,
  hasMore,
}: {
  entries: AgendaEntry[];
  zone: string;
  now: Date;
  hasMore: boolean;
}) {
  return (
    <section aria-labelledby="past">
      <h2 class="past__title" id="past">
        Behind you
      </h2>
      <PastList entries={entries} zone={zone} now={now} />
      {hasMore && (
        <p class="after">
          <a class="textlink" href={urls.adminPast()}>
            Search, or further back <Icon name="arrow" />
          </a>
        </p>
      )}
    </section>
  );
}

function NothingAhead({ owner }: { owner: PanelOwner }) {
  return (
    <section class="vacant">
      <h2>{isBookable(owner) ? 'The calendar is open. Nobody is in it.' : notBookable(owner)}</h2>
      <p>
        Bookings show up here the moment they are paid for, with everything the candidate wrote.{' '}
        {isBookable(owner)
          ? 'What brings them: times next week, and a profile that says what you do with the hour.'
          : 'Until then: a profile that says what you do with the hour. What else is missing is under “On the list”.'}
      </p>
      <p class="cluster">
        <ButtonLink href={urls.adminProfile()} variant="primary" icon="arrow">
          Work on your profile
        </ButtonLink>
        {owner.standing === 'live' && (
          <ButtonLink href={urls.interviewer(owner.slug)} icon="arrow">
            See it as a candidate
          </ButtonLink>
        )}
      </p>
    </section>
  );
}

const notBookable = ({ calendarTrouble }: PanelOwner): string =>
  calendarTrouble ? 'Nobody can book you right now.' : 'Nobody can book you yet.';

const WAITING_SHOWN = 6;

function Waiting({ entries, zone }: { entries: AgendaEntry[]; zone: string }) {
  const unread = entries.filter((entry) => entry.readAt === null);
  return (
    <section class="sidebox">
      <h2>Waiting on you</h2>
      {unread.length === 0 ? (
        <p class="small soft">Nothing. Everything that was sent is read.</p>
      ) : (
        <ul class="todo">
          {unread.slice(0, WAITING_SHOWN).map((entry) => (
            <li key={entry.id}>
              <span>
                <a href={urls.adminBooking(entry.id)}>Read {firstName(entry.candidate.name)}’s notes</a>
                <span>{formatInstant(entry.startsAt, zone)}</span>
              </span>
              <Icon name="arrow" />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
