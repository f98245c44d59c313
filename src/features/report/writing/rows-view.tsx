import type { ComponentChildren } from 'preact';
import { FieldError, wiring } from '../../../ui/field-parts.tsx';
import { type CodeNote, type Evidence, MOST } from '../domain.ts';
import type { Written } from '../written.ts';

export const NOTHING_SEEN: Evidence = { minute: null, text: '', kept: true };
export const NO_NOTE: CodeNote = { line: null, text: '' };

/** All rows there can be. The style sheet shows one empty one after those in use: the next comes as it is filled. */
export function rows<Row>(filled: readonly Row[], most: number, empty: Row): Row[] {
  return Array.from({ length: most }, (_, index) => filled[index] ?? empty);
}

export function Rows({ children }: { children: ComponentChildren }) {
  return <ul class="composer__evs">{children}</ul>;
}

/** What was seen at one minute. */
export function EvidenceRow({
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
export function Bare({
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

/** A minute or a line as it is typed. */
export const shown = (number: number | null): string =>
  number === null ? '' : String(number).padStart(2, '0');
