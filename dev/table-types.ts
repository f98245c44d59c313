import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '../src/db/connect.ts';
import { migrate } from '../src/db/migrate.ts';
import { freePort } from '../test/support/ports.ts';
import { startPostgres } from './postgres.ts';

// Writes src/db/tables.ts from a freshly migrated database. `--check` only tells whether it is up to date.

const root = join(import.meta.dirname, '..');
const target = join(root, 'src/db/tables.ts');
const folder = await mkdtemp(join(tmpdir(), 'interviews-types-'));
const postgres = await startPostgres({ folder: join(folder, 'db'), port: await freePort(), throwaway: true });
try {
  await postgres.createDatabase('types');
  const { db } = connect(postgres.url('types'), { max: 1 });
  await migrate(db as never, join(root, 'db/migrations'));
  await db.destroy();
  const out = process.argv.includes('--check') ? join(folder, 'tables.ts') : target;
  execFileSync(join(root, 'node_modules/.bin/kysely-codegen'), [
    ...['--url', postgres.url('types'), '--dialect', 'postgres', '--out-file', out],
    ...['--camel-case', '--exclude-pattern', 'migrations*'],
    ...['--log-level', 'error'],
  ]);
  if (out !== target && (await readFile(out, 'utf8')) !== (await readFile(target, 'utf8'))) {
    console.error('src/db/tables.ts is not what the migrations say: npm run db:types');
    process.exitCode = 1;
  }
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
