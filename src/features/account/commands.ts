import type { Deps } from '../../deps.ts';
import type { SignedInUser } from '../../web/auth.ts';
import type { SignInAttempt } from './domain.ts';

export type SignedIn = { user: SignedInUser; cookies: string[] } | { refused: 'unknown' };

/**
 * Opens a session for whoever knows the password. The one place every attempt comes through: limits
 * on guessing belong here, before the password is looked at.
 */
export async function signIn(
  { auth }: Pick<Deps, 'auth'>,
  attempt: SignInAttempt,
  headers: Headers,
): Promise<SignedIn> {
  const session = await auth.signIn({ ...attempt, headers });
  const user = session && (await auth.currentUser(asRequest(session.cookies)));
  return user ? { user, cookies: session.cookies } : { refused: 'unknown' };
}

/** The Cookie header a browser would send, having got these Set-Cookie headers. */
function asRequest(cookies: string[]): Headers {
  return new Headers({ cookie: cookies.map((cookie) => cookie.split(';', 1)[0]).join('; ') });
}
