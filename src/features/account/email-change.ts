import { spend } from '../../db/allowances.ts';
import { refusedBy } from '../../db/refused.ts';
import type { Deps } from '../../deps.ts';
import { hashToken } from '../../secrets.ts';
import type { CurrentUser } from '../../web/auth.ts';
import { type PasswordProof, provePassword, type TooOften } from './commands.ts';
import { EMAIL_CHANGE_HOURS, type EmailChange, isOpen } from './email-domain.ts';
import {
  emailChangeByLink,
  insertEmailChange,
  type Link,
  noteApproval,
  noteConfirmation,
  setEmail,
} from './email-queries.ts';
import { LIMITS } from './limits.ts';

const HOUR = 3_600_000;

/**
 * Begins a change of the sign-in address. Nothing changes yet: the old address has to approve, then the
 * new one to confirm. Whether the new one belongs to somebody here is not said to whoever asks.
 */
export async function askEmailChange(
  deps: Pick<Deps, 'auth' | 'db' | 'jobs' | 'now'>,
  user: CurrentUser,
  { email, current }: { email: string; current: string },
): Promise<{ asked: true } | PasswordProof> {
  const refused = await provePassword(deps, user, current);
  if (refused) return refused;
  const wait = await spend(deps.db, `mail ${user.id}`, LIMITS.mail, deps.now());
  if (wait > 0) return { refused: 'too-often', wait } satisfies TooOften;
  const createdAt = deps.now();
  const expiresAt = new Date(createdAt.getTime() + EMAIL_CHANGE_HOURS * HOUR);
  await deps.db.transaction().execute(async (db) => {
    const change = { userId: user.id, oldEmail: user.email, newEmail: email, createdAt, expiresAt };
    const id = await insertEmailChange(db, change);
    await deps.jobs.enqueue(db, 'account.mail', { kind: 'email-approval', id });
  });
  return { asked: true };
}

/** The change that a mail's link is about, while it waits for just this yes. */
export async function changeOfLink(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  link: Link,
  token: string,
): Promise<EmailChange | null> {
  const change = await emailChangeByLink(db, link, hashToken(token));
  if (!change || !isOpen(change, now())) return null;
  return (change.approvedAt === null) === (link === 'approval') ? change : null;
}

/** The old address says yes; now the new one is asked. Null where the link is not, or no longer, good. */
export async function approveEmailChange(
  deps: Pick<Deps, 'db' | 'jobs' | 'now'>,
  token: string,
): Promise<EmailChange | null> {
  const change = await changeOfLink(deps, 'approval', token);
  if (!change) return null;
  return deps.db.transaction().execute(async (db) => {
    if (!(await noteApproval(db, change.id, deps.now()))) return null;
    await deps.jobs.enqueue(db, 'account.mail', { kind: 'email-confirmation', id: change.id });
    return change;
  });
}

/** The new address says yes, and is the one to sign in with from now on. The old one is told. */
export async function confirmEmailChange(
  deps: Pick<Deps, 'db' | 'jobs' | 'now'>,
  token: string,
): Promise<EmailChange | { refused: 'taken' } | null> {
  const change = await changeOfLink(deps, 'confirmation', token);
  if (!change) return null;
  try {
    return await deps.db.transaction().execute(async (db) => {
      if (!(await noteConfirmation(db, change.id, deps.now()))) return null;
      await setEmail(db, change.userId, change.newEmail, deps.now());
      await deps.jobs.enqueue(db, 'account.mail', { kind: 'email-changed', id: change.id });
      return change;
    });
  } catch (error) {
    if (refusedBy(error) === 'unique') return { refused: 'taken' };
    throw error;
  }
}
