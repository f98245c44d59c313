import { fromKysely, type Job, type JobResult, PgBoss, type QueueOptions } from 'pg-boss';
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
  'account.mail': stubborn,
  'inbox.handle': stubborn,
  'slot.decline-unclaimed': stubborn,
  'slot.mark-absent': stubborn,
  reconcile: recurring,
  'sweep-payments': recurring,
  'sweep-calendars': recurring,
  'read-calendars': recurring,
  'remind-of-reports': recurring,
  'tidy-accounts': recurring,
  'check-calendars': recurring,
  'calendar.mail': stubborn,
  'calendar.check': { ...recurring, retryLimit: 2, retryDelay: 60 },
  'calendar.read': { ...recurring, retryLimit: 2, retryDelay: 5 },
};

/**
 * How often each kind is looked for. A notice from the database wakes its workers at once, up to ten jobs at a
 * time, one batch after the other while they come full; what waits for its time is found within two seconds.
 * What recurs is in no hurry: an idle service has less to ask.
 */
const paceOf = (options: QueueOptions) => ({
  ...(options === recurring
    ? { localConcurrency: 1, notifyPollingIntervalSeconds: 10 }
    : { localConcurrency: 2, notifyPollingIntervalSeconds: 2 }),
  batchSize: 5,
  burstWhenBatchFull: true,
  pollingIntervalSeconds: 0.5,
});

export interface JobRunner extends Jobs {
  /** Starts working jobs off, recurring ones included, each of which comes once at once. */
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
  let stopped = false;
  // Connections that are closed for good may still hear of a database that goes away after them.
  boss.on('error', (error) => stopped || log.error({ error: error.message }, 'job queue'));
  await boss.start({ attempts: 5 });

  return {
    async enqueue(db, name, payload, { startAfter } = {}) {
      await boss.send(name, payload, { db: fromKysely(db), ...(startAfter && { startAfter }) });
    },

    async enqueueAll(db, name, payloads, { startAfter } = {}) {
      const jobs = payloads.map((data) => ({ data, ...(startAfter && { startAfter }) }));
      await boss.insert(name, jobs, { db: fromKysely(db) });
    },

    async work(handlers) {
      for (const [name, options] of Object.entries(queues) as [JobName | Schedule, QueueOptions][]) {
        const handle = handlers[name] as (payload: unknown) => Promise<void>;
        await boss.work(name, { ...paceOf(options), perJobResults: true }, (jobs: Job<unknown>[]) =>
          Promise.all(jobs.map((job) => outcomeOf(job, handle, log))),
        );
      }
      for (const [name, cron] of Object.entries(schedule)) {
        await boss.schedule(name, cron);
        // The first round is a job like the others: an early stop lets it finish before the database is closed.
        await boss.send(name);
      }
    },

    async stop() {
      await boss.stop({ graceful: true, timeout: 10_000 });
      stopped = true;
    },
  };
}

/** One job of a batch: a failure is its own and leaves the others of the batch alone. */
async function outcomeOf(
  job: Job<unknown>,
  handle: (payload: unknown) => Promise<void>,
  log: Logger,
): Promise<JobResult> {
  try {
    await handle(job.data);
    return { id: job.id, status: 'completed' };
  } catch (error) {
    log.warn({ job: job.name, id: job.id, error }, 'job failed, to be tried again');
    return { id: job.id, status: 'failed', output: { message: String(error) } };
  }
}
