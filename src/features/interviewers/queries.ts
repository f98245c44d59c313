import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Db } from '../../db/connect.ts';
import type { InterviewerProfile, InterviewerSummary, Openings, Span, Tag, TagKind } from './domain.ts';
import type { Windows } from './openings-domain.ts';
import { LARGEST_WIDTH } from './portrait-domain.ts';

/** More than a co-op will ever have; a list in memory must have an end. */
const MOST = 1_000;
/** Enough times to fill the next days of a profile. */
const MOST_SLOTS = 100;

/**
 * Everyone who can be booked, tags, companies and open times included, in two queries. The list is
 * narrowed, counted and put in order in `catalogue-domain.ts`: each count needs everyone.
 */
export async function publishedInterviewers(db: Db, windows: Windows): Promise<InterviewerSummary[]> {
  const [rows, open] = await Promise.all([
    published(db).orderBy('name').limit(MOST).execute(),
    openings(db, windows),
  ]);
  return rows.map((row) => ({
    ...toPerson(row),
    open: open.get(row.id) ?? { next: null, known: row.calendarRead, within: [], week: [] },
  }));
}

/** One published interviewer with everything the profile shows. */
export async function publishedProfile(db: Db, slug: string): Promise<InterviewerProfile | undefined> {
  const row = await published(db)
    .where('slug', '=', slug)
    .select((eb) => [
      'bio',
      'covers',
      'links',
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
  const { bio, covers, links, timeZone, workHistory, calendarRead } = row;
  return { ...toPerson(row), bio, covers, links, timeZone, workHistory, calendarRead };
}

/** Someone who was public and can't be booked at present: their tags, to find others like them. */
export async function pausedInterviewer(
  db: Db,
  slug: string,
): Promise<{ subjects: Tag[]; technologies: Tag[] } | undefined> {
  const row = await rows(db)
    .where('slug', '=', slug)
    .where('publishedAt', 'is', null)
    .where('firstPublishedAt', 'is not', null)
    .executeTakeFirst();
  return row && toPerson(row);
}

/** The next open times of one interviewer, as far as the last look into their calendar knows. */
export async function nextSlots(db: Db, interviewerId: string, now: Date): Promise<Date[]> {
  const slots = await db
    .selectFrom('openSlots')
    .where('interviewerId', '=', interviewerId)
    .where('startsAt', '>', now)
    .select('startsAt')
    .orderBy('startsAt')
    .limit(MOST_SLOTS)
    .execute();
  return slots.map(({ startsAt }) => startsAt);
}

async function openings(db: Db, { now, spans, days }: Windows): Promise<Map<string, Openings>> {
  const inside = ({ from, to }: { from: Date; to: Date }) =>
    sql<number>`count(*) filter (where starts_at >= ${from} and starts_at < ${to})::int`;
  const week = days.slice(1).map((to, day) => inside({ from: days[day] ?? now, to }));
  const found = await db
    .selectFrom('openSlots')
    .where('startsAt', '>', now)
    .groupBy('interviewerId')
    .select((eb) => [
      'interviewerId',
      eb.fn.min('startsAt').as('next'),
      inside(spans['48h']).as('soon'),
      inside(spans.week).as('inWeek'),
      inside(spans.weekend).as('weekend'),
      sql<number[]>`array[${sql.join(week)}]`.as('week'),
    ])
    .execute();
  return new Map(
    found.map(({ interviewerId, next, soon, inWeek, weekend, week }) => {
      const counts: [Span, number][] = [
        ['48h', soon],
        ['week', inWeek],
        ['weekend', weekend],
      ];
      const within = counts.filter(([, count]) => count > 0).map(([span]) => span);
      return [interviewerId, { next, known: true, within, week }];
    }),
  );
}

/** A portrait's bytes, the largest there are or of a width; its id is their hash, so they never change. */
export async function portrait(
  db: Db,
  id: string,
  width?: number,
): Promise<{ contentType: string; bytes: Buffer } | undefined> {
  if (width !== undefined && width !== LARGEST_WIDTH) {
    return db
      .selectFrom('portraitSizes')
      .innerJoin('portraits', 'portraits.id', 'portraitSizes.portraitId')
      .where('portraitId', '=', id)
      .where('width', '=', width)
      .select(['portraits.contentType', 'portraitSizes.bytes'])
      .executeTakeFirst();
  }
  return db.selectFrom('portraits').where('id', '=', id).select(['contentType', 'bytes']).executeTakeFirst();
}

const published = (db: Db) => rows(db).where('publishedAt', 'is not', null);

function rows(db: Db) {
  return db.selectFrom('interviewers').select((eb) => [
    'id',
    'slug',
    'name',
    'headline',
    'line',
    'summary',
    'languages',
    'portraitId',
    'rateCents',
    'currency',
    'isSample',
    sql<boolean>`exists(
      select from calcom_connections where interviewer_id = interviewers.id
        and disconnected_at is null and (trouble is null or trouble = 'needs-repair')
    )`.as('bookable'),
    // A look that failed keeps the times of the one before; without any there was none.
    sql<boolean>`exists(
      select from calendar_checks where interviewer_id = interviewers.id and problem is null
    ) or exists(select from open_slots where interviewer_id = interviewers.id)`.as('calendarRead'),
    jsonArrayFrom(
      eb
        .selectFrom('interviewerTags')
        .innerJoin('tags', 'tags.id', 'interviewerTags.tagId')
        .whereRef('interviewerTags.interviewerId', '=', 'interviewers.id')
        .select(['tags.slug', 'tags.name', sql<TagKind>`tags.kind`.as('kind')])
        .orderBy('interviewerTags.position')
        .orderBy('tags.name'),
    ).as('tags'),
    sql<
      string[]
    >`array(select company from work_history where interviewer_id = interviewers.id order by position)`.as(
      'companies',
    ),
  ]);
}

type Person = Omit<InterviewerSummary, 'open'>;
type Row = Omit<Person, 'price' | 'subjects' | 'technologies'> & {
  rateCents: number;
  currency: string;
  tags: Tag[];
};

function toPerson(row: Row): Person {
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
    languages: row.languages,
    companies: row.companies,
    bookable: row.bookable,
    isSample: row.isSample,
  };
}
