import { letItPass } from './panel.ts';
import type { World } from './world.ts';

/** What waits for a person at the operator's desk, put straight into the tables. */
export function deskCases(world: () => World) {
  const db = () => world().application.deps.db;
  return {
    async addAlert(bookingId: string, kind = 'refund-failed'): Promise<string> {
      const row = await db()
        .insertInto('alerts')
        .values({ bookingId, kind, message: 'Somebody has to look.' })
        .returning('id')
        .executeTakeFirstOrThrow();
      return row.id;
    },
    async addClaim(bookingId: string): Promise<void> {
      await letItPass(world(), bookingId);
      const claim = { kind: 'not-worth-it', reason: 'Cut <short>', state: 'queued', claimedAt: new Date() };
      await db()
        .insertInto('claims')
        .values({ bookingId, ...claim })
        .execute();
    },
    async addMail(bookingId: string, more: { lastError?: string; sentAt?: Date } = {}): Promise<string> {
      const row = await db()
        .insertInto('mails')
        .values({ bookingId, kind: 'read-receipt', occasion: String(Math.random()), attempts: 1, ...more })
        .returning('id')
        .executeTakeFirstOrThrow();
      return row.id;
    },
  };
}
