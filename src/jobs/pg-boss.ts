import { fromKysely, type Job, PgBoss, type QueueOptions } from 'pg-boss';
import type { Logger } from 'pino';
import type { JobName, JobPayloads, Jobs } from './queue.ts';
import { type Schedule, schedule } from './schedule.ts';

/** What a worker does for each kind of job. May run twice for one job; must then change nothing. */
export type Handlers = {
  [N in JobName]: (payload: JobPayloads[N]) => Promise<void>;
} & { [N in Schedule]: () => Promise<void> };

// Tried for about half a day, the pauses growing from 2 seconds to 10 minutes: longer than any outage
// that nobody notices. A worker that was killed is taken for dead after a minute.
const stubborn: QueueOptions = {
  retryLimit: 80,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 600,
  expireInSeconds: 60,
  deleteAfterSeconds: 7 * 86_400,
};
// What recurs is not retried: the next round comes anyway.
const recurring: QueueOptions = { retryLimit: 0, expireInSeconds: 120, deleteAfterSeconds: 86_400 };

const queues: Record<JobName | Schedule, QueueOptions> = {
  'booking.converge': stubborn,
  'mail.send': stubborn,
  'inbox.handle': stubborn,
  'slot.decline-unclaimed': stubborn,
  reconcile: recurring,
};

/** How many jobs of a kind one worker process works on at a time; each holds a database connection. */
const CONCURRENCY = 3;

export interface JobRunner extends Jobs {
  /** Starts working jobs off, recurring ones included. */
  work(handlers: Handlers): Promise<void>;
  /** Lets running jobs finish (at most 10 s) and stops. */
  stop(): Promise<void>;
}

/** Creates or updates pg-boss's own tables and our queues. Run once per deployment, by the migration. */
export async function migrateJobs(databaseUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: databaseUrl, max: 2, supervise: false, schedule: false });
  boss.on('error', () => {});
  await boss.start();
  for (const [name, options] of Object.entries(queues)) {
    await boss.createQueue(name, { ...options, notify: true });
    await boss.updateQueue(name, options);
  }
  await boss.stop({ graceful: false });
}

/** The queue in PostgreSQL, through pg-boss. Without `work` it only takes jobs in: that is what web does. */
export async function startJobs(options: {
  databaseUrl: string;
  log: Logger;
  worker: boolean;
}): Promise<JobRunner> {
  const { log, worker } = options;
  const boss = new PgBoss({
    connectionString: options.databaseUrl,
    max: worker ? 5 : 1,
    migrate: false,
    supervise: worker,
    schedule: worker,
    useListenNotify: worker,
    application_name: 'interview-service-jobs',
  });
  boss.on('error', (error) => log.error({ error: error.message }, 'job queue'));
  await boss.start({ attempts: 5 });

  return {
    async enqueue(db, name, payload, { startAfter } = {}) {
      await boss.send(name, payload, { db: fromKysely(db), ...(startAfter && { startAfter }) });
    },

    async work(handlers) {
      for (const name of Object.keys(queues) as (JobName | Schedule)[]) {
        const handle = handlers[name] as (payload: unknown) => Promise<void>;
        const polling = { pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 2 };
        await boss.work(name, { ...polling, localConcurrency: CONCURRENCY }, async ([job]: Job<unknown>[]) => {
          if (!job) return;
          try {
            await handle(job.data);
          } catch (error) {
            log.warn({ job: name, id: job.id, error }, 'job failed, to be tried again');
            throw error;
          }
        });
      }
      for (const [name, cron] of Object.entries(schedule)) await boss.schedule(name, cron);
    },

    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  };
}
