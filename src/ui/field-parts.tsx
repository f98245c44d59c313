import type { ComponentChildren } from 'preact';

/** What every field has: a name in the form, words above it, and what is wrong with it, if anything. */
export interface FieldProps {
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

/** What a text field has of its form: by its name, what was typed, what is wrong with that, how long it may be. */
export const fieldOf =
  <Name extends string>(
    values: Readonly<Record<Name, string>>,
    errors: Readonly<Partial<Record<Name, string>>>,
    limits: Readonly<Record<Name, number>>,
  ) =>
  (name: Name) => ({ name, value: values[name], error: errors[name], maxLength: limits[name] });

/** One choice of several. */
export interface Option {
  value: string;
  label: string;
}

/** A control under its label, with its hint before it and what is wrong after it. */
export function Labeled({ children, ...field }: FieldProps & { children: ComponentChildren }) {
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

/** One sentence of help. */
export function Hint({ id, name, hint }: FieldProps) {
  if (!hint) return null;
  return (
    <p class="field__hint" id={`${id ?? name}-hint`}>
      {hint}
    </p>
  );
}

/** What is wrong and what to do about it. */
export function FieldError({ id, name, error }: FieldProps) {
  if (!error) return null;
  return (
    <p class="field__error" id={`${id ?? name}-error`}>
      {error}
    </p>
  );
}

/** The attributes that tie a control to its words, for those who hear the page. */
export function wiring(field: FieldProps) {
  return {
    id: field.id ?? field.name,
    name: field.name,
    'aria-invalid': field.error ? ('true' as const) : undefined,
    'aria-describedby': describedBy(field),
    autofocus: field.autofocus,
  };
}

/** The ids of what explains a control: what is wrong first. */
export function describedBy({ id, name, hint, error }: FieldProps): string | undefined {
  const base = id ?? name;
  const ids = [error && `${base}-error`, hint && `${base}-hint`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}
