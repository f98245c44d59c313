import type { ComponentChildren } from 'preact';
import { ChangePage } from '../../ui/change-page.tsx';
import { TextField } from '../../ui/field.tsx';
import { urls } from '../../urls.ts';
import type { Shell } from '../../web/env.ts';
import type { FormState } from '../../web/forms.ts';
import type { Member } from './domain.ts';

/** What the pages below the account's have in common. */
export interface AccountPageProps {
  shell: Shell;
  member: Member;
}

export type AccountField = 'current' | 'next' | 'code' | 'name' | 'email';
export type AccountForm = FormState<AccountField>;
export const EMPTY: AccountForm = { values: {}, errors: {} };

/** One change of the account, on a page of its own. */
export function AccountChange({
  shell,
  member,
  title,
  about,
  children,
}: AccountPageProps & { title: string; about: string; children: ComponentChildren }) {
  return (
    <ChangePage
      shell={shell}
      person={member}
      desk={member.desk}
      title={title}
      about={about}
      back={urls.account()}
      backLabel="Account"
    >
      {children}
    </ChangePage>
  );
}

/** One thing that opens the account: how it stands, and the keys that change it. */
export function Setting({
  title,
  keys,
  children,
}: {
  title: string;
  keys?: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <section class="setting">
      <h2>{title}</h2>
      <div class="setting__state">{children}</div>
      {keys && <div class="setting__keys">{keys}</div>}
    </section>
  );
}

/** Asks for the password again: a browser left open must not be enough. */
export function CurrentPassword({ form, hint }: { form: AccountForm; hint?: string }) {
  return (
    <TextField
      name="current"
      type="password"
      label="Your password"
      hint={hint ?? 'Once more, so that a browser left open is not enough.'}
      autocomplete="current-password"
      maxLength={128}
      required
      error={form.errors.current}
      autofocus={Boolean(form.errors.current)}
    />
  );
}

export const typedText = (value: string | string[] | undefined): string =>
  typeof value === 'string' ? value : '';
