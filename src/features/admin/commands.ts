import type { Deps } from '../../deps.ts';
import { oweMail } from '../booking/mails.ts';
import { noteInHistory } from '../booking/note.ts';
import { anyBooking } from '../booking/record.ts';
import { markRead } from './queries.ts';

/** Tells the candidate that their interviewer has read what they sent, with a note of theirs. Pressing twice sends one mail. */
export async function confirmReading(
  deps: Pick<Deps, 'db' | 'jobs' | 'now'>,
  interviewerId: string,
  bookingId: string,
  note: string,
): Promise<void> {
  await deps.db.transaction().execute(async (tx) => {
    const at = deps.now();
    if (!(await markRead(tx, interviewerId, bookingId, { at, note }))) return;
    const booking = await anyBooking(tx, bookingId);
    const reason = note ? 'details read, with a note' : 'details read';
    if (booking) await noteInHistory(tx, booking, { at, actor: 'interviewer', reason });
    await oweMail(deps, tx, { id: bookingId }, 'read-receipt');
  });
}
