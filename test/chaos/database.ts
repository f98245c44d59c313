import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type RunningPostgres, startPostgres } from '../../dev/postgres.ts';
import { freePort } from '../support/ports.ts';

const TEMPLATE = 'template_chaos';

/** A PostgreSQL of the run's own that can be killed and started again without losing what it promised. */
export interface Database {
  /** Of the database that every seed gets a copy of. */
  templateUrl: string;
  /** A fresh copy, its queue's clock movable. */
  copy(name: string): Promise<string>;
  /** SIGKILL of the postmaster. */
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(options: { keep: boolean }): Promise<void>;
}

export async function startDatabase(): Promise<Database> {
  const home = await mkdtemp(join(tmpdir(), 'interviews-chaos-'));
  const folder = join(home, 'postgres');
  const port = await freePort();
  let server: RunningPostgres = await startPostgres({ folder, port });
  await server.createDatabase(TEMPLATE);
  // The machine itself does not fail here, only the processes: what was written to the system is kept.
  await query(server.url('postgres'), 'alter system set fsync = off', 'select pg_reload_conf()');
  const dataFolder = await query(server.url('postgres'), 'show data_directory');

  const start = async () => {
    // Its children notice within a moment that the postmaster is gone, and hold its memory until then.
    for (let tries = 0; ; tries++) {
      try {
        server = await startPostgres({ folder, port });
        return;
      } catch (error) {
        if (tries >= 40) throw error;
        await pause(150);
      }
    }
  };
  return {
    templateUrl: server.url(TEMPLATE),
    async copy(name) {
      await query(server.url('postgres'), `create database ${name} template ${TEMPLATE}`);
      const url = server.url(name);
      // pg-boss asks its own function for the time: the queue's clock moves with all the others.
      await query(
        url,
        `create table chaos_clock (ahead interval not null)`,
        `insert into chaos_clock values (interval '0')`,
        `create or replace function pgboss.job_now() returns timestamptz language sql stable
           as 'select pg_catalog.now() + (select ahead from public.chaos_clock)'`,
      );
      return url;
    },
    async kill() {
      const file = await readFile(join(String(dataFolder), 'postmaster.pid'), 'utf8').catch(() => '');
      const pid = Number.parseInt(file, 10);
      if (!Number.isInteger(pid)) return;
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // Dead already.
      }
      while (isAlive(pid)) await pause(20);
    },
    start,
    async stop({ keep }) {
      await server.stop();
      if (keep) {
        console.log(`Kept: ${dataFolder}`);
        return;
      }
      await rm(dataFolder === undefined ? home : String(dataFolder), { recursive: true, force: true });
      await rm(home, { recursive: true, force: true });
    },
  };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Runs statements on a connection of their own; the last one's first value. */
export async function query(url: string, ...statements: string[]): Promise<unknown> {
  const client = new pg.Client(url);
  client.on('error', () => {});
  await client.connect();
  try {
    let value: unknown;
    for (const statement of statements) {
      const { rows } = await client.query(statement);
      value = Object.values(rows[0] ?? {})[0];
    }
    return value;
  } finally {
    await client.end();
  }
}
