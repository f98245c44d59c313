import { TextArea, TextField } from '../../../ui/field.tsx';
import { describedBy, FieldError, fieldOf } from '../../../ui/field-parts.tsx';
import { dimensionName, MOST, RATINGS, type Rating } from '../domain.ts';
import { RATING_WORDS } from '../words.ts';
import type { Written } from '../written.ts';
import { Bare, EvidenceRow, NO_NOTE, NOTHING_SEEN, Rows, rows, shown } from './rows-view.tsx';

export function VerdictFields({ report, problems }: Written) {
  const typed = fieldOf<'line' | 'judgedAs' | 'why'>(report, problems, MOST);
  return (
    <fieldset class="form__part">
      <legend>Would you pass them on?</legend>
      <Rate name="verdict" label="Verdict" value={report.verdict} />
      <div class="form__pair">
        <TextField
          {...typed('line')}
          label="In one line"
          note="Opens the report, at full size"
          placeholder="Yes, just."
        />
        <TextField {...typed('judgedAs')} label="Judged as" note="Optional" placeholder="Senior" />
      </div>
      <TextArea {...typed('why')} label="Why" hint="What you would say in the room where it is decided." />
      <div class="composer__turn">
        <TextField
          name="turnedAt"
          label="It turned at minute"
          note="Optional"
          inputmode="numeric"
          value={shown(report.turnedAt)}
          error={problems.turnedAt}
          maxLength={2}
        />
      </div>
    </fieldset>
  );
}

/** The four steps of the scale as a control. */
function Rate({ name, label, value }: { name: string; label: string; value: Rating | null }) {
  return (
    <fieldset class="rate" id={name}>
      <legend class="sr-only">{label}</legend>
      {RATINGS.map((rating) => (
        <label key={rating}>
          <input type="radio" name={name} value={rating} checked={rating === value} />
          <span>{RATING_WORDS[rating]}</span>
        </label>
      ))}
    </fieldset>
  );
}

export function Dimensions({ report, problems }: Written) {
  return (
    <fieldset class="form__part">
      <legend>What you saw, and when</legend>
      <p class="field__hint">A rating without a minute does not count. Leave out what did not come up.</p>
      {report.dimensions.map(({ key, rating, evidence }) => (
        <div class="composer__dim" key={key}>
          <h2>{dimensionName(key)}</h2>
          <Rate name={`${key}.rating`} label={dimensionName(key)} value={rating} />
          <Rows>
            {rows(evidence, MOST.evidence, NOTHING_SEEN).map((one, index) => (
              <EvidenceRow key={String(index)} name={`${key}.${index}`} one={one} problems={problems} />
            ))}
          </Rows>
        </div>
      ))}
    </fieldset>
  );
}

export function CodeFields({ report: { code }, problems }: Written) {
  return (
    <fieldset class="form__part">
      <legend>
        Code <small class="soft small">Optional</small>
      </legend>
      <div class="field">
        <label class="field__label" for="code">
          Excerpt, as they left it
        </label>
        <textarea
          class="input composer__code"
          id="code"
          name="code"
          rows={Math.max(5, Math.min(20, code.text.split('\n').length + 1))}
          maxLength={MOST.code}
          spellcheck={false}
          aria-invalid={problems.code ? 'true' : undefined}
          aria-describedby={describedBy({ name: 'code', label: '', error: problems.code })}
          value={code.text}
        />
        <FieldError name="code" label="" error={problems.code} />
      </div>
      <Rows>
        {rows(code.notes, MOST.codeNotes, NO_NOTE).map((note, index) => {
          const at = { name: `note.${index}.line`, label: 'Line', error: problems[`note.${index}.line`] };
          const words = { name: `note.${index}.text`, label: 'Note', error: problems[`note.${index}.text`] };
          return (
            <li class="ev ev--note" key={String(index)}>
              <Bare {...at} short value={shown(note.line)} placeholder="L" />
              <Bare {...words} value={note.text} maxLength={MOST.noteText} placeholder="Note on that line" />
              <FieldError {...at} />
              <FieldError {...words} />
            </li>
          );
        })}
      </Rows>
    </fieldset>
  );
}

export function StepFields({ report, problems }: Written) {
  return (
    <fieldset class="form__part">
      <legend>Three things, in order</legend>
      {report.steps.map(({ title, text, test, resource }, index) => {
        const name = `step.${index}`;
        const first = index === 0;
        return (
          <div class="composer__rank" key={name}>
            <span class="rank__n" aria-hidden="true">
              {index + 1}
            </span>
            <fieldset class="stack">
              <legend class="sr-only">Next step {index + 1}</legend>
              <div class="form__pair">
                <TextField
                  name={`${name}.title`}
                  label="Do this"
                  value={title}
                  error={problems[`${name}.title`]}
                  maxLength={MOST.stepTitle}
                  {...(first && { placeholder: 'Say the dead ends out loud.' })}
                />
                <TextField
                  name={`${name}.test`}
                  label="It is fixed when"
                  value={test}
                  error={problems[`${name}.test`]}
                  maxLength={MOST.stepTest}
                  {...(first && { placeholder: 'No gap over thirty seconds without a word.' })}
                />
              </div>
              <TextArea
                name={`${name}.text`}
                label="How"
                note="Optional"
                rows={2}
                value={text}
                error={problems[`${name}.text`]}
                maxLength={MOST.stepText}
              />
              <TextField
                name={`${name}.resource`}
                label="Something to read or try"
                note="A web address, optional"
                type="url"
                value={resource}
                error={problems[`${name}.resource`]}
                maxLength={MOST.resource}
              />
            </fieldset>
          </div>
        );
      })}
    </fieldset>
  );
}
