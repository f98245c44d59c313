/** What somebody who signs in may do. */
export type Role = 'interviewer' | 'operator';

/** Who is signed in to the panel or the operator's area. */
export interface SignedInUser {
  id: string;
  name: string;
  email: string;
  role: Role;
}

/** What was typed to sign in. */
export interface SignInAttempt {
  email: string;
  password: string;
}

const ANYWHERE = 'http://this.invalid';

/**
 * Where to go on after signing in: a path of this site, or null. `//evil`, `/\evil`, `/.//evil` and
 * anything else that a browser would read as another host is refused.
 */
export function safeNext(next: string | undefined): string | null {
  if (!next?.startsWith('/') || !URL.canParse(next, ANYWHERE)) return null;
  const url = new URL(next, ANYWHERE);
  const path = url.pathname + url.search;
  return url.origin === ANYWHERE && !path.startsWith('//') ? path : null;
}

/** Whose front door it is. */
export function areaOf(user: Pick<SignedInUser, 'role'>): 'panel' | 'operator' {
  return user.role === 'operator' ? 'operator' : 'panel';
}
