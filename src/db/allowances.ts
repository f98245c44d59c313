import { sql } from 'kysely';
import type { Db } from './connect.ts';

/** How often something may happen in a stretch of time that begins with the first time. */
export interface Allowance {
  most: number;
  seconds: number;
}

/**
 * Uses up one of an allowance, counted for all processes together.
 *
 * @returns the seconds until there is some again, where it was used up before; otherwise 0
 */
export async function spend(db: Db, key: string, { most, seconds }: Allowance, now: Date): Promise<number> {
  const endsAt = new Date(now.getTime() + seconds * 1000);
  const row = await db
    .insertInto('allowances')
    .values({ key, spent: 1, endsAt })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        spent: sql`case when allowances.ends_at <= ${now} then 1 else allowances.spent + 1 end`,
        endsAt: sql`case when allowances.ends_at <= ${now} then excluded.ends_at else allowances.ends_at end`,
      }),
    )
    .returning(['spent', 'endsAt'])
    .executeTakeFirstOrThrow();
  return row.spent > most ? Math.max(1, Math.ceil((row.endsAt.getTime() - now.getTime()) / 1000)) : 0;
}

/** Returns what was spent on something that was no misuse after all. */
export async function giveBack(db: Db, keys: readonly string[]): Promise<void> {
  await db
    .updateTable('allowances')
    .set((set) => ({ spent: set('spent', '-', 1) }))
    .where('key', 'in', keys)
    .where('spent', '>', 0)
    .execute();
}

/** Forgets allowances that are whole again. */
export async function forgetSpent(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('allowances').where('endsAt', '<=', now).execute();
}
