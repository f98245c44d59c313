import { sql } from 'kysely';
import type { Db } from '../../db/connect.ts';

/**
 * Confirmed sessions that start within these hours and whose reminder is not owed yet. Not those that were
 * booked or moved within them: the mail that said so has just said it.
 */
export async function reminderDue(
  db: Db,
  hours: number,
  now: Date,
): Promise<{ id: string; sequence: number }[]> {
  const until = new Date(now.getTime() + hours * 3_600_000);
  return db
    .selectFrom('bookings')
    .select(['id', 'sequence'])
    .where('state', '=', 'confirmed')
    .where('startsAt', '>', now)
    .where('startsAt', '<=', until)
    .where(sql<boolean>`confirmed_at <= starts_at - make_interval(hours => ${hours})`)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('mails')
            .select('mails.id')
            .whereRef('mails.bookingId', '=', 'bookings.id')
            .where('mails.kind', '=', 'reminder-candidate')
            .where('mails.occasion', '=', sql<string>`${`${hours}h:`} || bookings.sequence`),
        ),
      ),
    )
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('mails')
            .select('mails.id')
            .whereRef('mails.bookingId', '=', 'bookings.id')
            .where('mails.kind', '=', 'moved-candidate')
            .where(sql<boolean>`mails.queued_at > bookings.starts_at - make_interval(hours => ${hours})`),
        ),
      ),
    )
    .orderBy('startsAt')
    .limit(500)
    .execute();
}
