import type { Deps } from '../../deps.ts';
import { atOnce } from '../../jobs/at-once.ts';
import { accessOf } from './calendar.ts';
import { composeMail } from './compose.ts';
import { converge } from './converge.ts';
import { reminderOccasion } from './mail-domain.ts';
import { findOwedMail, noteMailTry, takeLostMails } from './mail-queries.ts';
import { oweMail } from './mails.ts';
import { MINUTE, POLICY } from './policy.ts';
import { findBooking, findBookingByUid, unsettledBookings } from './queries.ts';
import { reminderDue } from './reminder-queries.ts';

/** Pause before a booking is looked at again that another process was busy with. */
const BUSY_PAUSE_MS = 1_000;
/** Bookings one round of the reconciler takes on; the rest have their chance a minute later. */
const ROUND = 200;
/**
 * So many of them at a time: where Stripe hesitates over each, a round has to end before the next all the
 * same. Each keeps a connection of the worker's pool (25) while it asks for another; jobs take ten.
 */
const AT_ONCE = 4;

/** Converges a booking; comes back soon when another process was at it, and with growing pauses when unanswered. */
export async function convergeJob(deps: Deps, bookingId: string): Promise<void> {
  const outcome = await converge(deps, bookingId);
  if (outcome === 'unanswered') throw new Error('Somebody has not answered yet.');
  if (outcome !== 'busy') return;
  const startAfter = new Date(deps.now().getTime() + BUSY_PAUSE_MS);
  await deps.jobs.enqueue(deps.db, 'booking.converge', { bookingId }, { startAfter });
}

/** Finds every booking that is not at rest and converges it: nothing depends on a webhook arriving. */
export async function reconcile(deps: Deps): Promise<void> {
  const bookings = await unsettledBookings(deps.db, deps.now(), ROUND);
  await atOnce(bookings, AT_ONCE, async (bookingId) => {
    try {
      await converge(deps, bookingId, 'reconciler');
    } catch (error) {
      deps.log.warn({ booking: bookingId, error: String(error) }, 'booking could not be reconciled');
    }
  });
  await oweReminders(deps);
  await requeueLostMails(deps);
}

/** Owes both sides the reminders that are due. One that is owed already is left alone. */
async function oweReminders(deps: Deps): Promise<void> {
  for (const hours of POLICY.reminderHours) {
    await deps.db.transaction().execute(async (db) => {
      for (const booking of await reminderDue(db, hours, deps.now())) {
        const occasion = reminderOccasion(hours, booking.sequence);
        await oweMail(deps, db, booking, 'reminder-candidate', occasion);
        await oweMail(deps, db, booking, 'reminder-interviewer', occasion);
      }
    });
  }
}

/** Tells cal.com who did not come, as far as it wants to know. */
export async function markAbsentOnCalendar(deps: Deps, bookingId: string): Promise<void> {
  const booking = await findBooking(deps.db, bookingId);
  const access = booking?.absent ? await accessOf(deps, booking.calcomConnectionId) : null;
  if (booking?.absent && access) await deps.scheduling.markAbsent(access, booking.calcomUid, booking.absent);
}

/** Declines a slot on cal.com that is still pending and belongs to no booking of ours. */
export async function declineUnclaimed(deps: Deps, connectionId: string, uid: string): Promise<void> {
  if (await findBookingByUid(deps.db, uid)) return;
  const access = await accessOf(deps, connectionId);
  if (!access) return;
  const slot = await deps.scheduling.booking(access, uid);
  if (slot?.status !== 'pending') return;
  await deps.scheduling.decline(
    access,
    uid,
    `This time was not booked. Interviews are booked at ${deps.config.publicUrl.host}, where you can pick another.`,
  );
}

/** What is kept of a mail that was settled without being sent. */
export const NOT_SENT = 'not sent: what it was to say is no longer so';

/** Sends a mail that is owed, unless it was sent, or what it was to say is no longer so. */
export async function sendOwedMail(deps: Deps, mailId: string): Promise<void> {
  const owed = await findOwedMail(deps.db, mailId);
  if (!owed || owed.sentAt) return;
  try {
    const mail = await composeMail(deps, owed);
    if (mail) await deps.mailer.send(mail);
    await noteMailTry(deps.db, mailId, { sentAt: deps.now(), lastError: mail ? null : NOT_SENT });
  } catch (error) {
    await noteMailTry(deps.db, mailId, { lastError: String(error).slice(0, 500) });
    throw error;
  }
}

/** A mail whose job ran out of tries, or was lost with a restored queue, gets a new one each hour. */
async function requeueLostMails(deps: Deps): Promise<void> {
  const now = deps.now();
  await deps.db.transaction().execute(async (db) => {
    const lost = await takeLostMails(db, new Date(now.getTime() - 60 * MINUTE), now);
    for (const mailId of lost) await deps.jobs.enqueue(db, 'mail.send', { mailId });
  });
}
