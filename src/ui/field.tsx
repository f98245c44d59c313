import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

/** What every field has: a name in the form, words above it, and what is wrong with it, if anything. */
interface FieldProps {
  name: string;
  label: string;
  /** The element's id where `name` is not unique on the page. */
  id?: string;
  /** A short word beside the label: "Optional", "Pick one". */
  note?: string;
  /** One sentence of help under the label. */
  hint?: string;
  /** What is wrong and what to do about it. */
  error?: string | undefined;
  /** Takes the focus when it arrives: the first field in trouble. */
  autofocus?: boolean;
}

interface TextProps extends FieldProps {
  value?: string;
  placeholder?: string;
  required?: boolean;
  maxLength?: number;
  autocomplete?: string;
}

/** One line of text. `prefix` and `suffix` are units printed inside the box. */
export function TextField({
  value = '',
  type = 'text',
  prefix,
  suffix,
  inputmode,
  placeholder,
  required,
  maxLength,
  autocomplete,
  ...field
}: TextProps & {
  type?: 'text' | 'email' | 'password' | 'url' | 'search' | 'number';
  prefix?: string;
  suffix?: string;
  inputmode?: 'numeric' | 'decimal' | 'email' | 'text';
}) {
  const input = (
    <input
      class="input"
      // One element type at a time is more than Preact's types can follow.
      type={type as 'text'}
      value={value}
      placeholder={placeholder}
      required={required}
      maxLength={maxLength}
      inputmode={inputmode}
      autocomplete={autocomplete}
      {...wiring(field)}
    />
  );
  return (
    <Labeled {...field}>
      {prefix || suffix ? (
        <span class="units">
          {prefix && <span aria-hidden="true">{prefix}</span>}
          {input}
          {suffix && <span aria-hidden="true">{suffix}</span>}
        </span>
      ) : (
        input
      )}
    </Labeled>
  );
}

/** Several lines of text; grows with them. */
export function TextArea({
  value = '',
  rows = 4,
  placeholder,
  required,
  maxLength,
  autocomplete,
  ...field
}: TextProps & { rows?: number }) {
  return (
    <Labeled {...field}>
      <textarea
        class="input"
        rows={rows}
        placeholder={placeholder}
        required={required}
        maxLength={maxLength}
        autocomplete={autocomplete}
        value={value}
        {...wiring(field)}
      />
    </Labeled>
  );
}

export interface Option {
  value: string;
  label: string;
}

/** One of many, folded. */
export function SelectField({
  options,
  value,
  required,
  autocomplete,
  ...field
}: FieldProps & {
  options: readonly Option[];
  value?: string;
  required?: boolean;
  autocomplete?: string;
}) {
  return (
    <Labeled {...field}>
      <span class="select select--wide">
        <select class="input" required={required} autocomplete={autocomplete} {...wiring(field)}>
          {options.map((option) => (
            <option key={option.value} value={option.value} selected={option.value === value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="down" />
      </span>
    </Labeled>
  );
}

/** One of few (`radio`) or some of few (`checkbox`), all in sight. */
export function PicksField({
  type,
  options,
  chosen,
  look = 'subject',
  required,
  ...field
}: FieldProps & {
  type: 'radio' | 'checkbox';
  options: readonly Option[];
  chosen: readonly string[];
  look?: 'subject' | 'technology';
  required?: boolean;
}) {
  const id = field.id ?? field.name;
  return (
    <fieldset class="field" id={id} aria-describedby={describedBy(field)}>
      <legend class="field__label">
        {field.label}
        {field.note && <small>{field.note}</small>}
      </legend>
      <Hint {...field} />
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

/** A file, dropped or chosen. `children` shows the one already there, with its way to remove it. */
export function FileField({
  accept,
  prompt,
  children,
  ...field
}: FieldProps & {
  accept: string;
  /** What the drop zone says. */
  prompt: string;
  children?: ComponentChildren;
}) {
  const id = field.id ?? field.name;
  return (
    <div class="field" data-file-field>
      <span class="field__label" id={`${id}-label`}>
        {field.label}
        {field.note && <small>{field.note}</small>}
      </span>
      <label class="drop">
        <Icon name="up" />
        <b>{prompt}</b>
        {field.hint && <span id={`${id}-hint`}>{field.hint}</span>}
        <input type="file" accept={accept} aria-labelledby={`${id}-label`} {...wiring(field)} />
      </label>
      {children}
      <FieldError {...field} />
    </div>
  );
}

function Labeled({ children, ...field }: FieldProps & { children: ComponentChildren }) {
  return (
    <div class="field">
      <label class="field__label" for={field.id ?? field.name}>
        {field.label}
        {field.note && <small>{field.note}</small>}
      </label>
      <Hint {...field} />
      {children}
      <FieldError {...field} />
    </div>
  );
}

function Hint({ id, name, hint }: FieldProps) {
  if (!hint) return null;
  return (
    <p class="field__hint" id={`${id ?? name}-hint`}>
      {hint}
    </p>
  );
}

function FieldError({ id, name, error }: FieldProps) {
  if (!error) return null;
  return (
    <p class="field__error" id={`${id ?? name}-error`}>
      {error}
    </p>
  );
}

/** The attributes that tie a control to its words, for those who hear the page. */
function wiring(field: FieldProps) {
  return {
    id: field.id ?? field.name,
    name: field.name,
    'aria-invalid': field.error ? ('true' as const) : undefined,
    'aria-describedby': describedBy(field),
    autofocus: field.autofocus,
  };
}

function describedBy({ id, name, hint, error }: FieldProps): string | undefined {
  const base = id ?? name;
  const ids = [error && `${base}-error`, hint && `${base}-hint`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}
