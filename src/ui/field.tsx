import { type FieldProps, Labeled, type Option, wiring } from './field-parts.tsx';
import { Icon } from './icon.tsx';

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
  type?: 'text' | 'email' | 'password' | 'url' | 'search' | 'number' | 'date' | 'time';
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
