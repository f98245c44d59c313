import type { Db } from '../../db/connect.ts';
import type { Report } from './domain.ts';
import { reportSchema } from './schema.ts';

/** A report as it is kept, sent or not. */
export interface KeptReport {
  content: Report;
  version: number;
  savedAt: Date;
  sentAt: Date | null;
  readAt: Date | null;
}

export async function findReport(db: Db, bookingId: string): Promise<KeptReport | null> {
  const row = await db
    .selectFrom('reports')
    .select(['content', 'version', 'savedAt', 'sentAt', 'readAt'])
    .where('bookingId', '=', bookingId)
    .executeTakeFirst();
  return row ? { ...row, content: reportSchema.parse(row.content) } : null;
}

/** What the candidate wanted to be asked about; null where nothing was entered. */
export async function subjectOf(db: Db, bookingId: string): Promise<string | null> {
  const row = await db
    .selectFrom('bookingDetails')
    .select('subject')
    .where('bookingId', '=', bookingId)
    .executeTakeFirst();
  return row?.subject ?? null;
}

/**
 * Keeps a draft over the version it was made from (0 for none); its new version, or null when another tab has saved
 * since. A tab never loses to itself: its saves may overtake each other.
 */
export async function keepDraft(
  db: Db,
  bookingId: string,
  draft: { content: Report; over: number; tab: string; savedAt: Date },
): Promise<number | null> {
  const { tab, savedAt } = draft;
  const content = JSON.stringify(draft.content);
  const first = await db
    .insertInto('reports')
    .values({ bookingId, content, tab, savedAt })
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .executeTakeFirst();
  if (first) return first.version;
  const row = await db
    .updateTable('reports')
    .set((set) => ({ content, tab, savedAt, version: set('version', '+', 1) }))
    .where('bookingId', '=', bookingId)
    .where((where) => where.or([where('version', '=', draft.over), where('tab', '=', tab)]))
    .where('sentAt', 'is', null)
    .returning('version')
    .executeTakeFirst();
  return row?.version ?? null;
}

/** False when it was sent before. */
export async function markSent(db: Db, bookingId: string, sentAt: Date): Promise<boolean> {
  const result = await db
    .updateTable('reports')
    .set({ sentAt })
    .where('bookingId', '=', bookingId)
    .where('sentAt', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Keeps when the candidate first opened it. */
export async function markRead(db: Db, bookingId: string, readAt: Date): Promise<void> {
  await db
    .updateTable('reports')
    .set({ readAt })
    .where('bookingId', '=', bookingId)
    .where('sentAt', 'is not', null)
    .where('readAt', 'is', null)
    .execute();
}
