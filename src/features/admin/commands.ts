import type { Deps } from '../../deps.ts';
import { oweMail } from '../booking/mails.ts';
import { markRead } from './queries.ts';

/** Tells the candidate that their interviewer has read what they sent. Pressing twice sends one mail. */
export async function confirmReading(
  deps: Pick<Deps, 'db' | 'jobs' | 'now'>,
  interviewerId: string,
  bookingId: string,
): Promise<void> {
  await deps.db.transaction().execute(async (tx) => {
    if (!(await markRead(tx, interviewerId, bookingId, deps.now()))) return;
    await oweMail(deps, tx, { id: bookingId }, 'read-receipt');
  });
}
