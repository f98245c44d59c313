import type { Db } from '../../db/connect.ts';
import type { Proposal } from './change-domain.ts';

export type { Proposal };

/** The proposal that waits for an answer, or for the calendar after a yes. */
export async function openProposal(db: Db, bookingId: string): Promise<Proposal | null> {
  const row = await db
    .selectFrom('proposals')
    .select(['id', 'startsAt', 'message', 'madeAt', 'answer'])
    .where('bookingId', '=', bookingId)
    .where((where) => where.or([where('answer', 'is', null), where('answer', '=', 'accepted')]))
    .executeTakeFirst();
  return (row as Proposal | undefined) ?? null;
}

export async function findProposal(db: Db, id: string): Promise<(Proposal & { bookingId: string }) | null> {
  const row = await db
    .selectFrom('proposals')
    .select(['id', 'bookingId', 'startsAt', 'message', 'madeAt', 'answer'])
    .where('id', '=', id)
    .executeTakeFirst();
  return (row as (Proposal & { bookingId: string }) | undefined) ?? null;
}

export async function insertProposal(
  db: Db,
  proposal: { bookingId: string; startsAt: Date; message: string; madeAt: Date },
): Promise<string> {
  const row = await db.insertInto('proposals').values(proposal).returning('id').executeTakeFirstOrThrow();
  return row.id;
}

/** Answers the proposal that is open, if there is one. */
export async function answerProposals(
  db: Db,
  bookingId: string,
  answer: 'accepted' | 'moved' | 'failed' | 'declined' | 'withdrawn',
  now: Date,
): Promise<void> {
  await db
    .updateTable('proposals')
    .set({ answer, answeredAt: now })
    .where('bookingId', '=', bookingId)
    .where((where) => where.or([where('answer', 'is', null), where('answer', '=', 'accepted')]))
    .execute();
}
