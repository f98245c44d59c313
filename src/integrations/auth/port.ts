import type { PasskeyCredential } from '../../features/account/domain.ts';

/** What a browser needs to ask for a passkey, and the challenge that its answer has to sign. */
export interface Ceremony {
  options: object;
  challenge: string;
}

/** Making passkeys and signing in with them (WebAuthn). The owner is always verified: finger, face or PIN. */
export interface PasskeyCeremonies {
  creation(user: { id: string; name: string; email: string }, existing: string[]): Promise<Ceremony>;
  /** The new passkey, or null where the answer proves nothing. */
  created(response: unknown, challenge: string): Promise<PasskeyCredential | null>;
  request(): Promise<Ceremony>;
  /** Which passkey an answer claims to be of. */
  claimedId(response: unknown): string | null;
  /** The passkey's new counter, or null where the answer proves nothing. */
  proven(response: unknown, challenge: string, passkey: PasskeyCredential): Promise<number | null>;
}
