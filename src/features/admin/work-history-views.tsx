import type { WorkErrors } from './profile-form.ts';
import { LIMITS, type WorkRow } from './profile-schema.ts';

const EMPTY: WorkRow = { company: '', title: '', startYear: '', endYear: '', remove: false };
const SPARE_ROWS = 2;

/** Work history as rows; two empty ones wait at the end, so that adding works without a script. */
export function WorkHistoryFields({
  rows,
  errors,
  error,
}: {
  rows: readonly WorkRow[];
  errors: readonly WorkErrors[];
  error?: string | undefined;
}) {
  const shown = rows.slice(0, rows.findLastIndex((row) => !isEmpty(row)) + 1);
  const spare = Math.max(0, Math.min(SPARE_ROWS, LIMITS.work - shown.length));
  return (
    <>
      <p class="field__hint">
        The latest first, sorted for you when you save. Leave the end empty where you still are. Two empty
        rows always wait below.
      </p>
      {error && <p class="field__error">{error}</p>}
      <ol class="jobs">
        {[...shown, ...Array.from({ length: spare }, () => EMPTY)].map((row, index) => (
          <Row key={index} index={index} row={row} errors={errors[index] ?? {}} />
        ))}
      </ol>
    </>
  );
}

function Row({ index, row, errors }: { index: number; row: WorkRow; errors: WorkErrors }) {
  const name = row.company || `Row ${index + 1}, empty`;
  return (
    <li class="jobs__row">
      <fieldset class="jobs__fields">
        <legend class="sr-only">{name}</legend>
        <Cell
          {...{ index, errors }}
          field="company"
          label="Company"
          value={row.company}
          maxLength={LIMITS.company}
        />
        <Cell
          {...{ index, errors }}
          field="title"
          label="What you were"
          value={row.title}
          maxLength={LIMITS.title}
        />
        <Cell {...{ index, errors }} field="startYear" label="From" value={row.startYear} maxLength={4} />
        <Cell {...{ index, errors }} field="endYear" label="To" value={row.endYear} maxLength={4} />
        {!isEmpty(row) && (
          <label class="jobs__remove">
            <input type="checkbox" name="remove" value={index} checked={row.remove} />
            Remove <span class="sr-only">{row.company}</span>
          </label>
        )}
      </fieldset>
    </li>
  );
}

function Cell({
  index,
  field,
  label,
  value,
  maxLength,
  errors,
}: {
  index: number;
  field: Exclude<keyof WorkRow, 'remove'>;
  label: string;
  value: string;
  maxLength: number;
  errors: WorkErrors;
}) {
  const id = `${field}-${index}`;
  const error = errors[field];
  const isYear = maxLength === 4;
  return (
    <div class={isYear ? 'field jobs__year' : 'field'}>
      <label class="field__label" for={id}>
        {label}
      </label>
      <input
        class="input"
        id={id}
        name={field}
        value={value}
        maxLength={maxLength}
        inputmode={isYear ? 'numeric' : undefined}
        placeholder={field === 'endYear' && value === '' ? 'now' : undefined}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
      />
      {error && (
        <p class="field__error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

const isEmpty = (row: WorkRow): boolean => !row.company && !row.title && !row.startYear && !row.endYear;
