import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { loadDemo } from '../../db/demo/load.ts';
import { type RunningPostgres, startPostgres } from '../../dev/postgres.ts';
import { connect } from '../../src/db/connect.ts';
import { migrate } from '../../src/db/migrate.ts';
import { createAuth } from '../../src/integrations/auth/better-auth.ts';
import { migrateJobs } from '../../src/jobs/pg-boss.ts';
import { deriveSecrets } from '../../src/secrets.ts';
import { freePort } from './ports.ts';

/** What a test's database is a copy of: the tables alone, or with the sample catalogue in them. */
const TEMPLATES = { empty: 'template_empty', catalogue: 'template_catalogue' } as const;

/** What the databases and servers of tests keep their secrets with. */
export const SECRET_KEY = 'test-only-secret-key-of-no-worth-at-all-0123456789';

/** One PostgreSQL for a whole run, with the databases that every test file gets a copy of. */
export async function startTestPostgres(): Promise<{ serverUrl: string; stop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'interviews-test-'));
  const postgres = await startSomewhere(join(folder, 'postgres'));
  const serverUrl = postgres.url('postgres');
  await postgres.createDatabase(TEMPLATES.empty);
  const { db } = connect(postgres.url(TEMPLATES.empty), { max: 1 });
  await migrate(db as never, join(import.meta.dirname, '../../db/migrations'));
  await db.destroy();
  await migrateJobs(postgres.url(TEMPLATES.empty));
  await copyDatabase(serverUrl, 'empty', TEMPLATES.catalogue);
  await fillCatalogue(postgres.url(TEMPLATES.catalogue));
  return {
    serverUrl,
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

/** Once a run: the passwords of thirteen people take seconds to hash. */
async function fillCatalogue(databaseUrl: string): Promise<void> {
  const { db } = connect(databaseUrl, { max: 1 });
  const publicUrl = new URL('http://localhost');
  const log = pino({ level: 'silent' });
  await loadDemo(db, createAuth({ db, secrets: deriveSecrets(SECRET_KEY), publicUrl, log }));
  await db.destroy();
}

/** A fresh database of the migrated tables, `empty` or with the sample `catalogue`; a few milliseconds each. */
export async function createTestDatabase(
  serverUrl: string,
  kind: keyof typeof TEMPLATES = 'empty',
): Promise<string> {
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`;
  await copyDatabase(serverUrl, kind, name);
  return serverUrl.replace(/\/postgres$/, `/${name}`);
}

/** A database with no table in it, for tests of the migrations themselves. */
export async function createBareDatabase(serverUrl: string): Promise<string> {
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`;
  await onServer(serverUrl, `create database ${name} template template0`);
  return serverUrl.replace(/\/postgres$/, `/${name}`);
}

async function copyDatabase(serverUrl: string, from: keyof typeof TEMPLATES, name: string): Promise<void> {
  await onServer(serverUrl, `create database ${name} template ${TEMPLATES[from]}`);
}

async function onServer(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client(serverUrl);
  await client.connect();
  await client.query(statement);
  await client.end();
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
