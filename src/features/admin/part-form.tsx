import type { ComponentChildren } from 'preact';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { urls } from '../../urls.ts';
import type { Part } from './profile-domain.ts';
import type { ProfileValues } from './profile-form.ts';
import type { Crossed } from './profile-versions.ts';
import type { Move } from './work-order-domain.ts';

/** How a part of the profile stands after what was done to it last. */
export interface PartState {
  /** The version of the profile that the form is made from. */
  version: number;
  /** A clock time, where it was saved or taken back just now. */
  saved?: { clock: string; undone: boolean } | undefined;
  /** What was saved elsewhere meanwhile. */
  crossed?: readonly Crossed[] | undefined;
  /** What should be taken back was followed by another save. */
  isLate?: boolean;
  /** A row that was moved, where it stands now. That is not saved yet. */
  moved?: Move | undefined;
  /** Something of it needs another look. */
  isWrong?: boolean;
}

/** A part of the profile, saved by itself; htmx puts it back as it then stands. */
export function PartForm({
  part,
  title,
  save,
  state,
  children,
}: {
  part: Part;
  title: string;
  /** What its key says. */
  save: string;
  state: PartState;
  children: ComponentChildren;
}) {
  const { version, saved, crossed = [], isWrong = false, isLate = false, moved } = state;
  const action = urls.adminProfilePart(part);
  const waits = isWrong || crossed.length > 0 || moved !== undefined;
  return (
    <section class="part" id={`part-${part}`}>
      <form
        class="form editor"
        method="post"
        action={action}
        novalidate
        data-part
        data-typed={waits || undefined}
        {...swapping(action, part)}
        data-lost={`#part-${part}-lost`}
        data-lost-in={`#part-${part}-problem`}
      >
        <input type="hidden" name="version" value={version} />
        <fieldset class="form__part">
          <legend>{title}</legend>
          <div class="part__problem" id={`part-${part}-problem`}>
            {isWrong && (
              <Notice tone="error" title="Not saved yet.">
                <p>What you typed is still here, with a word at each field that needs another look.</p>
              </Notice>
            )}
            {isLate && (
              <Notice title="Not taken back.">
                <p>Something was saved after it, perhaps in another tab. This is how it stands now.</p>
              </Notice>
            )}
            {crossed.length > 0 && <Meanwhile crossed={crossed} />}
          </div>
          <template id={`part-${part}-lost`}>
            <Notice tone="error" title="We did not get through.">
              <p>Everything you typed is still here. Check your connection and save once more.</p>
            </Notice>
          </template>
          {children}
        </fieldset>
        <div class="savebar">
          <p role="status">
            <span class="savebar__typed status status--ack">Not saved yet</span>
            {saved && (
              <span class="savebar__saved status status--confirmed">
                {saved.undone ? 'Taken back' : 'Saved'} at {saved.clock}
              </span>
            )}
          </p>
          {saved && !saved.undone && (
            <Button form={`part-${part}-undo`} small>
              Undo
            </Button>
          )}
          <Button variant="primary" small icon="check" savesByKey>
            {save}
          </Button>
        </div>
      </form>
      {saved && !saved.undone && (
        <form
          id={`part-${part}-undo`}
          method="post"
          action={urls.adminProfileUndo(part)}
          {...swapping(urls.adminProfileUndo(part), part)}
        >
          <input type="hidden" name="version" value={version} />
        </form>
      )}
    </section>
  );
}

const swapping = (action: string, part: Part) => ({
  'hx-post': action,
  'hx-target': `#part-${part}`,
  'hx-swap': 'outerHTML',
  'hx-disable': 'find .btn--primary',
  'hx-status:5xx': 'swap:none',
});

const NAMES: Record<keyof ProfileValues, string> = {
  name: 'Name',
  headline: 'Headline',
  line: 'How you interview',
  summary: 'Where you have worked',
  bio: 'About you',
  covers: 'What an hour with you covers',
  links: 'Links',
  languages: 'Languages',
  timeZone: 'Time zone',
  rate: 'Price',
  subjects: 'Subjects',
  technologies: 'Technologies',
  newTechnologies: 'New technologies',
  work: 'Work history',
};

/** What another tab, or somebody else, saved while this form was open: field by field, theirs and yours. */
function Meanwhile({ crossed }: { crossed: readonly Crossed[] }) {
  return (
    <Notice tone="error" title="Saved elsewhere meanwhile. Nothing was overwritten.">
      <p>Perhaps in another tab. Compare, change what you like, and save once more.</p>
      <dl class="crossed">
        {crossed.map(({ field, theirs, yours, keepsYours }) => (
          <div key={field}>
            <dt>{NAMES[field]}</dt>
            <dd>
              <small>Saved there</small> <span>{theirs || 'Nothing'}</span>
            </dd>
            {keepsYours ? (
              <dd>
                <small>Yours, in the form below</small> <span>{yours || 'Nothing'}</span>
              </dd>
            ) : (
              <dd>
                <small>You had not changed it: the form below has what was saved there.</small>
              </dd>
            )}
          </div>
        ))}
      </dl>
    </Notice>
  );
}
