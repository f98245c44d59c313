import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PanelLayout } from '../../ui/layout.tsx';
import { Pager } from '../../ui/pager.tsx';
import { Time, zoneLabel } from '../../ui/time.tsx';
import { urls } from '../../urls.ts';
import type { Shell } from '../../web/env.ts';
import { type AgendaEntry, inWords, type PanelOwner } from './domain.ts';
import { Marks } from './marks.tsx';
import { MOST_SEARCHED, OUTCOMES, type Outcome, type PastSearch } from './past-domain.ts';
import { topicOf } from './up-next.tsx';

interface Found {
  search: PastSearch;
  entries: AgendaEntry[];
  /** Matches on all pages. */
  total: number;
  page: number;
  hasMore: boolean;
  zone: string;
  now: Date;
}

/** What can no longer be changed: over, or called off. The latest first, all of it or what a search has found. */
export function PastPage({
  shell,
  owner,
  ...found
}: Omit<Found, 'zone'> & { shell: Shell; owner: PanelOwner }) {
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
            <p>
              Over or called off, the latest first. Every time is in {zoneLabel(owner.timeZone, found.now)}.
            </p>
          </div>
          <SearchForm search={found.search} />
          <PastResults {...found} zone={owner.timeZone} />
        </div>
      </main>
    </PanelLayout>
  );
}

const OUTCOME_WORDS: Record<Outcome, string> = {
  done: 'Took place',
  owed: 'Report owed',
  canceled: 'Canceled',
  absent: 'Somebody did not come',
  refunded: 'Refunded',
};

/** Looks for words as they are typed; without the script, with a key. The address says what is looked for. */
function SearchForm({ search: { q, outcome } }: { search: PastSearch }) {
  const options = OUTCOMES.map((value) => ({ value, label: OUTCOME_WORDS[value] }));
  return (
    <search>
      <form
        class="past__search"
        action={urls.adminPast()}
        hx-get={urls.adminPast()}
        hx-trigger="submit, change, input delay:300ms"
        hx-target="#found"
        hx-swap="outerMorph"
        hx-push-url="true"
        hx-sync="this:replace"
      >
        <TextField
          name="q"
          label="Name, company or reference"
          type="search"
          value={q}
          maxLength={MOST_SEARCHED}
          autocomplete="off"
        />
        <SelectField
          name="outcome"
          label="What became of it"
          value={outcome ?? ''}
          options={[{ value: '', label: 'Anything' }, ...options]}
        />
        <Button icon="arrow">Find</Button>
      </form>
    </search>
  );
}

/** The matches of a page, how many there are, and what to do where there are none. */
export function PastResults({ search, entries, total, page, hasMore, zone, now }: Found) {
  const isSearch = search.q !== '' || search.outcome !== null;
  const pageOf = (number: number) => urls.adminPast({ ...search, page: number });
  return (
    <section id="found" aria-label="Interviews behind you">
      <p class="past__count" role="status">
        {countWords(total, search)}
      </p>
      {entries.length > 0 ? (
        <PastList entries={entries} zone={zone} now={now} />
      ) : page > 1 ? (
        <p class="soft">
          Nothing further back. <a href={pageOf(1)}>To the latest</a>
        </p>
      ) : isSearch ? (
        <p class="soft">
          Every word has to be in the name, in a company they named, or in the reference. Try fewer letters
          {search.outcome && ', or anything that became of it'}.{' '}
          <a href={urls.adminPast()}>Show all of them</a>
        </p>
      ) : (
        <p class="soft">Interviews stand here once they are over.</p>
      )}
      <Pager newer={page > 1 ? pageOf(page - 1) : null} older={hasMore ? pageOf(page + 1) : null} />
    </section>
  );
}

function countWords(total: number, { q, outcome }: PastSearch): string {
  const interviews = `${inWords(total)} ${total === 1 ? 'interview' : 'interviews'}`;
  const words = q && ` with “${q}”`;
  return `${interviews}${words}${outcome ? `, ${OUTCOME_WORDS[outcome].toLowerCase()}` : ''}.`;
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
