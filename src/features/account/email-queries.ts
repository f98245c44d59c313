import type { Db } from '../../db/connect.ts';
import type { EmailChange } from './email-domain.ts';

/** Which of the two links: the old address's or the new one's. */
export type Link = 'approval' | 'confirmation';
const HASH = { approval: 'approvalHash', confirmation: 'confirmationHash' } as const;

const changes = (db: Db) =>
  db
    .selectFrom('emailChanges')
    .innerJoin('users', 'users.id', 'emailChanges.userId')
    .select([
      'emailChanges.id',
      'emailChanges.userId',
      'users.name',
      'emailChanges.oldEmail',
      'emailChanges.newEmail',
      'emailChanges.approvedAt',
      'emailChanges.confirmedAt',
      'emailChanges.expiresAt',
    ]);

/** Begins a change in place of whatever was under way; its id. Links of the one before are dead. */
export async function insertEmailChange(
  db: Db,
  change: Pick<EmailChange, 'userId' | 'oldEmail' | 'newEmail' | 'expiresAt'> & { createdAt: Date },
): Promise<string> {
  await db.deleteFrom('emailChanges').where('userId', '=', change.userId).execute();
  const row = await db.insertInto('emailChanges').values(change).returning('id').executeTakeFirstOrThrow();
  return row.id;
}

export async function emailChangeOf(db: Db, userId: string): Promise<EmailChange | null> {
  return (await changes(db).where('emailChanges.userId', '=', userId).executeTakeFirst()) ?? null;
}

export async function findEmailChange(db: Db, id: string): Promise<EmailChange | null> {
  return (await changes(db).where('emailChanges.id', '=', id).executeTakeFirst()) ?? null;
}

export async function emailChangeByLink(db: Db, link: Link, hash: Buffer): Promise<EmailChange | null> {
  return (await changes(db).where(`emailChanges.${HASH[link]}`, '=', hash).executeTakeFirst()) ?? null;
}

/** Keeps the hash of a link that is about to be sent; one sent before no longer works. */
export async function keepLink(db: Db, id: string, link: Link, hash: Buffer): Promise<void> {
  await db
    .updateTable('emailChanges')
    .set({ [HASH[link]]: hash })
    .where('id', '=', id)
    .execute();
}

/** Notes the old address's yes. False where it was given before. */
export async function noteApproval(db: Db, id: string, now: Date): Promise<boolean> {
  const result = await db
    .updateTable('emailChanges')
    .set({ approvedAt: now })
    .where('id', '=', id)
    .where('approvedAt', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Notes the new address's yes. False where it was given before, or the old one's is missing. */
export async function noteConfirmation(db: Db, id: string, now: Date): Promise<boolean> {
  const result = await db
    .updateTable('emailChanges')
    .set({ confirmedAt: now })
    .where('id', '=', id)
    .where('approvedAt', 'is not', null)
    .where('confirmedAt', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Throws the database's refusal where somebody else has the address. */
export async function setEmail(db: Db, userId: string, email: string, now: Date): Promise<void> {
  await db.updateTable('users').set({ email, updatedAt: now }).where('id', '=', userId).execute();
}

export async function removeEmailChange(db: Db, userId: string): Promise<void> {
  await db.deleteFrom('emailChanges').where('userId', '=', userId).where('confirmedAt', 'is', null).execute();
}
