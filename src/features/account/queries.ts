import type { Db } from '../../db/connect.ts';
import type { Member, OpenSession, SignedInUser } from './domain.ts';

/** How a member is shown: an interviewer by their profile and in their zone, everybody else by the account. */
export async function memberOf(db: Db, user: SignedInUser): Promise<Member> {
  const row = await db
    .selectFrom('users')
    .leftJoin('interviewers', 'interviewers.userId', 'users.id')
    .select([
      'users.passwordChangedAt',
      'interviewers.name',
      'interviewers.portraitId',
      'interviewers.timeZone',
    ])
    .where('users.id', '=', user.id)
    .executeTakeFirstOrThrow();
  return {
    name: row.name ?? user.name,
    portraitId: row.portraitId,
    zone: row.timeZone ?? 'UTC',
    desk: row.name === null && user.role === 'operator' ? 'operator' : 'interviewer',
    passwordChangedAt: row.passwordChangedAt,
  };
}

/** Where a member's mail goes. */
export async function addressOf(db: Db, userId: string): Promise<{ email: string; name: string } | null> {
  const row = await db
    .selectFrom('users')
    .select(['email', 'name'])
    .where('id', '=', userId)
    .executeTakeFirst();
  return row ?? null;
}

/** Where somebody is signed in, the latest used first. */
export async function sessionsOf(db: Db, userId: string, now: Date): Promise<OpenSession[]> {
  return db
    .selectFrom('sessions')
    .select(['id', 'userAgent', 'createdAt', 'updatedAt as seenAt'])
    .where('userId', '=', userId)
    .where('expiresAt', '>', now)
    .orderBy('updatedAt', 'desc')
    .execute();
}

/** Ends one session of somebody. False where they have no such session. */
export async function endSession(db: Db, userId: string, id: string): Promise<boolean> {
  const result = await db
    .deleteFrom('sessions')
    .where('userId', '=', userId)
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** Ends all of somebody's sessions but one; how many there were. */
export async function endOtherSessions(db: Db, userId: string, kept: string | null): Promise<number> {
  const result = await db
    .deleteFrom('sessions')
    .where('userId', '=', userId)
    .$if(kept !== null, (sessions) => sessions.where('id', '!=', kept))
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}

export async function notePasswordChange(db: Db, userId: string, now: Date): Promise<void> {
  await db.updateTable('users').set({ passwordChangedAt: now }).where('id', '=', userId).execute();
}

/** Forgets what has ended by itself: sessions, and what the sign-in library keeps for minutes. */
export async function forgetEnded(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('sessions').where('expiresAt', '<', now).execute();
  await db.deleteFrom('verifications').where('expiresAt', '<', now).execute();
}
