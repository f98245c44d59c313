import type { Db } from '../../db/connect.ts';
import type { Deps } from '../../deps.ts';
import type { Booking } from './domain.ts';
import { choiceOf } from './mail-choice-domain.ts';
import { insertOwedMail, isMuted, takeUnsentMail } from './mail-queries.ts';

/** The mails of a booking. Each is sent once for an occasion. */
export const MAIL_KINDS = [
  'candidate-confirmation',
  'interviewer-notice',
  'read-receipt',
  'apology',
  'cancelled-candidate',
  'cancelled-interviewer',
  'moved-candidate',
  'moved-interviewer',
  'reminder-candidate',
  'reminder-interviewer',
  'proposal',
  'proposal-declined',
  'move-failed',
  'details-changed',
  'absence',
  'claim-granted',
  'claim-queued',
  'claim-declined',
  'claim-notice',
  'refunded',
  'refund-problem',
  'report-sent',
  'report-reminder',
  'review-written',
  'operator-alert',
] as const;

export type MailKind = (typeof MAIL_KINDS)[number];

/**
 * Writes down, in the caller's transaction, that a mail is owed, and queues its sending: no mail without
 * the change it tells of, no change without its mail. One that is already owed is left alone, and so is one
 * that the interviewer chose to do without.
 *
 * @param occasion what tells two mails of a kind apart: the move, the reminder, the proposal, the refund
 */
export async function oweMail(
  deps: Pick<Deps, 'jobs' | 'now'>,
  db: Db,
  booking: Pick<Booking, 'id'>,
  kind: MailKind,
  occasion = '',
): Promise<void> {
  const choice = choiceOf(kind, occasion);
  if (choice && (await isMuted(db, booking.id, choice))) return;
  const mail = { bookingId: booking.id, kind, occasion, queuedAt: deps.now() };
  const mailId = await insertOwedMail(db, mail);
  if (mailId) await deps.jobs.enqueue(db, 'mail.send', { mailId });
}

/** Sends a mail that has not gone out once more, at once. False when it went out, or there is none. */
export async function sendAgain(deps: Pick<Deps, 'db' | 'jobs' | 'now'>, mailId: string): Promise<boolean> {
  return deps.db.transaction().execute(async (db) => {
    if (!(await takeUnsentMail(db, mailId, deps.now()))) return false;
    await deps.jobs.enqueue(db, 'mail.send', { mailId });
    return true;
  });
}
