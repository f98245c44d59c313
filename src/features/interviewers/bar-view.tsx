import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { urls } from '../../urls.ts';
import { type Choice, everyoneAs, SORTS } from './address-domain.ts';
import type { Catalogue } from './catalogue-domain.ts';
import { FILTERS } from './filters-view.tsx';
import { swapsList, toList } from './list-link.ts';

/** Above the list: search, how many there are, their order, and what is chosen. */
export function CatalogueBar({ catalogue }: { catalogue: Catalogue }) {
  const { people, total, choice, applied } = catalogue;
  return (
    <div class="catalogue__bar">
      <search class="catalogue__search">
        <label class="sr-only" for="q">
          Search by name, company or words
        </label>
        <input
          class="input"
          id="q"
          name="q"
          type="search"
          form={FILTERS}
          value={choice.q}
          placeholder="Name, company, words"
          maxLength={80}
          autocomplete="off"
          spellcheck={false}
          enterkeyhint="search"
          aria-keyshortcuts="/"
          {...swapsList(urls.interviewers())}
          hx-include={`#${FILTERS}, #sort`}
          hx-trigger="input changed delay:300ms"
          hx-sync={`#${FILTERS}:replace`}
        />
        <span class="catalogue__key" aria-hidden="true">
          /
        </span>
      </search>
      <p class="catalogue__count" id="count" role="status" tabindex={-1}>
        <output>{people.length}</output> {people.length === 1 ? 'interviewer' : 'interviewers'}
        {people.length < total && <span class="catalogue__of"> of {total}</span>}
      </p>
      <Applied catalogue={catalogue} />
      <div class="catalogue__sort">
        <RowSize choice={choice} />
        <label for="sort">Sort by</label>
        <span class="select">
          <select
            id="sort"
            name="sort"
            form={FILTERS}
            {...swapsList(urls.interviewers())}
            hx-include={`#${FILTERS}, #q`}
            hx-trigger="change"
            hx-push-url="true"
            hx-sync={`#${FILTERS}:replace`}
          >
            {Object.entries(SORTS).map(([sort, label]) => (
              <option key={sort} value={sort} selected={sort === choice.sort}>
                {label}
              </option>
            ))}
          </select>
          <Icon name="down" />
        </span>
        <span class="filters__apply">
          <Button small form={FILTERS}>
            Go
          </Button>
        </span>
      </div>
      <button class="btn btn--small catalogue__filter-btn" type="button" popovertarget={FILTERS}>
        <span class="btn__label">
          <Icon name="filter" /> Filter
        </span>
        {applied.length > 0 && <span class="btn__tail">{applied.length}</span>}
      </button>
    </div>
  );
}

/** Compact shows more people at once, full more of each. */
function RowSize({ choice }: { choice: Choice }) {
  const sizes = { compact: 'Compact', full: 'Full' } as const;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset belongs to a form; these are links.
    <span class="row-size" role="group" aria-label="Row size">
      {(['compact', 'full'] as const).map((rows) => (
        <a
          key={rows}
          {...toList(urls.interviewers({ ...choice, rows }))}
          aria-current={rows === choice.rows ? 'true' : undefined}
        >
          {sizes[rows]}
        </a>
      ))}
    </span>
  );
}

/** What is chosen, as links to the list without it. */
function Applied({ catalogue: { applied, choice } }: { catalogue: Catalogue }) {
  if (applied.length === 0) return null;
  return (
    <nav class="applied" aria-label="Chosen filters">
      {applied.map((part) => (
        <a
          key={`${part.kind}-${part.label}`}
          class="applied__tag"
          {...toList(urls.interviewers(part.choice))}
        >
          <span class="sr-only">Remove </span>
          <bdi>{part.label}</bdi> <Icon name="close" />
        </a>
      ))}
      <a class="applied__clear" {...toList(urls.interviewers(everyoneAs(choice)))}>
        Clear all
      </a>
    </nav>
  );
}
