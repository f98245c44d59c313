/** What somebody who signs in may do. */
export type Role = 'interviewer' | 'operator';

/** Who is signed in to the panel or the operator's area. */
export interface SignedInUser {
  id: string;
  name: string;
  email: string;
  role: Role;
}

/** Whose request it is, by which of their sessions. */
export interface CurrentUser extends SignedInUser {
  sessionId: string;
  /** Whether signing in takes a code beside the password. */
  hasSecondFactor: boolean;
}

/** A member as their own pages show them. */
export interface Member {
  name: string;
  portraitId: string | null;
  /** Every time on their account's pages is in it. */
  zone: string;
  desk: 'interviewer' | 'operator';
  /** Null while it is the one they were given. */
  passwordChangedAt: Date | null;
}

/** A place somebody is signed in at. */
export interface OpenSession {
  id: string;
  userAgent: string | null;
  createdAt: Date;
  /** To within a few minutes. */
  seenAt: Date;
}

/** A passkey, as its owner sees it. */
export interface Passkey {
  id: string;
  name: string;
  createdAt: Date;
  lastUsedAt: Date | null;
}

/** A passkey as it is kept: what proves that its owner is there. */
export interface PasskeyCredential {
  /** base64url, as WebAuthn writes it. */
  credentialId: string;
  publicKey: Uint8Array<ArrayBuffer>;
  /** How often it was used, by its own account; 0 where it keeps none. */
  counter: number;
  transports: string[];
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
