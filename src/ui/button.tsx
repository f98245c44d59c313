import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

interface Look {
  /** What pressing it does. */
  children: ComponentChildren;
  /** What pressing it costs or gives: a price, a count. Words go in `children`. */
  tail?: ComponentChildren;
  /** A drawing in the tail, where no value stands there. */
  icon?: IconName;
  variant?: 'primary' | 'plain' | 'danger';
  small?: boolean;
  wide?: boolean;
}

/** A key with two cells: the label, and a tail that holds the value. Posts its form. */
export function Button({
  type = 'submit',
  name,
  value,
  form,
  disabled,
  popovertarget,
  popovertargetaction,
  savesByKey,
  extraClass,
  ...look
}: Look & {
  type?: 'submit' | 'button' | 'reset';
  name?: string;
  value?: string;
  form?: string;
  disabled?: boolean;
  popovertarget?: string;
  popovertargetaction?: 'hide' | 'show' | 'toggle';
  /** Pressed by Ctrl+S or ⌘S anywhere in its form (`client/save-key.ts`). */
  savesByKey?: boolean;
  extraClass?: string;
}) {
  return (
    <button
      class={classOf(look, extraClass)}
      type={type}
      name={name}
      value={value}
      form={form}
      disabled={disabled}
      popovertarget={popovertarget}
      popovertargetaction={popovertargetaction}
      aria-keyshortcuts={savesByKey ? 'Control+S Meta+S' : undefined}
    >
      <Cells {...look} />
    </button>
  );
}

/** The same key as a link: for going somewhere, not for doing something. */
export function ButtonLink({
  href,
  download,
  dialogIn,
  extraClass,
  ...look
}: Look & {
  href: string;
  download?: string;
  /** The slot in which the page behind it opens as a dialog, where the script runs. */
  dialogIn?: string;
  extraClass?: string;
}) {
  return (
    <a
      class={classOf(look, extraClass)}
      href={href}
      download={download}
      {...(dialogIn && opensDialog(href, dialogIn))}
    >
      <Cells {...look} />
    </a>
  );
}

/** What makes a link open its page as a dialog over this one (`client/dialog.ts`). */
export const opensDialog = (href: string, slot: string) => ({
  'hx-get': href,
  'hx-target': slot,
  'hx-swap': 'innerHTML',
  'hx-push-url': 'true',
  'data-opens-dialog': true,
});

/** A square key with a drawing; `label` is what a screen reader says. */
export function IconButton({
  icon,
  label,
  type = 'button',
  popovertarget,
  popovertargetaction,
}: {
  icon: IconName;
  label: string;
  type?: 'submit' | 'button';
  popovertarget?: string;
  popovertargetaction?: 'hide' | 'show' | 'toggle';
}) {
  return (
    <button
      class="icon-btn"
      type={type}
      aria-label={label}
      popovertarget={popovertarget}
      popovertargetaction={popovertargetaction}
    >
      <Icon name={icon} large />
    </button>
  );
}

function Cells({ children, tail, icon }: Look) {
  const value = tail ?? (icon && <Icon name={icon} />);
  return (
    <>
      <span class="btn__label">{children}</span>
      {value !== undefined && <span class="btn__tail">{value}</span>}
    </>
  );
}

function classOf({ variant = 'plain', small, wide }: Look, extra?: string): string {
  const classes = ['btn'];
  if (variant !== 'plain') classes.push(`btn--${variant}`);
  if (small) classes.push('btn--small');
  if (wide) classes.push('btn--wide');
  if (extra) classes.push(extra);
  return classes.join(' ');
}
