import type { Db } from '../../db/connect.ts';
import { RATE } from '../admin/profile-domain.ts';

/** A profile of which only the name is known yet; nobody but its owner sees it. */
export async function insertInterviewer(
  db: Db,
  person: { userId: string; slug: string; name: string },
): Promise<void> {
  await db
    .insertInto('interviewers')
    .values({ ...person, headline: '', timeZone: 'UTC', rateCents: 150_00 })
    .execute();
}

/** Shows a profile to visitors, or hides it. `unpayable`: not at a price under the lowest, which nobody could pay. */
export async function setPublished(
  db: Db,
  slug: string,
  publishedAt: Date | null,
): Promise<'done' | 'unknown' | 'unpayable'> {
  const one = await db
    .selectFrom('interviewers')
    .select('rateCents')
    .where('slug', '=', slug)
    .executeTakeFirst();
  if (!one) return 'unknown';
  if (publishedAt && one.rateCents < RATE.lowest) return 'unpayable';
  const shown = { publishedAt, pausedByOwner: false, updatedAt: new Date() };
  await db.updateTable('interviewers').set(shown).where('slug', '=', slug).execute();
  return 'done';
}

/** An interviewer's id, by the address of their profile. */
export async function memberBySlug(db: Db, slug: string): Promise<{ id: string } | undefined> {
  return db.selectFrom('interviewers').select('id').where('slug', '=', slug).executeTakeFirst();
}
