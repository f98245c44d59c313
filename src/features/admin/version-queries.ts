import type { Db } from '../../db/connect.ts';
import type { ProfileValues } from './profile-form.ts';

/** Saves that can be told apart and taken back; older ones are forgotten. */
const KEPT = 50;

/** The version of a profile. */
export async function versionOf(db: Db, interviewerId: string): Promise<number> {
  const row = await db
    .selectFrom('interviewers')
    .select('profileVersion')
    .where('id', '=', interviewerId)
    .executeTakeFirstOrThrow();
  return row.profileVersion;
}

/** The version of a profile, which nobody else changes before the transaction ends. */
export async function lockVersion(db: Db, interviewerId: string): Promise<number> {
  const row = await db
    .selectFrom('interviewers')
    .select('profileVersion')
    .where('id', '=', interviewerId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.profileVersion;
}

/** What the profile said at a version, as its owner typed it; null where that is forgotten. */
export async function saidAt(db: Db, interviewerId: string, version: number): Promise<ProfileValues | null> {
  const row = await db
    .selectFrom('profileVersions')
    .select('said')
    .where('interviewerId', '=', interviewerId)
    .where('version', '=', version)
    .executeTakeFirst();
  return (row?.said as ProfileValues | undefined) ?? null;
}

/** Notes what a version said, unless that is known already. */
export async function noteVersion(
  db: Db,
  interviewerId: string,
  version: number,
  said: ProfileValues,
  now: Date,
): Promise<void> {
  await db
    .insertInto('profileVersions')
    .values({ interviewerId, version, said: JSON.stringify(said), savedAt: now })
    .onConflict((conflict) => conflict.columns(['interviewerId', 'version']).doNothing())
    .execute();
}

/** Counts one on. */
export async function raiseVersion(db: Db, interviewerId: string, version: number): Promise<void> {
  await db
    .updateTable('interviewers')
    .set({ profileVersion: version })
    .where('id', '=', interviewerId)
    .execute();
  await db
    .deleteFrom('profileVersions')
    .where('interviewerId', '=', interviewerId)
    .where('version', '<=', version - KEPT)
    .execute();
}
