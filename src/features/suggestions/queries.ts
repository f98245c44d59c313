import type { Db } from '../../db/connect.ts';
import { type Decision, MOST_OPEN, type OwnSuggestion, type SuggestionCase } from './domain.ts';

/** Notes what a member misses, as far as they have room; what they suggested before is left alone. */
export async function addSuggestions(
  db: Db,
  interviewerId: string,
  tags: readonly { slug: string; name: string }[],
  suggestedAt: Date,
): Promise<void> {
  const open = await db
    .selectFrom('tagSuggestions')
    .select('id')
    .where('interviewerId', '=', interviewerId)
    .where('decision', 'is', null)
    .limit(MOST_OPEN)
    .execute();
  const room = tags.slice(0, MOST_OPEN - open.length);
  if (room.length === 0) return;
  await db
    .insertInto('tagSuggestions')
    .values(room.map((tag) => ({ interviewerId, suggestedAt, ...tag })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** A member's own: those that wait, and those decided since. */
export async function suggestionsBy(db: Db, interviewerId: string, since: Date): Promise<OwnSuggestion[]> {
  const rows = await db
    .selectFrom('tagSuggestions')
    .select(['name', 'decision'])
    .where('interviewerId', '=', interviewerId)
    .where((eb) => eb.or([eb('decision', 'is', null), eb('decidedAt', '>', since)]))
    .orderBy('suggestedAt', 'desc')
    .limit(2 * MOST_OPEN)
    .execute();
  return rows as OwnSuggestion[];
}

/** Those that wait, the oldest first, then those decided last. */
export async function suggestionCases(db: Db, limit: number): Promise<SuggestionCase[]> {
  const rows = await db
    .selectFrom('tagSuggestions')
    .innerJoin('interviewers', 'interviewers.id', 'tagSuggestions.interviewerId')
    .select([
      'tagSuggestions.id',
      'tagSuggestions.name',
      'tagSuggestions.slug',
      'tagSuggestions.suggestedAt',
      'tagSuggestions.decision',
      'interviewers.name as interviewer',
    ])
    .orderBy((eb) => eb('tagSuggestions.decidedAt', 'is not', null))
    .orderBy('tagSuggestions.decidedAt', 'desc')
    .orderBy('tagSuggestions.suggestedAt')
    .limit(limit)
    .execute();
  return rows as SuggestionCase[];
}

/** Decides one that waits; null when there is none, or somebody decided before. */
export async function decideSuggestion(
  db: Db,
  id: string,
  decision: { decision: Decision; decidedAt: Date; decidedBy: string },
): Promise<{ interviewerId: string; slug: string; name: string } | null> {
  const row = await db
    .updateTable('tagSuggestions')
    .set(decision)
    .where('id', '=', id)
    .where('decision', 'is', null)
    .returning(['interviewerId', 'slug', 'name'])
    .executeTakeFirst();
  return row ?? null;
}

/** Makes the technology one to choose, and gives it to the member who missed it, as long as they have room. */
export async function addTechnology(
  db: Db,
  { interviewerId, slug, name }: { interviewerId: string; slug: string; name: string },
  most: number,
): Promise<void> {
  await db
    .insertInto('tags')
    .values({ kind: 'technology', slug, name })
    .onConflict((conflict) => conflict.columns(['kind', 'slug']).doNothing())
    .execute();
  const own = await db
    .selectFrom('interviewerTags')
    .innerJoin('tags', 'tags.id', 'interviewerTags.tagId')
    .select('interviewerTags.position')
    .where('interviewerTags.interviewerId', '=', interviewerId)
    .where('tags.kind', '=', 'technology')
    .execute();
  if (own.length >= most) return;
  const position = Math.max(0, ...own.map((one) => one.position)) + 1;
  await db
    .insertInto('interviewerTags')
    .columns(['interviewerId', 'tagId', 'position'])
    .expression((eb) =>
      eb
        .selectFrom('tags')
        .select((select) => [
          select.val(interviewerId).as('interviewerId'),
          'tags.id',
          select.val(position).as('position'),
        ])
        .where('kind', '=', 'technology')
        .where('slug', '=', slug),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** What the member is told, and where; null for one that is not decided. */
export async function decidedOne(
  db: Db,
  id: string,
): Promise<{ name: string; decision: Decision; member: string; email: string } | null> {
  const row = await db
    .selectFrom('tagSuggestions')
    .innerJoin('interviewers', 'interviewers.id', 'tagSuggestions.interviewerId')
    .innerJoin('users', 'users.id', 'interviewers.userId')
    .select(['tagSuggestions.name', 'tagSuggestions.decision'])
    .select(['interviewers.name as member', 'users.email'])
    .where('tagSuggestions.id', '=', id)
    .executeTakeFirst();
  return row?.decision ? { ...row, decision: row.decision as Decision } : null;
}

/** How many wait for the operator. */
export async function countWaiting(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('tagSuggestions')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('decision', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}
