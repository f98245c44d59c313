import type { Deps } from '../../deps.ts';
import { withBooking } from '../booking/change-commands.ts';
import { oweMail } from '../booking/mails.ts';
import { noteInHistory } from '../booking/note.ts';
import { markRead } from './queries.ts';

/** Tells the candidate that their interviewer has read what they sent, with a note of theirs. Pressing twice sends one mail. */
export async function confirmReading(
  deps: Pick<Deps, 'db' | 'jobs' | 'now'>,
  interviewerId: string,
  bookingId: string,
  note: string,
): Promise<void> {
  await withBooking(deps, bookingId, async (db, booking) => {
    const at = deps.now();
    if (!(await markRead(db, interviewerId, bookingId, { at, note }))) return;
    const reason = note ? 'details read, with a note' : 'details read';
    await noteInHistory(db, booking, { at, actor: 'interviewer', reason });
    await oweMail(deps, db, booking, 'read-receipt');
  });
}
