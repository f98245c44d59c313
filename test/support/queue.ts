import { sql } from 'kysely';
import { until } from './until.ts';
import type { World } from './world.ts';

interface QueuedJob {
  name: string;
  state: string;
  retryCount: number;
  startAfter: Date;
}

/** The queue's jobs about something, as their data names it, those that are done among them; the oldest first. */
export async function jobsAbout(
  world: World,
  about: Record<string, string | undefined>,
): Promise<QueuedJob[]> {
  const { rows } = await sql<QueuedJob>`select name, state, retry_count, start_after from pgboss.job
    where data @> ${JSON.stringify(about)}::jsonb order by created_on`.execute(world.application.deps.db);
  return rows;
}

/** Picks the jobs that are not put off for longer than so many minutes. */
export const dueWithin =
  (minutes: number) =>
  ({ startAfter }: QueuedJob): boolean =>
    startAfter.getTime() < Date.now() + minutes * 60_000;

/** Waits until nothing that is due is left to do about anything; the rounds that come by the clock go on. */
export async function queueAtRest({ application }: World): Promise<void> {
  const due = sql<{ left: number }>`select count(*)::int as left from pgboss.job
    where state in ('created', 'retry', 'active') and start_after <= now() and data <> '{}'::jsonb`;
  await until(async () => (await due.execute(application.deps.db)).rows[0]?.left === 0, {
    what: 'nothing is left in the queue',
  });
}
