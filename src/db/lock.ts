import { sql } from 'kysely';
import type { Db } from './connect.ts';

/**
 * Runs `work` while no other process holds the lock of this name, or returns `'busy'` at once. The lock
 * belongs to a connection of its own: when the process dies, PostgreSQL lets it go.
 */
export async function withLock<T>(db: Db, name: string, work: () => Promise<T>): Promise<T | 'busy'> {
  return db.connection().execute(async (connection) => {
    const key = keyOf(name);
    const { rows } = await sql<{ locked: boolean }>`select pg_try_advisory_lock(${key}) as locked`.execute(
      connection,
    );
    if (!rows[0]?.locked) return 'busy';
    try {
      return await work();
    } finally {
      await sql`select pg_advisory_unlock(${key})`.execute(connection);
    }
  });
}

/** Waits for its turn: from here to its end, no other transaction gets past the same name. */
export async function takeTurn(transaction: Db, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${keyOf(name)})`.execute(transaction);
}

const keyOf = (name: string) => sql`hashtextextended(${name}, 0)`;
