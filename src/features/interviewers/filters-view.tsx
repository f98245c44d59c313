import { Button, IconButton } from '../../ui/button.tsx';
import { Pick } from '../../ui/field.tsx';
import { urls } from '../../urls.ts';
import type { Catalogue, TagChoice, TagKind } from './domain.ts';

/**
 * One form with an address for every state: a rail where there is room, a sheet on a phone. htmx sends
 * it on every change; without JavaScript it has a button.
 */
export function Filters({ catalogue }: { catalogue: Catalogue }) {
  return (
    <form
      class="filters"
      id="filters"
      popover="auto"
      action={urls.interviewers()}
      method="get"
      aria-label="Filter interviewers"
      hx-get={urls.interviewers()}
      hx-trigger="change"
      hx-target="#catalogue"
      hx-swap="outerMorph"
      hx-push-url="true"
      hx-sync="this:replace"
    >
      <div class="filters__top">
        <p class="filters__title">Filter</p>
        <IconButton icon="close" label="Close filters" popovertarget="filters" popovertargetaction="hide" />
      </div>
      <Group kind="subject" title="Subject" tags={catalogue.subjects} />
      <Group kind="technology" title="Technology" tags={catalogue.technologies} />
      <div class="filters__apply">
        <Button small wide>
          Apply filters
        </Button>
      </div>
      <div class="filters__foot">
        <Button
          type="button"
          variant="primary"
          wide
          tail={catalogue.people.length}
          popovertarget="filters"
          popovertargetaction="hide"
        >
          Show {catalogue.people.length === 1 ? 'interviewer' : 'interviewers'}
        </Button>
      </div>
    </form>
  );
}

function Group({ kind, title, tags }: { kind: TagKind; title: string; tags: readonly TagChoice[] }) {
  const chosen = tags.filter((tag) => tag.chosen).length;
  if (tags.length === 0) return null;
  return (
    <details class={chosen > 0 ? 'fgroup fgroup--set' : 'fgroup'} open>
      <summary>
        <span>{title}</span>
        <output>{chosen > 0 ? `${chosen} picked` : 'any'}</output>
      </summary>
      <fieldset>
        <legend class="sr-only">{title}</legend>
        <div class="picks">
          {tags.map((tag) => (
            <Pick
              key={tag.slug}
              type="checkbox"
              name={kind}
              value={tag.slug}
              checked={tag.chosen}
              look={kind}
              count={tag.count}
            >
              {tag.name}
            </Pick>
          ))}
        </div>
      </fieldset>
    </details>
  );
}
