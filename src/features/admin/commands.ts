import type { Deps } from '../../deps.ts';
import { oweMail } from '../booking/mails.ts';
import type { ProfileInput } from './profile-domain.ts';
import { saveProfile } from './profile-queries.ts';
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

/** Replaces what an interviewer says about themselves. Bookings already made keep their price. */
export async function updateProfile(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  interviewerId: string,
  profile: ProfileInput,
): Promise<void> {
  await db.transaction().execute((tx) => saveProfile(tx, interviewerId, profile, now()));
}
