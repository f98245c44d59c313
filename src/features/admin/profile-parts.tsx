import { SelectField, TextArea, TextField } from '../../ui/field.tsx';
import { fieldOf } from '../../ui/field-parts.tsx';
import { PicksField } from '../../ui/picks.tsx';
import { allZones } from '../../zones.ts';
import type { Tag } from '../interviewers/domain.ts';
import type { OwnSuggestion } from '../suggestions/domain.ts';
import { PartForm, type PartState } from './part-form.tsx';
import type { Part, TagChoices } from './profile-domain.ts';
import type { ProfileProblems, ProfileValues } from './profile-form.ts';
import { LIMITS } from './profile-schema.ts';
import type { PastRate } from './rate-domain.ts';
import { RateHistory, RateSplit } from './rate-views.tsx';
import { WorkHistoryFields } from './work-history-views.tsx';

/** What the part about the price knows beside the price. */
export interface RateFacts {
  sharePercent: number;
  currency: string;
  zone: string;
  rates: readonly PastRate[];
}

export interface PartProps {
  values: ProfileValues;
  choices: TagChoices;
  problems: ProfileProblems;
  rate: RateFacts;
  /** Technologies they missed, and what became of them. */
  suggestions: readonly OwnSuggestion[];
  state: PartState;
}

/** One part of the profile as a form. */
export function ProfilePart({ part, ...props }: PartProps & { part: Part }) {
  const Fields = FIELDS[part];
  const { title, save } = WORDS[part];
  return (
    <PartForm part={part} title={title} save={save} state={props.state}>
      <Fields {...props} />
    </PartForm>
  );
}

const WORDS: Record<Part, { title: string; save: string }> = {
  card: { title: 'On the card', save: 'Save the card' },
  rate: { title: 'Price', save: 'Save the price' },
  tags: { title: 'What you interview in', save: 'Save what you interview in' },
  about: { title: 'On the profile', save: 'Save what stands there' },
  work: { title: 'Work history', save: 'Save work history' },
};

const FIELDS: Record<Part, (props: PartProps) => preact.JSX.Element> = {
  card: CardFields,
  rate: RateFields,
  tags: TagFields,
  about: AboutFields,
  work: ({ values, problems, state }) => (
    <WorkHistoryFields
      rows={values.work}
      errors={problems.workErrors}
      error={problems.errors.work}
      moved={state.moved}
    />
  ),
};

function CardFields({ values, problems: { errors } }: PartProps) {
  const typed = fieldOf<'name' | 'headline' | 'line' | 'summary'>(values, errors, LIMITS);
  return (
    <>
      <TextField {...typed('name')} label="Name" autocomplete="name" required />
      <TextField
        {...typed('headline')}
        label="Headline"
        hint="What you are for, not what you are called."
        required
      />
      <TextField
        {...typed('line')}
        label="How you interview, in one line"
        hint="A thing you do, said the way you would say it. Not a promise."
      />
      <TextField
        {...typed('summary')}
        label="Where you have worked"
        hint="The short version. Names people know, then how long."
      />
    </>
  );
}

function RateFields({ values, rate, problems: { errors } }: PartProps) {
  return (
    <>
      <TextField
        name="rate"
        label="Price per interview"
        hint="For bookings from now on. The ones already made keep their price."
        prefix="$"
        suffix="USD"
        inputmode="decimal"
        value={values.rate}
        error={errors.rate}
        maxLength={12}
        required
      />
      <div id="rate-split">
        <RateSplit typed={values.rate} {...rate} />
      </div>
      <RateHistory {...rate} />
    </>
  );
}

function TagFields({ choices, values, suggestions, problems: { errors } }: PartProps) {
  return (
    <>
      <PicksField
        type="checkbox"
        name="subjects"
        label="Subjects"
        find={{ label: 'Type to find a subject', none: 'No subject has that name.' }}
        options={choices.subjects.map(toOption)}
        chosen={values.subjects}
        error={errors.subjects}
      />
      <PicksField
        type="checkbox"
        name="technologies"
        label="Technologies"
        look="technology"
        find={{ label: 'Type to find a technology', none: 'None has that name. Suggest it below.' }}
        options={choices.technologies.map(toOption)}
        chosen={values.technologies}
        error={errors.technologies}
      />
      <TextField
        name="newTechnologies"
        label="One that is missing"
        note="Optional"
        hint={`Up to ${LIMITS.newTechnologies}, with commas between them. The co-op adds it for everybody, or does not; you get a mail either way.`}
        value={values.newTechnologies}
        error={errors.newTechnologies}
      />
      <Suggested suggestions={suggestions} />
    </>
  );
}

function AboutFields({ values, problems: { errors } }: PartProps) {
  const typed = fieldOf<'bio' | 'covers'>(values, errors, LIMITS);
  return (
    <>
      <TextArea
        {...typed('bio')}
        label="About you"
        hint="What you look for in the hour, and what you do with the half hour after it. **Bold**, *italic*, `code`, - lists and [links](https://…) work."
        rows={8}
      />
      <TextArea
        {...typed('covers')}
        label="What an hour with you covers"
        note="Optional"
        hint="Above what we say of each subject. The same marks work."
        rows={3}
      />
      <TextArea
        name="links"
        label="Links"
        note={`Optional, up to ${LIMITS.links}`}
        hint="Whole addresses, one a line. Your site, your code, a talk."
        rows={2}
        value={values.links}
        error={errors.links}
      />
      <div class="form__pair">
        <SelectField
          name="timeZone"
          label="Time zone"
          hint="Every time in this panel is in it."
          options={zoneOptions(values.timeZone)}
          value={values.timeZone}
          error={errors.timeZone}
          required
        />
        <TextField
          name="languages"
          label="Languages"
          hint="With commas between them."
          value={values.languages}
          error={errors.languages}
          required
        />
      </div>
    </>
  );
}

function Suggested({ suggestions }: Pick<PartProps, 'suggestions'>) {
  if (suggestions.length === 0) return null;
  return (
    <ul class="marks" aria-label="What you suggested">
      {suggestions.map(({ name, decision }) => (
        <li key={name} class={lookOf(decision)}>
          {name}: {decision ? DECIDED[decision] : 'waits for the co-op'}
        </li>
      ))}
    </ul>
  );
}

const DECIDED = { added: 'added', declined: 'not added' } as const;

function lookOf(decision: OwnSuggestion['decision']): string {
  if (!decision) return 'status status--ack';
  return decision === 'added' ? 'status status--confirmed' : 'status';
}

const toOption = ({ slug, name }: Tag) => ({ value: slug, label: name });

function zoneOptions(current: string) {
  const zones = allZones.includes(current) || current === '' ? allZones : [current, ...allZones];
  return zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ').replaceAll('/', ' / ') }));
}
