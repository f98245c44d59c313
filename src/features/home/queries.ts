import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Db } from '../../db/connect.ts';
import type { Highlight, Testimonial } from './domain.ts';

/** Everyone who can be booked, those with a portrait first, each with the next open time after `now`. */
export async function publishedPeople(db: Db, now: Date): Promise<Highlight[]> {
  const rows = await db
    .selectFrom('interviewers')
    .where('publishedAt', 'is not', null)
    .select(['id', 'slug', 'name', 'headline', 'summary', 'portraitId', 'rateCents', 'currency'])
    .select(['isFeatured', 'isSample'])
    .select((eb) => [
      eb
        .selectFrom('openSlots')
        .whereRef('openSlots.interviewerId', '=', 'interviewers.id')
        .where('openSlots.startsAt', '>', now)
        .select((slot) => slot.fn.min('openSlots.startsAt').as('at'))
        .as('nextOpenAt'),
      // As on the list: a look that failed without one before it knows nothing.
      sql<boolean>`exists(
        select from calendar_checks where interviewer_id = interviewers.id and problem is null
      ) or exists(select from open_slots where interviewer_id = interviewers.id)`.as('calendarRead'),
      jsonArrayFrom(
        eb
          .selectFrom('interviewerTags')
          .innerJoin('tags', 'tags.id', 'interviewerTags.tagId')
          .whereRef('interviewerTags.interviewerId', '=', 'interviewers.id')
          .where('tags.kind', '=', 'subject')
          .select('tags.name')
          .orderBy('interviewerTags.position')
          .limit(2),
      ).as('tags'),
    ])
    .orderBy((eb) => eb('portraitId', 'is', null))
    .orderBy('publishedAt')
    .orderBy('id')
    .execute();
  return rows.map(({ rateCents, currency, tags, ...person }) => ({
    ...person,
    price: { cents: rateCents, currency },
    subjects: tags.map(({ name }) => name),
  }));
}

/** Every company in a published work history, the one most members know first. */
export async function companies(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('workHistory')
    .innerJoin('interviewers', 'interviewers.id', 'workHistory.interviewerId')
    .where('interviewers.publishedAt', 'is not', null)
    .groupBy('workHistory.company')
    .select('workHistory.company')
    .orderBy((eb) => eb.fn.count('interviewers.id').distinct(), 'desc')
    .orderBy('workHistory.company')
    .execute();
  return rows.map(({ company }) => company);
}

/** The testimonials approved last. */
export async function approvedTestimonials(db: Db, most: number): Promise<Testimonial[]> {
  return db
    .selectFrom('testimonials')
    .where('approvedAt', 'is not', null)
    .select(['quote', 'attribution', 'isSample'])
    .orderBy('approvedAt', 'desc')
    .orderBy('id')
    .limit(most)
    .execute();
}
