import { sql } from 'kysely';
import type { Db } from '../../db/connect.ts';
import { MAIL_CHOICES, type MailChoice } from '../booking/mail-choice-domain.ts';

/** What a member would rather not get. */
export async function mutedOf(db: Db, userId: string): Promise<MailChoice[]> {
  const row = await db
    .selectFrom('users')
    .select('mutedMails')
    .where('id', '=', userId)
    .executeTakeFirstOrThrow();
  return MAIL_CHOICES.filter((choice) => row.mutedMails.includes(choice));
}

export async function mute(db: Db, userId: string, muted: readonly MailChoice[]): Promise<void> {
  await db
    .updateTable('users')
    .set({ mutedMails: sql`${[...muted]}::text[]` })
    .where('id', '=', userId)
    .execute();
}
