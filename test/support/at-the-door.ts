import { sql } from 'kysely';
import { takeTurn } from '../../src/db/lock.ts';
import type { Deps } from '../../src/deps.ts';
import { until } from './until.ts';

/** Claims of an interviewer's time that have looked at everything and wait for their turn to store it; then they may, all of them. */
export async function allAtTheDoor(
  { db }: Pick<Deps, 'db'>,
  interviewerId: string,
  claims: () => Promise<Response>[],
): Promise<Response[]> {
  const waiting = sql`select from pg_locks join pg_database on pg_database.oid = database
    where locktype = 'advisory' and not granted and datname = current_database()`;
  return db
    .transaction()
    .execute(async (turn) => {
      await takeTurn(turn, `claim:${interviewerId}`);
      const answers = claims();
      await until(async () => (await waiting.execute(db)).rows.length === answers.length, {
        what: 'the claims wait for their turn',
      });
      return answers;
    })
    .then((answers) => Promise.all(answers));
}
