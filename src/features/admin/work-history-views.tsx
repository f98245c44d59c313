import { Icon } from '../../ui/icon.tsx';
import type { WorkErrors } from './profile-form.ts';
import { LIMITS, type WorkRow } from './profile-schema.ts';
import type { Move } from './work-order-domain.ts';

const EMPTY: WorkRow = { company: '', title: '', startYear: '', endYear: '', remove: false };
const SPARE_ROWS = 2;

/** Work history as rows; two empty ones wait at the end, so that adding works without a script. */
export function WorkHistoryFields({
  rows,
  errors,
  error,
  moved,
}: {
  rows: readonly WorkRow[];
  errors: readonly WorkErrors[];
  error?: string | undefined;
  /** The row that was moved just now, and which way. */
  moved?: Move | undefined;
}) {
  const shown = rows.slice(0, rows.findLastIndex((row) => !isEmpty(row)) + 1);
  const spare = Math.max(0, Math.min(SPARE_ROWS, LIMITS.work - shown.length));
  return (
    <>
      <p class="field__hint">
        In your order; people expect the latest first. Leave the end empty where you still are. Two empty rows
        always wait below.
      </p>
      {error && <p class="field__error">{error}</p>}
      {/* Enter in a field presses a form's first key: that is to be the one that saves. */}
      <button type="submit" hidden />
      <ol class="jobs">
        {[...shown, ...Array.from({ length: spare }, () => EMPTY)].map((row, index) => (
          <Row
            key={index}
            index={index}
            row={row}
            errors={errors[index] ?? {}}
            last={shown.length - 1}
            moved={moved}
          />
        ))}
      </ol>
    </>
  );
}

interface RowProps {
  index: number;
  row: WorkRow;
  errors: WorkErrors;
  last: number;
  moved: Move | undefined;
}

function Row({ index, row, errors, last, moved }: RowProps) {
  const name = [row.company, row.title].filter(Boolean).join(', ') || `Row ${index + 1}, empty`;
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
          <div class="jobs__tools">
            <MoveKey {...{ index, name, moved, last }} by={-1} disabled={index === 0} />
            <MoveKey {...{ index, name, moved, last }} by={1} disabled={index === last} />
            <label class="jobs__remove">
              <input type="checkbox" name="remove" value={index} checked={row.remove} />
              Remove <span class="sr-only">{row.company}</span>
            </label>
          </div>
        )}
      </fieldset>
    </li>
  );
}

/** One place up or down. What is typed comes along, and nothing is saved yet; the key of the moved row keeps the focus. */
function MoveKey({
  index,
  name,
  by,
  moved,
  last,
  disabled,
}: {
  index: number;
  name: string;
  by: Move['by'];
  moved: Move | undefined;
  last: number;
  disabled: boolean;
}) {
  const way = by < 0 ? 'up' : 'down';
  // At an end of the list its own key can't be pressed any more: the other one has the focus.
  const isAtEnd = moved?.row === 0 || moved?.row === last;
  const isHere = moved?.row === index && !disabled && (moved.by === by || isAtEnd);
  return (
    <button
      class="jobs__move"
      type="submit"
      name="move"
      value={`${index}:${way}`}
      aria-label={`Move ${name} ${way}`}
      disabled={disabled}
      autofocus={isHere}
    >
      <Icon name={by < 0 ? 'raise' : 'down'} />
    </button>
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
