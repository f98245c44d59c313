import type { CurrentUser, Role, SignedInUser } from '../features/account/domain.ts';
import type { PasskeyCeremonies } from '../integrations/auth/port.ts';

export type { CurrentUser, SignedInUser };

/** Set-Cookie headers for the answer. */
export interface Cookies {
  cookies: string[];
}

/** Why a code did not open a session: it does not fit, the way here took too long, or too many did not fit. */
export type CodeRefusal = 'wrong' | 'over' | 'locked';

/** Sign-in and what protects it, as far as the site needs it. */
export interface Auth {
  /** The user of this request's session cookie, or null. Notes that the session is in use. */
  currentUser(headers: Headers): Promise<CurrentUser | null>;
  /**
   * Checks the password. Opens a session and ends the one from before; where a second factor is on,
   * `asksForCode`, and the cookies only lead to {@link Auth.signInByCode}.
   */
  signIn(input: {
    email: string;
    password: string;
    headers: Headers;
  }): Promise<(Cookies & { asksForCode: boolean }) | null>;
  /** The second half of signing in: a code of the app or, once each, a recovery code. */
  signInByCode(input: {
    code: string;
    headers: Headers;
  }): Promise<(Cookies & { usedRecoveryCode: boolean }) | { refused: CodeRefusal }>;
  /** Opens a session for somebody who proved who they are in another way than by password. */
  openSession(userId: string, headers: Headers): Promise<Cookies>;
  /** Ends the session. */
  signOut(headers: Headers): Promise<Cookies>;
  /** Makes an account that can sign in. For the demo data and the command line. */
  createUser(input: { email: string; name: string; password: string; role: Role }): Promise<SignedInUser>;
  /**
   * Gives a member who lost it another password, or takes a second factor off whose phone is lost; their
   * sessions end. For the command line of whoever knows that it is them. False where nobody has the address.
   */
  restore(email: string, lost: { password: string } | 'second-factor'): Promise<boolean>;
  /** Whether this is the member's password. */
  knowsPassword(userId: string, password: string): Promise<boolean>;
  /** Takes another password, ends every session and opens a new one. Null where the current one is wrong. */
  changePassword(input: { current: string; next: string; headers: Headers }): Promise<Cookies | null>;
  secondFactor: SecondFactor;
  passkeys: PasskeyCeremonies;
}

/** Codes of an authenticator app (TOTP), and recovery codes for when it is lost. */
export interface SecondFactor {
  /** Since when it is on and how many recovery codes are left; null while it is off. */
  state(userId: string): Promise<{ since: Date; codesLeft: number } | null>;
  /** Begins setting it up. False where the password is wrong. */
  begin(input: { user: CurrentUser; password: string; headers: Headers }): Promise<boolean>;
  /** What the app needs to know, for a quarter of an hour after {@link SecondFactor.begin}. */
  pending(user: CurrentUser): Promise<{ uri: string } | null>;
  /** Turns it on with the app's first code, for ten recovery codes. Null where the code does not fit. */
  confirm(input: {
    user: CurrentUser;
    code: string;
    headers: Headers;
  }): Promise<(Cookies & { recoveryCodes: string[] }) | null>;
  /** Ten new recovery codes in place of the old. Null where the password is wrong. */
  renewCodes(input: { password: string; headers: Headers }): Promise<string[] | null>;
  /** Turns it off. Null where the password is wrong. */
  turnOff(input: { password: string; headers: Headers }): Promise<Cookies | null>;
}
