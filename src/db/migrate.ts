import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';

/**
 * Brings a database up to date with the plain SQL files of `folder`, in the order of their names, all
 * or none, under a lock so that two machines may start it at once. Refuses a database that knows
 * migrations the folder does not have.
 */
export async function migrate(db: Kysely<never>, folder: string): Promise<string[]> {
  const migrator = new Migrator({
    // biome-ignore lint/suspicious/noExplicitAny: Kysely's own signature of a migrator's database.
    db: db as Kysely<any>,
    provider: { getMigrations: () => readMigrations(folder) },
    migrationTableName: 'migrations',
    migrationLockTableName: 'migrations_lock',
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw error;
  return (results ?? []).map((result) => result.migrationName);
}

async function readMigrations(folder: string): Promise<Record<string, Migration>> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  const entries = files.map(async (file): Promise<[string, Migration]> => {
    const text = await readFile(join(folder, file), 'utf8');
    return [file.replace(/\.sql$/, ''), { up: async (db) => void (await sql.raw(text).execute(db)) }];
  });
  return Object.fromEntries(await Promise.all(entries));
}
