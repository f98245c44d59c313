import type { ComponentChildren } from 'preact';
import { TextArea, TextField } from '../../../ui/field.tsx';
import { describedBy, FieldError, wiring } from '../../../ui/field-parts.tsx';
import { type CodeNote, dimensionName, type Evidence, MOST, RATINGS, type Rating } from '../domain.ts';
import { RATING_WORDS } from '../words.ts';
import type { Written } from '../written.ts';

export function VerdictFields({ report, problems }: Written) {
  return (
    <fieldset class="form__part">
      <legend>Would you pass them on?</legend>
      <Rate name="verdict" label="Verdict" value={report.verdict} />
      <div class="form__pair">
        <TextField
          name="line"
          label="In one line"
          note="Opens the report, at full size"
          value={report.line}
          error={problems.line}
          maxLength={MOST.line}
          placeholder="Yes, just."
        />
        <TextField
          name="judgedAs"
          label="Judged as"
          note="Optional"
          value={report.judgedAs}
          error={problems.judgedAs}
          maxLength={MOST.judgedAs}
          placeholder="Senior"
        />
      </div>
      <TextArea
        name="why"
        label="Why"
        hint="What you would say in the room where it is decided."
        value={report.why}
        error={problems.why}
        maxLength={MOST.why}
      />
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

const NOTHING_SEEN: Evidence = { minute: null, text: '', kept: true };
const NO_NOTE: CodeNote = { line: null, text: '' };

/** All rows there can be. The style sheet shows one empty one after those in use: the next comes as it is filled. */
function rows<Row>(filled: readonly Row[], most: number, empty: Row): Row[] {
  return Array.from({ length: most }, (_, index) => filled[index] ?? empty);
}

function Rows({ children }: { children: ComponentChildren }) {
  return <ul class="composer__evs">{children}</ul>;
}

function EvidenceRow({
  name,
  one: { minute, text, kept },
  problems,
}: {
  name: string;
  one: Evidence;
  problems: Written['problems'];
}) {
  const at = { name: `${name}.minute`, label: 'Minute', error: problems[`${name}.minute`] };
  const words = { name: `${name}.text`, label: 'What you saw', error: problems[`${name}.text`] };
  return (
    <li class="ev">
      <Bare {...at} short value={shown(minute)} placeholder="min" />
      <Bare {...words} value={text} maxLength={MOST.evidenceText} placeholder="What you saw" />
      <span class="ev__kept">
        <label>
          <input type="radio" name={`${name}.kept`} value="kept" checked={kept} /> <span>kept</span>
        </label>
        <label>
          <input type="radio" name={`${name}.kept`} value="lost" checked={!kept} /> <span>lost</span>
        </label>
      </span>
      <FieldError {...at} />
      <FieldError {...words} />
    </li>
  );
}

/** A field whose label is heard and not seen: the words beside it say enough. */
function Bare({
  value,
  placeholder,
  maxLength = 3,
  short = false,
  ...field
}: {
  name: string;
  label: string;
  error: string | undefined;
  value: string;
  placeholder: string;
  maxLength?: number;
  /** A number of two digits. */
  short?: boolean;
}) {
  return (
    <>
      <label class="sr-only" for={field.name}>
        {field.label}
      </label>
      {short ? (
        <input
          class="input ev__min"
          inputmode="numeric"
          value={value}
          placeholder={placeholder}
          maxLength={maxLength}
          autocomplete="off"
          {...wiring(field)}
        />
      ) : (
        <textarea
          class="input"
          rows={1}
          value={value}
          placeholder={placeholder}
          maxLength={maxLength}
          {...wiring(field)}
        />
      )}
    </>
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

const shown = (number: number | null): string => (number === null ? '' : String(number).padStart(2, '0'));
