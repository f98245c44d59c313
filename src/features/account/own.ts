import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Deps } from '../../deps.ts';
import { addressOf } from '../../web/address.ts';
import type { AppEnv } from '../../web/env.ts';
import { whole } from '../../web/forms.ts';
import { requireMember } from '../../web/guards.ts';
import type { From, PasswordProof } from './commands.ts';
import type { Member } from './domain.ts';
import type { AccountForm } from './frame.tsx';
import { memberOf } from './queries.ts';
import { tooOftenWords, WRONG_PASSWORD } from './words.ts';

export interface AccountEnv {
  Variables: AppEnv['Variables'] & { member: Member };
}

/** Whoever is signed in, whatever they are: the account is their own. */
export function ownAccount(deps: Pick<Deps, 'auth' | 'db'>) {
  const member = createMiddleware<AccountEnv>(async (c, next) => {
    c.set('member', await memberOf(deps.db, c.get('user')));
    await next();
  });
  return [requireMember(deps), member] as const;
}

/** What a page of the account is shown with. */
export const framed = (c: Context<AccountEnv>) => ({ shell: c.get('shell'), member: c.get('member') });

/** Where this request comes from. */
export const fromOf = ({ config }: Pick<Deps, 'config'>, c: Context): From => ({
  address: addressOf(c, config.trustedProxies),
  headers: c.req.raw.headers,
});

/** The fields of a form as text; what is missing, or a file, counts as left empty. */
export async function typed<Name extends string>(
  c: Context,
  ...names: readonly Name[]
): Promise<Record<Name, string>> {
  const form = await whole(c.req.formData());
  const text = (name: Name): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  return Object.fromEntries(names.map((name) => [name, text(name)])) as Record<Name, string>;
}

/** The form once more, with why the password was not taken, and the status that says so. */
export function refusedForm(
  c: Context,
  proof: PasswordProof,
  values: AccountForm['values'] = {},
): { form: AccountForm; status: ContentfulStatusCode } {
  if (proof.refused === 'wrong-password') {
    return { form: { values, errors: { current: WRONG_PASSWORD } }, status: 422 };
  }
  c.header('Retry-After', String(proof.wait));
  return { form: { values, errors: { current: tooOftenWords(proof.wait) } }, status: 429 };
}

export function setCookies(c: Context, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true });
}
