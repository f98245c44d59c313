import { sql } from 'kysely';
import { expect, inject, it } from 'vitest';
import { connect } from '../../src/db/connect.ts';
import { withLock } from '../../src/db/lock.ts';
import { createTestDatabase } from '../support/postgres.ts';
import { until } from '../support/until.ts';

// Takes the process with it (vitest: an unhandled error) when `connect` does not listen to connections in use.

it('a database that goes away under a held lock fails the work, not the process', async () => {
  const { db } = connect(await createTestDatabase(inject('postgres')), { max: 3 });
  const work = withLock(db, 'a booking', async () => {
    const holders = async () => {
      const { rows } = await sql<{ pid: number }>`
        select pid from pg_locks where locktype = 'advisory'
          and database = (select oid from pg_database where datname = current_database())`.execute(db);
      return rows.map(({ pid }) => pid);
    };
    for (const pid of await holders()) await sql`select pg_terminate_backend(${pid})`.execute(db);
    await until(async () => (await holders()).length === 0);
    return 'done';
  });
  await expect(work).rejects.toThrow();
  // And the next one gets a connection and the lock, once the pool has heard that the old one is gone.
  const next = () => withLock(db, 'a booking', async () => 'done').catch(() => null);
  expect(await until(next)).toBe('done');
  await db.destroy();
});
