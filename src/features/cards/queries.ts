import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Db } from '../../db/connect.ts';
import type { Price } from '../interviewers/domain.ts';
import { type PersonCard, personCard } from './domain.ts';

/** What everyone who can be booked asks. */
export async function publishedOffers(db: Db): Promise<{ price: Price; isSample: boolean }[]> {
  const rows = await db
    .selectFrom('interviewers')
    .where('publishedAt', 'is not', null)
    .select(['rateCents', 'currency', 'isSample'])
    .execute();
  return rows.map(({ rateCents, currency, isSample }) => ({
    price: { cents: rateCents, currency },
    isSample,
  }));
}

/** A published interviewer as their card shows them. */
export async function personOnCard(db: Db, slug: string): Promise<PersonCard | undefined> {
  const row = await db
    .selectFrom('interviewers')
    .where('slug', '=', slug)
    .where('publishedAt', 'is not', null)
    .select(['slug', 'name', 'headline', 'line', 'portraitId', 'rateCents', 'currency', 'isSample'])
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('interviewerTags')
          .innerJoin('tags', 'tags.id', 'interviewerTags.tagId')
          .whereRef('interviewerTags.interviewerId', '=', 'interviewers.id')
          .where('tags.kind', '=', 'subject')
          .select('tags.name')
          .orderBy('interviewerTags.position')
          .orderBy('tags.name'),
      ).as('subjects'),
    )
    .executeTakeFirst();
  if (!row) return undefined;
  const { rateCents, currency, ...person } = row;
  return personCard({ ...person, price: { cents: rateCents, currency } });
}

/** The portrait's bytes. */
export async function portraitBytes(db: Db, id: string): Promise<Buffer | undefined> {
  const row = await db.selectFrom('portraits').where('id', '=', id).select('bytes').executeTakeFirst();
  return row?.bytes;
}
