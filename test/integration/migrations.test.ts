import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, expect, inject, it } from 'vitest';
import { connect, type Db } from '../../src/db/connect.ts';
import { migrate } from '../../src/db/migrate.ts';
import { createBareDatabase } from '../support/postgres.ts';

// Migrations that meet what a database may hold by then.

const ALL = join(import.meta.dirname, '../../db/migrations');

const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

/** A database as it was before this migration. */
async function before(migration: string): Promise<Db> {
  const folder = await mkdtemp(join(tmpdir(), 'interviews-migrations-'));
  undo.push(() => rm(folder, { recursive: true }));
  const older = (await readdir(ALL)).filter((file) => file < migration);
  await Promise.all(older.map((file) => copyFile(join(ALL, file), join(folder, file))));
  const { db } = connect(await createBareDatabase(inject('postgres')), { max: 1 });
  undo.push(() => db.destroy());
  await migrate(db as never, folder);
  return db;
}

/** An interviewer with a calendar that was connected in this hour, and a time that is offered. */
async function connected(db: Db, slug: string, username: string, eventTypeId: number, hour: number) {
  const at = `2026-11-01T${String(hour).padStart(2, '0')}:00:00Z`;
  const { rows } = await sql<{ id: string }>`
    insert into interviewers (slug, name, headline, time_zone, rate_cents)
    values (${slug}, ${slug}, '', 'UTC', 15000) returning id`.execute(db);
  const id = rows[0]?.id;
  await sql`
    insert into calcom_connections
      (interviewer_id, username, event_type_id, event_type_slug, api_key_sealed, webhook_secret_sealed, verified_at)
    values (${id}, ${username}, ${eventTypeId}, 'interview', 'key', 'secret', ${at})`.execute(db);
  await sql`insert into open_slots (interviewer_id, starts_at) values (${id}, '2026-12-01T10:00:00Z')`.execute(
    db,
  );
}

it('0019 leaves an account and an event type with whoever connected it last, and disconnects the others', async () => {
  const db = await before('0019');
  await connected(db, 'first', 'Shared', 1, 8);
  await connected(db, 'last', 'shared', 2, 10);
  await connected(db, 'between', 'SHARED', 3, 9);
  await connected(db, 'same-event-type', 'other', 4, 11);
  await connected(db, 'another-name', 'renamed', 4, 12);
  await connected(db, 'alone', 'alone', 5, 7);
  await migrate(db as never, ALL);
  const { rows } = await sql<{ slug: string; works: boolean; has_key: boolean; times: number }>`
    select slug, disconnected_at is null as works, api_key_sealed is not null as has_key,
      (select count(*) from open_slots where interviewer_id = interviewers.id)::integer as times
    from interviewers join calcom_connections on interviewer_id = interviewers.id
    order by slug`.execute(db);
  const state = (works: boolean) => ({ works, hasKey: works, times: works ? 1 : 0 });
  expect(rows).toEqual([
    { slug: 'alone', ...state(true) },
    { slug: 'another-name', ...state(true) },
    { slug: 'between', ...state(false) },
    { slug: 'first', ...state(false) },
    { slug: 'last', ...state(true) },
    { slug: 'same-event-type', ...state(false) },
  ]);
});
