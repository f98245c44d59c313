import type { Role, SignedInUser } from '../features/account/domain.ts';

export type { SignedInUser };

/** Sign-in, as far as routes need it. */
export interface Auth {
  /** The user of this request's session cookie, or null. */
  currentUser(headers: Headers): Promise<SignedInUser | null>;
  /** Checks the password; on success the Set-Cookie headers of a new session. */
  signIn(input: { email: string; password: string; headers: Headers }): Promise<{ cookies: string[] } | null>;
  /** Ends the session; the Set-Cookie headers that clear it. */
  signOut(headers: Headers): Promise<{ cookies: string[] }>;
  /** Makes an account that can sign in. For the demo data and the command line. */
  createUser(input: { email: string; name: string; password: string; role: Role }): Promise<SignedInUser>;
}
