/** A sign-in address on its way to another. */
export interface EmailChange {
  id: string;
  userId: string;
  /** The member, as mails name them. */
  name: string;
  oldEmail: string;
  newEmail: string;
  approvedAt: Date | null;
  confirmedAt: Date | null;
  expiresAt: Date;
}

/** How long both addresses have to say yes. */
export const EMAIL_CHANGE_HOURS = 24;

/** Why a wanted address is not taken. */
export type EmailProblem = 'not-an-address' | 'same';

export const MOST_OF_AN_EMAIL = 254;
const ADDRESS = /^[^\s@"(),:;<>[\\\]]+@[^\s@.]+(\.[^\s@.]+)+$/;

/** An address as it is kept, or what is wrong with it. */
export function readEmail(typed: string, current: string): { email: string } | { problem: EmailProblem } {
  const email = typed.trim().toLowerCase();
  if (!ADDRESS.test(email) || email.length > MOST_OF_AN_EMAIL) return { problem: 'not-an-address' };
  return email === current ? { problem: 'same' } : { email };
}

/** Whether it still waits for a yes. */
export function isOpen(change: EmailChange, now: Date): boolean {
  return change.confirmedAt === null && now < change.expiresAt;
}
