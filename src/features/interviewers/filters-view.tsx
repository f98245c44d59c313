import type { ComponentChildren } from 'preact';
import { Button, IconButton } from '../../ui/button.tsx';
import { Pick } from '../../ui/picks.tsx';
import { urls } from '../../urls.ts';
import { everyoneAs } from './address-domain.ts';
import type { Catalogue, Option } from './catalogue-domain.ts';
import { swapsList, toList } from './list-link.ts';
import { inDollars, type PriceScale } from './price-domain.ts';

/** The form's id: search and order stand outside it and belong to it all the same. */
export const FILTERS = 'filters';

/**
 * One form with an address for every state: a rail where there is room, a sheet on a phone. htmx sends
 * it on every change; without JavaScript it has a button.
 */
export function Filters({ catalogue }: { catalogue: Catalogue }) {
  const { choice, people, prices, subjects, technologies, spans, languages } = catalogue;
  return (
    <form
      class="filters"
      id={FILTERS}
      popover="auto"
      action={urls.interviewers()}
      method="get"
      aria-label="Filter interviewers"
      {...swapsList(urls.interviewers())}
      hx-trigger="change, submit"
      hx-push-url="true"
      hx-sync="this:replace"
    >
      {choice.rows === 'full' && <input type="hidden" name="rows" value="full" />}
      <div class="filters__top">
        <p class="filters__title">Filter</p>
        <IconButton icon="close" label="Close filters" popovertarget={FILTERS} popovertargetaction="hide" />
      </div>
      <Group title="Subject" set={picked(subjects)} open>
        <Choices kind="subject" options={subjects} />
      </Group>
      {prices && (
        <Group title="Price" set={choice.max === null ? null : `up to ${inDollars(choice.max)}`} open>
          <PriceFilter scale={prices} max={choice.max} />
        </Group>
      )}
      <Group title="Technology" set={picked(technologies)} open={technologies.length <= FEW}>
        <Choices kind="technology" options={technologies} />
      </Group>
      <Group title="Open times" none="any time" set={labelOf(spans)}>
        <Choices kind="when" options={spans} />
      </Group>
      {languages.length > 1 && (
        <Group title="Language" set={picked(languages)}>
          <Choices kind="language" options={languages} />
        </Group>
      )}
      <div class="filters__apply">
        <Button small wide>
          Apply filters
        </Button>
      </div>
      <div class="filters__foot">
        <a class="btn" {...toList(urls.interviewers(everyoneAs(choice)))}>
          <span class="btn__label">Clear all</span>
        </a>
        <Button type="button" variant="primary" wide popovertarget={FILTERS} popovertargetaction="hide">
          Show {people.length} {people.length === 1 ? 'interviewer' : 'interviewers'}
        </Button>
      </div>
    </form>
  );
}

/** Options that are in sight at once; the rest unfold. */
const FEW = 14;

const labelOf = ([any, ...spans]: readonly Option[]): string | null =>
  any?.chosen ? null : (spans.find(({ chosen }) => chosen)?.label.toLowerCase() ?? null);

function picked(options: readonly Option[]): string | null {
  const count = options.filter(({ chosen }) => chosen).length;
  return count > 0 ? `${count} picked` : null;
}

/** Folds; reads out its value. `set` is null where nothing is chosen. */
function Group({
  title,
  set,
  none = 'any',
  open = false,
  children,
}: {
  title: string;
  set: string | null;
  none?: string;
  open?: boolean;
  children: ComponentChildren;
}) {
  return (
    <details class={set ? 'fgroup fgroup--set' : 'fgroup'} open={open || set !== null}>
      <summary>
        <span>{title}</span>
        <output>{set ?? none}</output>
      </summary>
      <fieldset>
        <legend class="sr-only">{title}</legend>
        {children}
      </fieldset>
    </details>
  );
}

type Kind = 'subject' | 'technology' | 'language' | 'when';

function Choices({ kind, options }: { kind: Kind; options: readonly Option[] }) {
  const shown = options.filter((option, index) => index < FEW || option.chosen);
  const rest = options.filter((option) => !shown.includes(option));
  if (rest.length < 3) return <Picks kind={kind} options={options} />;
  return (
    <>
      <Picks kind={kind} options={shown} />
      <details class="more">
        <summary>{rest.length} more</summary>
        <Picks kind={kind} options={rest} />
      </details>
    </>
  );
}

function Picks({ kind, options }: { kind: Kind; options: readonly Option[] }) {
  return (
    <div class="picks">
      {options.map(({ value, label, chosen, count }) => (
        <Pick
          key={value}
          type={kind === 'when' ? 'radio' : 'checkbox'}
          name={kind}
          value={value}
          checked={chosen}
          look={kind === 'technology' ? kind : 'subject'}
          count={count}
        >
          {label}
        </Pick>
      ))}
    </div>
  );
}

/** Every price there is on one rule; the handle stands at the most a visitor will pay. */
function PriceFilter({ scale, max }: { scale: PriceScale; max: number | null }) {
  const { lowest, highest, step, marks } = scale;
  const most = Math.max(lowest, max ?? highest);
  return (
    <>
      <div class="price-rule" aria-hidden="true">
        {marks.map(({ at, dollars, count }) => (
          <i
            key={at}
            class={dollars > (max ?? highest) ? 'price-rule__mark price-rule__mark--out' : 'price-rule__mark'}
            style={`--p: ${at.toFixed(1)}%; --n: ${Math.min(count, 5)}`}
          />
        ))}
      </div>
      <input
        class="range"
        type="range"
        name="max"
        min={lowest}
        max={highest}
        step={step}
        value={most}
        aria-label="Highest price, in dollars"
      />
      <p class="range-out">
        <span>{inDollars(lowest)}</span>
        <span>{inDollars(highest)}</span>
      </p>
    </>
  );
}
