import pg from 'pg';
import { type AppProcess, appProcess } from './application.ts';
import type { Database } from './database.ts';
import type { FarSide } from './far-side.ts';
import type { Luck } from './luck.ts';
import type { Round } from './messages.ts';

const MINUTE = 60_000;

/** The application's processes, its database, and the one clock they all go by. */
export interface Stage {
  site: string;
  databaseUrl: string;
  /** Runs a statement; its first value. */
  sql(statement: string): Promise<unknown>;
  far: FarSide;
  /** Minutes since the run began, on the moved clock. */
  minute(): number;
  now(): Date;
  advance(minutes: number): Promise<void>;
  /** A round of the recurring work; the workers take turns, and at times do it at once. */
  tick(rounds: Round[]): Promise<void>;
  /** Kills one of web, workers and database without a goodbye, and starts it again. */
  killOne(luck: Luck): Promise<void>;
  /** Starts what has ended by itself. */
  revive(): Promise<void>;
  /** All of the application ended and started anew: nothing is half-way in a process any more. */
  restartAll(): Promise<void>;
  kills: Record<'web' | 'worker' | 'database', number>;
  /** Processes that ended though nobody had killed them. */
  deaths: string[];
  stop(): Promise<void>;
}

/**
 * Hours ahead of the real clock at the start: another time of day for every seed. Not more: pg-boss sets
 * timers by the difference to the database's clock, and a timer can't be longer than 24 days.
 */
const MOST_HOURS_AHEAD = 24;

/** pg-boss's own notice to whoever works on a queue. */
const WAKE_ALL = `select pg_notify('pgboss_' || left(encode(sha224('pgboss'), 'hex'), 24), name) from pgboss.queue`;

export async function setStage(options: {
  program: string;
  database: Database;
  databaseUrl: string;
  far: FarSide;
  luck: Luck;
  workers: number;
  logFile: string;
}): Promise<Stage> {
  const { program, database, databaseUrl, far, luck, logFile } = options;
  let aheadMinutes = 0;
  let begin = 0;
  let turns = 0;
  const deaths: string[] = [];
  const aheadMs = () => aheadMinutes * MINUTE;
  const process = (name: string, role: 'web' | 'worker') =>
    appProcess({
      name,
      program,
      logFile,
      aheadMs,
      died: (how) => deaths.push(how),
      env: { ...far.env, DATABASE_URL: databaseUrl, ROLE: role },
    });
  const web = process('web', 'web');
  const workers = Array.from({ length: options.workers }, (_, n) => process(`worker ${n + 1}`, 'worker'));
  const all = [web, ...workers];
  const kills = { web: 0, worker: 0, database: 0 };
  const again = async (one: AppProcess) => {
    await one.kill();
    await one.start();
  };

  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  pool.on('error', () => {});
  const sql = async (statement: string): Promise<unknown> => {
    const { rows } = await pool.query(statement);
    return Object.values(rows[0] ?? {})[0];
  };

  const advance = async (minutes: number) => {
    aheadMinutes += minutes;
    for (const each of all) each.setClock(aheadMs());
    await Promise.all([
      far.advance(minutes),
      sql(`update chaos_clock set ahead = interval '${aheadMinutes} minutes'`),
    ]);
    // What is due by now would otherwise be found at the workers' next look.
    await sql(WAKE_ALL);
  };
  await advance(luck.whole(1, MOST_HOURS_AHEAD) * 60);
  begin = aheadMinutes;
  await Promise.all(all.map((each) => each.start()));

  return {
    site: `http://127.0.0.1:${far.env.PORT}`,
    databaseUrl,
    sql,
    far,
    minute: () => aheadMinutes - begin,
    now: () => new Date(Date.now() + aheadMs()),
    advance,
    async tick(rounds) {
      turns += 1;
      const those = turns % 5 === 0 ? workers : [workers[turns % workers.length]];
      await Promise.all(those.map((worker) => worker?.tick(rounds)));
    },
    async revive() {
      await Promise.all(all.filter((each) => !each.isAlive()).map((each) => each.start()));
    },
    async killOne(chance) {
      const victim = chance.weighted({ web: 3, worker: 5, database: 2 });
      kills[victim] += 1;
      if (victim === 'web') return again(web);
      if (victim === 'worker') return again(workers[chance.whole(0, workers.length - 1)] ?? web);
      await database.kill();
      await database.start();
    },
    async restartAll() {
      await Promise.all(all.map((each) => each.kill()));
      // What pg-boss does by itself once it takes a worker for dead, which it looks into once a minute.
      await sql(
        `update pgboss.job set state = 'retry', start_after = pgboss.job_now() where state = 'active'`,
      );
      await Promise.all(all.map((each) => each.start()));
    },
    kills,
    deaths,
    async stop() {
      await Promise.all(all.map((each) => each.kill()));
      await pool.end();
    },
  };
}
