import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type RunningPostgres, startPostgres } from '../../dev/postgres.ts';
import { connect } from '../../src/db/connect.ts';
import { migrate } from '../../src/db/migrate.ts';
import { migrateJobs } from '../../src/jobs/pg-boss.ts';
import { freePort } from './ports.ts';

const TEMPLATE = 'template_app';

/** One PostgreSQL for a whole run, with a migrated database that every test file gets a copy of. */
export async function startTestPostgres(): Promise<{ serverUrl: string; stop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'interviews-test-'));
  const postgres = await startSomewhere(join(folder, 'postgres'));
  await postgres.createDatabase(TEMPLATE);
  const { db } = connect(postgres.url(TEMPLATE), { max: 1 });
  await migrate(db as never, join(import.meta.dirname, '../../db/migrations'));
  await db.destroy();
  await migrateJobs(postgres.url(TEMPLATE));
  return {
    serverUrl: postgres.url('postgres'),
    async stop() {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A port that was free can be taken a moment later by another run: then another one. */
async function startSomewhere(folder: string, tries = 3): Promise<RunningPostgres> {
  try {
    return await startPostgres({ folder, port: await freePort(), throwaway: true });
  } catch (error) {
    if (tries <= 1) throw error;
    return startSomewhere(`${folder}-again`, tries - 1);
  }
}

/** A fresh copy of the migrated database; a few milliseconds each. */
export async function createTestDatabase(serverUrl: string): Promise<string> {
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client(serverUrl);
  await client.connect();
  await client.query(`create database ${name} template ${TEMPLATE}`);
  await client.end();
  return serverUrl.replace(/\/postgres$/, `/${name}`);
}

/** Vitest's global setup: the server's address reaches the tests by `inject`. */
export default async function setup({ provide }: { provide: (key: 'postgres', value: string) => void }) {
  const { serverUrl, stop } = await startTestPostgres();
  provide('postgres', serverUrl);
  return stop;
}

declare module 'vitest' {
  interface ProvidedContext {
    postgres: string;
  }
}
