import type { Deps } from '../../deps.ts';
import type { ProfileInput } from './profile-domain.ts';
import { saveProfile } from './profile-queries.ts';
import { addMail, markRead } from './queries.ts';

/** Tells the candidate that their interviewer has read what they sent. Pressing twice sends one mail. */
export async function confirmReading(
  { db, jobs, now }: Pick<Deps, 'db' | 'jobs' | 'now'>,
  interviewerId: string,
  bookingId: string,
): Promise<void> {
  const at = now();
  await db.transaction().execute(async (tx) => {
    if (!(await markRead(tx, interviewerId, bookingId, at))) return;
    const mailId = await addMail(tx, bookingId, 'read-receipt', at);
    if (mailId) await jobs.enqueue(tx, 'mail.send', { mailId });
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
