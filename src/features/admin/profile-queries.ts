import type { Db } from '../../db/connect.ts';
import { suggestTechnologies } from '../suggestions/record.ts';
import type { OwnProfile, ProfileInput, TagChoices } from './profile-domain.ts';

/** More tags than this are no longer something to pick from. */
const MOST_TAGS = 200;

export async function profileOf(db: Db, interviewerId: string): Promise<OwnProfile> {
  const [row, tags, workHistory] = await Promise.all([
    db
      .selectFrom('interviewers')
      .select(['name', 'headline', 'line', 'summary', 'bio', 'covers', 'links', 'languages', 'timeZone'])
      .select(['rateCents', 'currency'])
      .where('id', '=', interviewerId)
      .executeTakeFirstOrThrow(),
    tagsOf(db, interviewerId),
    db
      .selectFrom('workHistory')
      .select(['company', 'title', 'startYear', 'endYear'])
      .where('interviewerId', '=', interviewerId)
      .orderBy('position')
      .execute(),
  ]);
  const { rateCents, currency, ...rest } = row;
  const slugs = (kind: string) => tags.filter((tag) => tag.kind === kind).map((tag) => tag.slug);
  return {
    ...rest,
    price: { cents: rateCents, currency },
    subjects: slugs('subject'),
    technologies: slugs('technology'),
    workHistory,
  };
}

export async function tagChoices(db: Db): Promise<TagChoices> {
  const ofKind = async <K extends 'technology' | 'subject'>(kind: K) => {
    const rows = await db
      .selectFrom('tags')
      .select(['slug', 'name'])
      .where('kind', '=', kind)
      .orderBy((eb) => eb.fn('lower', ['name']))
      .limit(MOST_TAGS)
      .execute();
    return rows.map((row) => ({ kind, ...row }));
  };
  const [subjects, technologies] = await Promise.all([ofKind('subject'), ofKind('technology')]);
  return { subjects, technologies };
}

/** Writes parts of a profile over what there is of them. Needs a transaction. */
export async function saveProfile(
  db: Db,
  interviewerId: string,
  profile: Partial<ProfileInput>,
  now: Date,
): Promise<void> {
  const { subjects, technologies = [], newTechnologies = [], workHistory, ...fields } = profile;
  // Every field by name, so that nothing else can ever come along; what is undefined stays as it is.
  const { name, headline, line, summary, bio, covers, links, languages, timeZone, rateCents } = fields;
  await db
    .updateTable('interviewers')
    .set({
      name,
      headline,
      line,
      summary,
      bio,
      covers,
      links,
      languages,
      timeZone,
      rateCents,
      updatedAt: now,
    })
    .where('id', '=', interviewerId)
    .executeTakeFirstOrThrow();
  if (workHistory) await saveWorkHistory(db, interviewerId, workHistory);
  if (!subjects) return;
  await suggestTechnologies(db, interviewerId, newTechnologies, now);
  await saveTags(db, interviewerId, { subjects, technologies });
}

function tagsOf(db: Db, interviewerId: string) {
  return db
    .selectFrom('interviewerTags')
    .innerJoin('tags', 'tags.id', 'interviewerTags.tagId')
    .select(['tags.id', 'tags.kind', 'tags.slug'])
    .where('interviewerTags.interviewerId', '=', interviewerId)
    .orderBy('interviewerTags.position')
    .orderBy('tags.name')
    .execute();
}

async function saveWorkHistory(
  db: Db,
  interviewerId: string,
  entries: ProfileInput['workHistory'],
): Promise<void> {
  await db.deleteFrom('workHistory').where('interviewerId', '=', interviewerId).execute();
  if (entries.length === 0) return;
  await db
    .insertInto('workHistory')
    .values(entries.map((entry, position) => ({ interviewerId, position, ...entry })))
    .execute();
}

/** Tags they had keep their order; new ones come after. */
async function saveTags(
  db: Db,
  interviewerId: string,
  chosen: { subjects: string[]; technologies: string[] },
): Promise<void> {
  const before = (await tagsOf(db, interviewerId)).map((tag) => tag.id);
  const rows = await db
    .selectFrom('tags')
    .select('id')
    .where((eb) =>
      eb.or([
        eb.and([eb('kind', '=', 'subject'), eb('slug', 'in', ['', ...chosen.subjects])]),
        eb.and([eb('kind', '=', 'technology'), eb('slug', 'in', ['', ...chosen.technologies])]),
      ]),
    )
    .orderBy('name')
    .execute();
  const ids = new Set(rows.map((row) => row.id));
  const ordered = [...before.filter((id) => ids.has(id)), ...[...ids].filter((id) => !before.includes(id))];
  await db.deleteFrom('interviewerTags').where('interviewerId', '=', interviewerId).execute();
  if (ordered.length === 0) return;
  await db
    .insertInto('interviewerTags')
    .values(ordered.map((tagId, position) => ({ interviewerId, tagId, position })))
    .execute();
}
