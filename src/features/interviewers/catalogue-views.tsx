import type { SocialImage } from '../../ui/document.tsx';
import { breadcrumbs } from '../../ui/json-ld.tsx';
import { SiteLayout } from '../../ui/layout.tsx';
import { SampleNote } from '../../ui/notice.tsx';
import { zonePlace } from '../../ui/time.tsx';
import { urls } from '../../urls.ts';
import type { Shell } from '../../web/env.ts';
import { sameFilter } from './address-domain.ts';
import { CatalogueBar } from './bar-view.tsx';
import type { Catalogue } from './catalogue-domain.ts';
import type { InterviewerSummary } from './domain.ts';
import { Filters } from './filters-view.tsx';
import { toList } from './list-link.ts';
import { Nobody, NobodyYet } from './nobody-view.tsx';
import { dayGroup } from './openings-domain.ts';
import { InterviewerRow } from './row-view.tsx';
import type { Start } from './starts-domain.ts';

export interface CatalogueView {
  catalogue: Catalogue;
  starts: readonly Start[];
  now: Date;
  /** The visitor's zone. */
  zone: string;
  /** Who answers a mail when nobody fits. */
  contact: string;
}

/** Everyone who can be booked. Profiles open in the dialog at the end of the page. */
export function InterviewersPage({
  shell,
  image,
  ...view
}: CatalogueView & { shell: Shell; image: SocialImage }) {
  const anySample = view.catalogue.people.some(({ isSample }) => isSample);
  return (
    <SiteLayout
      shell={shell}
      title="Interviewers"
      description="Working engineers who own 508.dev and set their own price. Filter by subject, technology, price, language and open times."
      image={image}
      jsonLd={[
        breadcrumbs(shell.publicUrl, [
          { name: 'Home', path: urls.home() },
          { name: 'Interviewers', path: urls.interviewers() },
        ]),
      ]}
    >
      <main id="main">
        <div class="frame">
          <div class="catalogue-head">
            <div class="split">
              <h1>
                Every owner
                <br />
                names a price.
              </h1>
              <p class="soft">
                Each interviewer is a working engineer and a <span class="nowrap">co-owner</span> of 508.dev,
                and sets their own price. It covers the 60 minutes of interview and the 30 minutes of
                feedback.
                {anySample && (
                  <>
                    <br />
                    <SampleNote>Sample profiles</SampleNote>
                  </>
                )}
              </p>
            </div>
          </div>
          {view.catalogue.total === 0 ? <NobodyYet /> : <CatalogueList {...view} />}
        </div>
      </main>
      <div id="profile-slot" data-dialog-slot />
    </SiteLayout>
  );
}

/** Starting points, filters, their counts and the rows: what a change of filter replaces. */
export function CatalogueList({ catalogue, starts, now, zone, contact }: CatalogueView) {
  const { people } = catalogue;
  return (
    <div class="catalogue" id="catalogue" data-zone={zone}>
      <Starts starts={starts} catalogue={catalogue} />
      <CatalogueBar catalogue={catalogue} />
      <Filters catalogue={catalogue} />
      <div class="register">
        {people.some(({ open }) => open.next) && (
          <p class="register__zone">
            {zone === 'UTC' ? 'Times in UTC' : `Times in your zone, ${zonePlace(zone)}`}
          </p>
        )}
        {people.length > 0 ? (
          <Register catalogue={catalogue} now={now} zone={zone} />
        ) : (
          <Nobody catalogue={catalogue} contact={contact} />
        )}
      </div>
    </div>
  );
}

/** By the next open time, the list falls into days; in any other order it is one run. */
function Register({ catalogue, now, zone }: Omit<CatalogueView, 'starts' | 'contact'>) {
  const { people, choice } = catalogue;
  const asked = [...choice.subject, ...choice.technology];
  const rows = (some: readonly InterviewerSummary[]) => (
    // biome-ignore lint/a11y/noRedundantRoles: Safari drops the list where CSS took its numbers.
    <ol role="list">
      {some.map((person) => (
        <InterviewerRow
          key={person.id}
          person={person}
          zone={zone}
          now={now}
          asked={asked}
          lead={person === people[0]}
          full={person === people[0] || choice.rows === 'full'}
        />
      ))}
    </ol>
  );
  const anyKnown = people.some(({ open }) => open.known);
  if (choice.sort !== 'next' || !anyKnown) return rows(people);
  const groups = [...Map.groupBy(people, ({ open, bookable }) => dayGroup(open, now, zone, bookable))];
  return groups.map(([day, some]) => (
    <section key={day} class="register__day" aria-label={day}>
      <p class="daygroup">{day}</p>
      {rows(some)}
    </section>
  ));
}

/** Ways in for someone who knows none of these names; the number is how many people each gives. */
function Starts({ starts, catalogue }: Pick<CatalogueView, 'starts' | 'catalogue'>) {
  if (starts.length < 2) return null;
  return (
    <nav class="pickhelp" aria-labelledby="pickhelp">
      <p class="pickhelp__title" id="pickhelp">
        Not sure whom to pick?
      </p>
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari drops the list where CSS took its bullets. */}
      <ul class="pickhelp__list" role="list">
        {starts.map(({ title, hint, choice, count }) => (
          <li key={title}>
            <a
              class="pickhelp__go"
              {...toList(urls.interviewers(choice))}
              aria-current={sameFilter(choice, catalogue.choice) ? 'true' : undefined}
            >
              <span>
                <b>{title}</b>
                <span>{hint}</span>
              </span>
              <span class="pickhelp__n">
                {count}
                <span class="sr-only"> {count === 1 ? 'person' : 'people'}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
