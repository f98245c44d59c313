import type { Db } from '../../db/connect.ts';
import type { Highlight } from './domain.ts';

/** The first published interviewers with a portrait, then those without. */
export async function highlights(db: Db, most: number): Promise<Highlight[]> {
  const rows = await db
    .selectFrom('interviewers')
    .where('publishedAt', 'is not', null)
    .select(['slug', 'name', 'headline', 'summary', 'portraitId', 'rateCents', 'currency', 'isSample'])
    .orderBy((eb) => eb('portraitId', 'is', null))
    .orderBy('publishedAt')
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(({ rateCents, currency, ...person }) => ({
    ...person,
    price: { cents: rateCents, currency },
  }));
}

/** The lowest price of all who can be booked. */
export async function lowestPrice(db: Db): Promise<Highlight['price'] | null> {
  const row = await db
    .selectFrom('interviewers')
    .where('publishedAt', 'is not', null)
    .select(['rateCents as cents', 'currency'])
    .orderBy('rateCents')
    .executeTakeFirst();
  return row ?? null;
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
