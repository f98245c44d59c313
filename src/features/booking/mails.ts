import type { Db } from '../../db/connect.ts';
import type { Deps } from '../../deps.ts';
import { insertOwedMail } from './mail-queries.ts';

/** The mails of a booking. Each is sent once. */
export type MailKind = 'candidate-confirmation' | 'interviewer-notice' | 'read-receipt' | 'apology';

/**
 * Writes down, in the caller's transaction, that a mail is owed, and queues its sending: no mail without
 * the change it tells of, no change without its mail. A kind that is already owed is left alone.
 */
export async function oweMail(
  deps: Pick<Deps, 'jobs' | 'now'>,
  db: Db,
  bookingId: string,
  kind: MailKind,
): Promise<void> {
  const mailId = await insertOwedMail(db, { bookingId, kind, queuedAt: deps.now() });
  if (mailId) await deps.jobs.enqueue(db, 'mail.send', { mailId });
}
