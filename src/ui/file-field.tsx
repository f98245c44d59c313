import type { ComponentChildren } from 'preact';
import { FieldError, type FieldProps, wiring } from './field-parts.tsx';
import { Icon } from './icon.tsx';

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
