import { Icon } from '../../ui/icon.tsx';
import { PanelLayout } from '../../ui/layout.tsx';
import { Pager } from '../../ui/pager.tsx';
import { Time, zoneLabel } from '../../ui/time.tsx';
import { urls } from '../../urls.ts';
import type { Shell } from '../../web/env.ts';
import type { AgendaEntry, PanelOwner } from './domain.ts';
import { Marks } from './marks.tsx';
import { topicOf } from './up-next.tsx';

/** What can no longer be changed: over, or called off. The latest first. */
export function PastPage({
  shell,
  owner,
  entries,
  number,
  hasMore,
  now,
}: {
  shell: Shell;
  owner: PanelOwner;
  entries: AgendaEntry[];
  number: number;
  hasMore: boolean;
  now: Date;
}) {
  return (
    <PanelLayout shell={shell} title="Behind you" person={owner}>
      <main id="main" class="panel">
        <div class="frame">
          <p class="crumb">
            <a class="textlink light" href={urls.admin()}>
              <Icon name="back" /> Bookings
            </a>
          </p>
          <div class="panel__title split">
            <h1>Behind you.</h1>
            <p>Over or called off, the latest first. Every time is in {zoneLabel(owner.timeZone, now)}.</p>
          </div>
          {entries.length === 0 ? (
            <p class="soft">Nothing {number > 1 ? 'further back' : 'yet'}.</p>
          ) : (
            <PastList entries={entries} zone={owner.timeZone} now={now} />
          )}
          <Pager
            newer={number > 1 ? urls.adminPast(number - 1) : null}
            older={hasMore ? urls.adminPast(number + 1) : null}
          />
        </div>
      </main>
    </PanelLayout>
  );
}

export function PastList({ entries, zone, now }: { entries: AgendaEntry[]; zone: string; now: Date }) {
  return (
    <ol class="past__list">
      {entries.map((entry) => (
        <li key={entry.id} class="past__row">
          <Time at={entry.startsAt} zone={zone} />
          <a href={urls.adminBooking(entry.id)}>{entry.candidate.name}</a>
          <div>
            <span>{topicOf(entry)}</span>
            <Marks entry={entry} zone={zone} />
          </div>
          {entry.startsAt > now && <span class="sr-only">(was to come)</span>}
        </li>
      ))}
    </ol>
  );
}
