import type { Deps } from '../../deps.ts';
import type { CodeRefusal, CurrentUser } from '../../web/auth.ts';
import type { SignInAttempt } from './domain.ts';
import { guarded } from './limits.ts';
import { notePasswordChange } from './queries.ts';

/** Where a request comes from: what it is counted against, and what the library reads of it. */
export interface From {
  address: string;
  headers: Headers;
}

/** Too many were wrong; some may be tried again in so many seconds. */
export interface TooOften {
  refused: 'too-often';
  wait: number;
}

export type SignedIn =
  | { user: CurrentUser; cookies: string[] }
  | { asksForCode: true; cookies: string[] }
  | { refused: 'unknown' }
  | TooOften;

/**
 * Opens a session for whoever knows the password, or asks for the code where a second factor is on. The
 * one place every password comes through: guesses are counted before it is looked at.
 */
export async function signIn(
  deps: Pick<Deps, 'auth' | 'db' | 'now'>,
  attempt: SignInAttempt,
  { address, headers }: From,
): Promise<SignedIn> {
  const account = attempt.email.trim().toLowerCase();
  const tried = await guarded(
    deps,
    [
      ['pair', `${account} ${address}`],
      ['account', account],
      ['place', address],
    ],
    () => deps.auth.signIn({ ...attempt, headers }),
  );
  if ('wait' in tried) return { refused: 'too-often', wait: tried.wait };
  if ('wrong' in tried) return { refused: 'unknown' };
  const { cookies, asksForCode } = tried.right;
  if (asksForCode) return { asksForCode, cookies };
  return openedFor(deps, cookies);
}

/** The second half of signing in. How often one account may be wrong, the library counts. */
export async function signInByCode(
  deps: Pick<Deps, 'auth' | 'db' | 'now'>,
  code: string,
  { address, headers }: From,
): Promise<
  { user: CurrentUser; cookies: string[]; usedRecoveryCode: boolean } | { refused: CodeRefusal } | TooOften
> {
  let refused: CodeRefusal = 'wrong';
  const tried = await guarded(deps, [['code', address]], async () => {
    const result = await deps.auth.signInByCode({ code, headers });
    if (!('refused' in result)) return result;
    refused = result.refused;
    return null;
  });
  if ('wait' in tried) return { refused: 'too-often', wait: tried.wait };
  if ('wrong' in tried) return { refused };
  const { cookies, usedRecoveryCode } = tried.right;
  const opened = await openedFor(deps, cookies);
  return 'refused' in opened ? { refused: 'over' } : { ...opened, usedRecoveryCode };
}

/** The session that these cookies open. */
export async function openedFor(
  { auth }: Pick<Deps, 'auth'>,
  cookies: string[],
): Promise<{ user: CurrentUser; cookies: string[] } | { refused: 'unknown' }> {
  const user = await auth.currentUser(asRequest(cookies));
  return user ? { user, cookies } : { refused: 'unknown' };
}

export type PasswordProof = { refused: 'wrong-password' } | TooOften;

/** Asks for the password once more, before something that a stolen session must not do. Null: it is right. */
export async function provePassword(
  deps: Pick<Deps, 'auth' | 'db' | 'now'>,
  user: CurrentUser,
  password: string,
): Promise<PasswordProof | null> {
  const tried = await guarded(deps, [['password', user.id]], async () =>
    (await deps.auth.knowsPassword(user.id, password)) ? true : null,
  );
  if ('wait' in tried) return { refused: 'too-often', wait: tried.wait };
  return 'wrong' in tried ? { refused: 'wrong-password' } : null;
}

/** Takes another password and ends every other session. */
export async function changePassword(
  deps: Pick<Deps, 'auth' | 'db' | 'now'>,
  user: CurrentUser,
  { current, next }: { current: string; next: string },
  headers: Headers,
): Promise<{ cookies: string[] } | PasswordProof> {
  const refused = await provePassword(deps, user, current);
  if (refused) return refused;
  const changed = await deps.auth.changePassword({ current, next, headers });
  if (!changed) return { refused: 'wrong-password' };
  await notePasswordChange(deps.db, user.id, deps.now());
  return changed;
}

/** The Cookie header a browser would send, having got these Set-Cookie headers. */
function asRequest(cookies: string[]): Headers {
  return new Headers({ cookie: cookies.map((cookie) => cookie.split(';', 1)[0]).join('; ') });
}
