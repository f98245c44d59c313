import type { ComponentChildren } from 'preact';
import { describedBy, FieldError, type FieldProps, Hint, type Option } from './field-parts.tsx';

/** One of few (`radio`) or some of few (`checkbox`), all in sight. */
export function PicksField({
  type,
  options,
  chosen,
  look = 'subject',
  required,
  find,
  ...field
}: FieldProps & {
  type: 'radio' | 'checkbox';
  options: readonly Option[];
  chosen: readonly string[];
  look?: 'subject' | 'technology';
  required?: boolean;
  /** The search over them (`client/narrow.ts`): what it is called, and what it says when nothing is found. */
  find?: { label: string; none: string };
}) {
  const id = field.id ?? field.name;
  return (
    <fieldset class="field" id={id} aria-describedby={describedBy(field)}>
      <legend class="field__label">
        {field.label}
        {field.note && <small>{field.note}</small>}
      </legend>
      <Hint {...field} />
      {find && (
        <div class="picks__find" data-narrow={find.none} hidden>
          <input
            class="input"
            type="search"
            id={`${id}-find`}
            aria-label={find.label}
            placeholder={find.label}
            autocomplete="off"
            spellcheck={false}
          />
          <p class="small soft" role="status" />
        </div>
      )}
      <div class="picks picks--form">
        {options.map((option, index) => (
          <Pick
            key={option.value}
            type={type}
            name={field.name}
            value={option.value}
            checked={chosen.includes(option.value)}
            look={look}
            required={required && type === 'radio'}
            invalid={Boolean(field.error)}
            autofocus={field.autofocus && index === 0}
          >
            {option.label}
          </Pick>
        ))}
      </div>
      <FieldError {...field} />
    </fieldset>
  );
}

/** One checkbox or radio as a key; `count` is how many it leads to. */
export function Pick({
  type,
  name,
  value,
  checked,
  look = 'subject',
  count,
  required,
  invalid,
  autofocus,
  children,
}: {
  type: 'radio' | 'checkbox';
  name: string;
  value: string;
  checked: boolean;
  look?: 'subject' | 'technology';
  count?: number;
  required?: boolean | undefined;
  invalid?: boolean;
  autofocus?: boolean | undefined;
  children: ComponentChildren;
}) {
  const classes = ['pick'];
  if (look === 'technology') classes.push('pick--tech');
  if (count === 0 && !checked) classes.push('pick--empty');
  return (
    <label class={classes.join(' ')}>
      <input
        type={type}
        name={name}
        value={value}
        checked={checked}
        required={required}
        aria-invalid={invalid ? 'true' : undefined}
        autofocus={autofocus}
      />
      {children}
      {count !== undefined && (
        <span class="pick__n">
          {count}
          <span class="sr-only"> {count === 1 ? 'person' : 'people'}</span>
        </span>
      )}
    </label>
  );
}
