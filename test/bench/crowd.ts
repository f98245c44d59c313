import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../../src/db/connect.ts';

const HOUR = 3_600_000;
const GIVEN = ['Ada', 'Bilal', 'Chiara', 'Dmitri', 'Esi', 'Farid', 'Greta', 'Hiro', 'Ivana', 'Joon'];
const FAMILY = ['Abel', 'Brandt', 'Castro', 'Dahl', 'Eze', 'Fischer', 'Garg', 'Horvat', 'Ito', 'Jansen'];

/**
 * Adds people until the catalogue has `total`: each like one of the sample people, with a name, a price,
 * a portrait and open times of their own, so that nothing on the page can be shared.
 */
export async function addPeople(db: Db, total: number): Promise<void> {
  const samples = await db.selectFrom('interviewers').selectAll().orderBy('slug').execute();
  const portraits = await db.selectFrom('portraits').selectAll().execute();
  for (let number = samples.length; number < total; number++) {
    const like = samples[number % samples.length];
    const portrait = portraits.find(({ id }) => id === like?.portraitId);
    if (!like || !portrait) throw new Error('There are no sample people to be like.');
    const bytes = Buffer.concat([portrait.bytes, Buffer.from(`<!-- ${number} -->`)]);
    const portraitId = createHash('sha256').update(bytes).digest('hex').slice(0, 24);
    await db
      .insertInto('portraits')
      .values({ ...portrait, id: portraitId, bytes })
      .execute();
    const { id: from, createdAt, updatedAt, userId, ...person } = like;
    const { id } = await db
      .insertInto('interviewers')
      .values({
        ...person,
        slug: `sample-${number}`,
        name: `${GIVEN[number % 10]} ${FAMILY[Math.floor(number / 10) % 10]} ${number}`,
        rateCents: 10_000 + (number % 40) * 500,
        portraitId,
        publishedAt: new Date(Date.now() - number * 60_000),
        isFeatured: false,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await copyOf(db, from, id);
    await connect(db, { from, to: id, number });
    const times = Array.from({ length: 12 }, (_, index) => ({
      interviewerId: id,
      startsAt: new Date(Math.ceil(Date.now() / HOUR) * HOUR + (24 + (number % 30) + index * 11) * HOUR),
    }));
    await db.insertInto('openSlots').values(times).execute();
  }
  // As a database that has had its people for a minute: it knows how many there are, and plans for that many.
  await sql`analyze`.execute(db);
}

/** Somebody else's key, and an event type that nobody asks for: the calendar counts as read for a day. */
async function connect(db: Db, { from, to, number }: { from: string; to: string; number: number }) {
  const { apiKeySealed, webhookSecretSealed } = await db
    .selectFrom('calcomConnections')
    .select(['apiKeySealed', 'webhookSecretSealed'])
    .where('interviewerId', '=', from)
    .executeTakeFirstOrThrow();
  await db
    .insertInto('calcomConnections')
    .values({
      ...{ interviewerId: to, username: `sample-${number}`, eventTypeId: number, eventTypeSlug: 'interview' },
      ...{ apiKeySealed, webhookSecretSealed, verifiedAt: new Date() },
    })
    .execute();
  const checkedAt = new Date(Date.now() + 24 * HOUR);
  await db.insertInto('calendarChecks').values({ interviewerId: to, checkedAt, problem: null }).execute();
}

/** Tags and work history of one person, for another. */
async function copyOf(db: Db, from: string, to: string): Promise<void> {
  const tags = await db.selectFrom('interviewerTags').where('interviewerId', '=', from).selectAll().execute();
  if (tags.length > 0) {
    await db
      .insertInto('interviewerTags')
      .values(tags.map((tag) => ({ ...tag, interviewerId: to })))
      .execute();
  }
  const jobs = await db
    .selectFrom('workHistory')
    .where('interviewerId', '=', from)
    .select(['company', 'endYear', 'position', 'startYear', 'title'])
    .execute();
  if (jobs.length > 0) {
    await db
      .insertInto('workHistory')
      .values(jobs.map((job) => ({ ...job, interviewerId: to })))
      .execute();
  }
}
