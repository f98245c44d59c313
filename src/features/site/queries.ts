import type { Db } from '../../db/connect.ts';
import type { ListedInterviewer } from './domain.ts';

/** Whether the catalogue holds sample people. */
export async function hasSamplePeople(db: Db): Promise<boolean> {
  const row = await db
    .selectFrom('interviewers')
    .select('id')
    .where('isSample', '=', true)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Everyone whose profile is public, with what a list of them for machines needs. */
export async function listedInterviewers(db: Db): Promise<ListedInterviewer[]> {
  const rows = await db
    .selectFrom('interviewers')
    .where('publishedAt', 'is not', null)
    .select(['slug', 'name', 'headline', 'rateCents', 'currency', 'updatedAt'])
    .orderBy('name')
    .execute();
  return rows.map(({ rateCents, currency, ...person }) => ({
    ...person,
    price: { cents: rateCents, currency },
  }));
}
