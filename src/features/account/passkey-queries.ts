import type { Db } from '../../db/connect.ts';
import type { Passkey, PasskeyCredential } from './domain.ts';

export async function passkeysOf(db: Db, userId: string): Promise<(Passkey & { credentialId: string })[]> {
  return db
    .selectFrom('passkeys')
    .select(['id', 'name', 'createdAt', 'lastUsedAt', 'credentialId'])
    .where('userId', '=', userId)
    .orderBy('createdAt')
    .execute();
}

/** One of somebody's own passkeys; anybody else's does not exist. */
export async function passkeyOf(db: Db, userId: string, id: string): Promise<Passkey | null> {
  const row = await db
    .selectFrom('passkeys')
    .select(['id', 'name', 'createdAt', 'lastUsedAt'])
    .where('userId', '=', userId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

export async function insertPasskey(
  db: Db,
  userId: string,
  name: string,
  { publicKey, ...credential }: PasskeyCredential,
): Promise<boolean> {
  const result = await db
    .insertInto('passkeys')
    .values({ userId, name, ...credential, publicKey: Buffer.from(publicKey) })
    .onConflict((conflict) => conflict.column('credentialId').doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function renamePasskey(db: Db, userId: string, id: string, name: string): Promise<void> {
  await db.updateTable('passkeys').set({ name }).where('userId', '=', userId).where('id', '=', id).execute();
}

export async function removePasskey(db: Db, userId: string, id: string): Promise<void> {
  await db.deleteFrom('passkeys').where('userId', '=', userId).where('id', '=', id).execute();
}

/** Whose passkey it is and what proves it. */
export async function passkeyByCredential(
  db: Db,
  credentialId: string,
): Promise<(PasskeyCredential & { id: string; userId: string }) | null> {
  const row = await db
    .selectFrom('passkeys')
    .select(['id', 'userId', 'credentialId', 'publicKey', 'counter', 'transports'])
    .where('credentialId', '=', credentialId)
    .executeTakeFirst();
  return row ? { ...row, publicKey: new Uint8Array(row.publicKey), counter: Number(row.counter) } : null;
}

export async function notePasskeyUse(db: Db, id: string, counter: number, now: Date): Promise<void> {
  await db.updateTable('passkeys').set({ counter, lastUsedAt: now }).where('id', '=', id).execute();
}
