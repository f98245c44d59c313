import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Db } from '../../db/connect.ts';
import type { InterviewerProfile, InterviewerSummary, Tag, TagKind } from './domain.ts';

/**
 * Everyone who can be booked, cheapest first, tags included, in one query. The list is narrowed and
 * counted in `domain.ts`: a co-op's few hundred members fit in memory, and each count needs them all.
 */
export async function publishedInterviewers(db: Db): Promise<InterviewerSummary[]> {
  const rows = await published(db).orderBy('rateCents').orderBy('name').execute();
  return rows.map(toSummary);
}

/** One published interviewer with everything the profile shows. */
export async function publishedProfile(db: Db, slug: string): Promise<InterviewerProfile | undefined> {
  const row = await published(db)
    .where('slug', '=', slug)
    .select((eb) => [
      'bio',
      'languages',
      'timeZone',
      jsonArrayFrom(
        eb
          .selectFrom('workHistory')
          .whereRef('workHistory.interviewerId', '=', 'interviewers.id')
          .select(['company', 'title', 'startYear', 'endYear'])
          .orderBy('position'),
      ).as('workHistory'),
    ])
    .executeTakeFirst();
  if (!row) return undefined;
  const { bio, languages, timeZone, workHistory } = row;
  return { ...toSummary(row), bio, languages, timeZone, workHistory };
}

/** A portrait's bytes; its id is their hash, so they never change. */
export async function portrait(
  db: Db,
  id: string,
): Promise<{ contentType: string; bytes: Buffer } | undefined> {
  return db.selectFrom('portraits').where('id', '=', id).select(['contentType', 'bytes']).executeTakeFirst();
}

function published(db: Db) {
  return db
    .selectFrom('interviewers')
    .where('publishedAt', 'is not', null)
    .select((eb) => [
      'id',
      'slug',
      'name',
      'headline',
      'line',
      'summary',
      'portraitId',
      'rateCents',
      'currency',
      'isSample',
      jsonArrayFrom(
        eb
          .selectFrom('interviewerTags')
          .innerJoin('tags', 'tags.id', 'interviewerTags.tagId')
          .whereRef('interviewerTags.interviewerId', '=', 'interviewers.id')
          .select(['tags.slug', 'tags.name', sql<TagKind>`tags.kind`.as('kind')])
          .orderBy('interviewerTags.position')
          .orderBy('tags.name'),
      ).as('tags'),
    ]);
}

type Row = Omit<InterviewerSummary, 'price' | 'subjects' | 'technologies'> & {
  rateCents: number;
  currency: string;
  tags: Tag[];
};

function toSummary(row: Row): InterviewerSummary {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    headline: row.headline,
    line: row.line,
    summary: row.summary,
    portraitId: row.portraitId,
    price: { cents: row.rateCents, currency: row.currency },
    subjects: row.tags.filter(({ kind }) => kind === 'subject'),
    technologies: row.tags.filter(({ kind }) => kind === 'technology'),
    isSample: row.isSample,
  };
}
