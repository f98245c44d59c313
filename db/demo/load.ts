import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Db } from '../../src/db/connect.ts';
import { tagSlug } from '../../src/features/admin/profile-domain.ts';
import type { Secrets } from '../../src/secrets.ts';
import type { Auth } from '../../src/web/auth.ts';
import { type DemoInterviewer, demoInterviewers } from './interviewers.ts';
import { demoTestimonials } from './testimonials.ts';

/** Who can sign in to the sample catalogue, and with what. Printed by bin/dev; worthless elsewhere. */
export const demoSignIns = {
  password: 'practice-the-loop',
  interviewer: 'adaeze-okonkwo@demo.508.test',
  operator: 'operator@demo.508.test',
} as const;

/**
 * Fills an empty database with sample people: twelve interviewers and one operator, and with what
 * nobody said about them, each marked as a sample. Leaves a database alone that already has somebody in it.
 *
 * @returns whether anything was loaded
 */
export async function loadDemo(db: Db, auth: Auth): Promise<boolean> {
  const somebody = await db.selectFrom('interviewers').select('id').limit(1).executeTakeFirst();
  if (somebody) return false;
  const { password } = demoSignIns;
  await auth.createUser({ email: demoSignIns.operator, name: 'Sample Operator', password, role: 'operator' });
  for (const [position, person] of demoInterviewers.entries()) {
    const user = await auth.createUser({
      email: person.email,
      name: person.name,
      password,
      role: 'interviewer',
    });
    await db.transaction().execute((trx) => insertInterviewer(trx, person, user.id, position));
  }
  await insertTestimonials(db);
  return true;
}

async function insertTestimonials(db: Db): Promise<void> {
  const rows = demoTestimonials.map((said, position) => ({
    ...said,
    // The first of the file is the one approved last, and so the one that leads.
    approvedAt: new Date(Date.now() - position * 60_000),
    isSample: true,
  }));
  await db.insertInto('testimonials').values(rows).execute();
}

/** What is stored of a sample person: all but how they sign in and when they have time. */
export type SampleProfile = Omit<DemoInterviewer, 'email' | 'portrait' | 'weeklyHours'> & {
  /** A file of `portraits/`. */
  portrait: string | null;
};

/** Stores a sample person, with their work history and tags. A later position is further down the list. */
export async function insertInterviewer(
  db: Db,
  person: SampleProfile,
  userId: string | null,
  position: number,
): Promise<void> {
  const { slug, name, headline, line, summary, bio, languages, timeZone, rateCents, currency } = person;
  const { id } = await db
    .insertInto('interviewers')
    .values({
      ...{ userId, slug, name, headline, line, summary, bio, languages, timeZone, rateCents, currency },
      portraitId: person.portrait && (await insertPortrait(db, person.portrait)),
      // One after the other, so that the order of the list is the order of the file.
      publishedAt: new Date(Date.now() - position * 60_000),
      isSample: true,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const entries = person.workHistory.map((entry, index) => ({
    interviewerId: id,
    position: index,
    ...entry,
  }));
  if (entries.length > 0) await db.insertInto('workHistory').values(entries).execute();
  await insertTags(db, id, 'subject', person.subjects);
  await insertTags(db, id, 'technology', person.technologies);
}

async function insertPortrait(db: Db, file: string): Promise<string> {
  const bytes = await readFile(join(import.meta.dirname, 'portraits', file));
  const id = createHash('sha256').update(bytes).digest('hex').slice(0, 24);
  await db
    .insertInto('portraits')
    .values({ id, contentType: 'image/svg+xml', bytes })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  return id;
}

async function insertTags(
  db: Db,
  interviewerId: string,
  kind: 'subject' | 'technology',
  names: string[],
): Promise<void> {
  for (const [position, name] of names.entries()) {
    const slug = tagSlug(name);
    const { id } = await db
      .insertInto('tags')
      .values({ kind, slug, name })
      .onConflict((conflict) => conflict.columns(['kind', 'slug']).doUpdateSet({ name }))
      .returning('id')
      .executeTakeFirstOrThrow();
    await db.insertInto('interviewerTags').values({ interviewerId, tagId: id, position }).execute();
  }
}

/**
 * Gives every sample interviewer an account on the cal.com stand-in and connects them to it. Run at
 * every start, because the stand-in may have forgotten; it gives the same names the same ids again.
 */
export async function connectDemoCalendars(
  db: Db,
  secrets: Secrets,
  addresses: { calcom: string /** PUBLIC_URL's origin. */; site: string },
): Promise<void> {
  const rows = await db
    .selectFrom('interviewers')
    .leftJoin('calcomConnections', 'calcomConnections.interviewerId', 'interviewers.id')
    .select(['interviewers.id', 'interviewers.slug', 'calcomConnections.id as connectionId'])
    .select('calcomConnections.webhookSecretSealed')
    .where('interviewers.isSample', '=', true)
    .execute();
  for (const row of rows) {
    const person = demoInterviewers.find(({ slug }) => slug === row.slug);
    if (!person) continue;
    const kept = row.webhookSecretSealed && secrets.open(row.webhookSecretSealed);
    const secret = kept ?? randomBytes(24).toString('base64url');
    const connectionId = row.connectionId ?? crypto.randomUUID();
    const account = await putAccount(addresses, person, { connectionId, secret });
    if (row.connectionId) continue;
    await db
      .insertInto('calcomConnections')
      .values({
        id: connectionId,
        interviewerId: row.id,
        username: account.username,
        accountName: person.name,
        accountTimeZone: person.timeZone,
        eventTypeId: account.eventTypeId,
        eventTypeSlug: EVENT_TYPE_SLUG,
        apiKeySealed: secrets.seal(account.apiKey),
        webhookSecretSealed: secrets.seal(secret),
        verifiedAt: new Date(),
      })
      .execute();
  }
}

const EVENT_TYPE_SLUG = 'interview';
const TRIGGERS = ['REQUESTED', 'CREATED', 'REJECTED', 'CANCELLED', 'RESCHEDULED', 'NO_SHOW_UPDATED'].map(
  (name) => `BOOKING_${name}`,
);

async function putAccount(
  addresses: { calcom: string; site: string },
  person: DemoInterviewer,
  webhook: { connectionId: string; secret: string },
): Promise<{ username: string; eventTypeId: number; apiKey: string }> {
  const username = person.slug;
  const apiKey = `cal_sandbox_${username}`;
  const response = await fetch(`${addresses.calcom}/_sandbox/users/${username}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      name: person.name,
      email: person.email,
      timeZone: person.timeZone,
      apiKey,
      schedule: person.weeklyHours,
      eventTypes: [
        {
          slug: EVENT_TYPE_SLUG,
          title: 'Practice interview and feedback',
          lengthInMinutes: 90,
          disableGuests: true,
          confirmationPolicy: { type: 'always', blockUnconfirmedBookingsInBooker: true },
          webhooks: [
            {
              subscriberUrl: `${addresses.site}/webhooks/calcom/${webhook.connectionId}`,
              triggers: TRIGGERS,
              secret: webhook.secret,
            },
          ],
        },
      ],
    }),
  });
  if (!response.ok) throw new Error(`The calendar sandbox refused ${username}: ${await response.text()}`);
  const body = (await response.json()) as { eventTypes: { id: number; slug: string }[] };
  const eventType = body.eventTypes.find(({ slug }) => slug === EVENT_TYPE_SLUG);
  if (!eventType) throw new Error(`The calendar sandbox knows no event type of ${username}.`);
  return { username, eventTypeId: eventType.id, apiKey };
}
