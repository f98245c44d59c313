import { ButtonLink } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { SiteLayout } from '../../ui/layout.tsx';
import { SampleNote } from '../../ui/notice.tsx';
import { urls } from '../../urls.ts';
import type { Shell } from '../../web/env.ts';
import { type Catalogue, loosenings } from './domain.ts';
import { Filters } from './filters-view.tsx';
import { InterviewerRow } from './row-view.tsx';

/** Everyone who can be booked. Profiles open in the dialog at the end of the page. */
export function InterviewersPage({ shell, catalogue }: { shell: Shell; catalogue: Catalogue }) {
  const anySample = catalogue.people.some(({ isSample }) => isSample);
  return (
    <SiteLayout
      shell={shell}
      title="Interviewers"
      description="Working engineers who own 508.dev and set their own price. Filter by interview subject and technology."
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
                Each interviewer is a working engineer and a co-owner of 508.dev, and sets their own price. It
                covers the 60 minutes of interview and the 30 minutes of feedback.
                {anySample && (
                  <>
                    <br />
                    <SampleNote>Sample profiles</SampleNote>
                  </>
                )}
              </p>
            </div>
          </div>
          {catalogue.total === 0 ? <NobodyYet /> : <CatalogueList catalogue={catalogue} />}
        </div>
      </main>
      <div id="profile-slot" data-dialog-slot />
    </SiteLayout>
  );
}

/** Filters, their counts and the rows: what a change of filter replaces. */
export function CatalogueList({ catalogue }: { catalogue: Catalogue }) {
  const { people, total } = catalogue;
  return (
    <div class="catalogue" id="catalogue">
      <div class="catalogue__bar">
        <p class="catalogue__count" role="status">
          <output>{people.length}</output> {people.length === 1 ? 'interviewer' : 'interviewers'}
          {people.length < total && <span class="catalogue__of"> of {total}</span>}
        </p>
        <p class="catalogue__order">Lowest price first</p>
        <Applied catalogue={catalogue} />
        <button class="btn btn--small catalogue__filter-btn" type="button" popovertarget="filters">
          <span class="btn__label">
            <Icon name="filter" /> Filter
          </span>
          {catalogue.applied.length > 0 && <span class="btn__tail">{catalogue.applied.length}</span>}
        </button>
      </div>
      <Filters catalogue={catalogue} />
      <div class="register">
        {people.length > 0 ? (
          // biome-ignore lint/a11y/noRedundantRoles: Safari drops the list where CSS took its numbers.
          <ol role="list">
            {people.map((person, index) => (
              <InterviewerRow key={person.id} person={person} lead={index === 0} eager={index < 4} />
            ))}
          </ol>
        ) : (
          <Nobody catalogue={catalogue} />
        )}
      </div>
    </div>
  );
}

/** What is chosen, as links to the list without it. */
function Applied({ catalogue }: { catalogue: Catalogue }) {
  if (catalogue.applied.length === 0) return null;
  return (
    <nav class="applied" aria-label="Chosen filters">
      {catalogue.applied.map(({ tag, choice }) => (
        <a key={`${tag.kind}-${tag.slug}`} class="applied__tag" {...toList(urls.interviewers(choice))}>
          <span class="sr-only">Remove </span>
          {tag.name} <Icon name="close" />
        </a>
      ))}
      <a class="applied__clear" {...toList(urls.interviewers())}>
        Clear all
      </a>
    </nav>
  );
}

/** Nobody fits: say what was asked, and what letting go of each part would bring back. */
function Nobody({ catalogue }: { catalogue: Catalogue }) {
  const ways = loosenings(catalogue);
  return (
    <section class="none" aria-labelledby="none-title">
      <div class="stack">
        <h2 id="none-title">Nobody does {inWords(catalogue.applied.map(({ tag }) => tag.name))}.</h2>
        <p class="soft">
          {ways.length > 0 ? 'Not in one person. Let go of one:' : 'Not even with one of them let go.'}
        </p>
      </div>
      <ul class="none__list">
        {ways.map(({ tag, choice, count }) => (
          <li key={`${tag.kind}-${tag.slug}`}>
            <ButtonLink href={urls.interviewers(choice)} wide tail={count}>
              Without {tag.name}
            </ButtonLink>
          </li>
        ))}
        <li>
          <ButtonLink href={urls.interviewers()} wide tail={catalogue.total}>
            Everyone
          </ButtonLink>
        </li>
      </ul>
    </section>
  );
}

function NobodyYet() {
  return (
    <section class="none">
      <div class="stack">
        <h2>Nobody to book right now.</h2>
        <p class="soft">No interviewer has opened their calendar yet. Come back in a few days.</p>
        <p>
          <ButtonLink href={urls.home()} icon="arrow">
            How it works
          </ButtonLink>
        </p>
      </div>
    </section>
  );
}

/** A link to another state of the list, which htmx follows by replacing the list alone. */
const toList = (href: string) => ({
  href,
  'hx-get': href,
  'hx-target': '#catalogue',
  'hx-swap': 'outerMorph',
  'hx-push-url': 'true',
});

function inWords(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
