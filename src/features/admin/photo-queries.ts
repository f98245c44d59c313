import type { Db } from '../../db/connect.ts';
import type { Photograph } from './photo-domain.ts';
import type { Tone } from './photo-ink.ts';
import type { Portrait } from './photo-picture.ts';

/** The photograph an interviewer uploaded last, whether it was chosen or not. */
export async function photographOf(db: Db, interviewerId: string): Promise<Photograph | null> {
  const row = await db
    .selectFrom('photographs')
    .select(['inkId', 'plainId', 'tone'])
    .where('interviewerId', '=', interviewerId)
    .executeTakeFirst();
  return row ? { ...row, tone: row.tone as Tone } : null;
}

/** The square that both portraits are made from. */
export async function squareOf(db: Db, interviewerId: string): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('photographs')
    .select('square')
    .where('interviewerId', '=', interviewerId)
    .executeTakeFirst();
  return row?.square;
}

/** One change of an interviewer's portrait at a time. Needs a transaction. */
export async function lockPortrait(db: Db, interviewerId: string): Promise<string | null> {
  const row = await db
    .selectFrom('interviewers')
    .select('portraitId')
    .where('id', '=', interviewerId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.portraitId;
}

export async function savePhotograph(
  db: Db,
  interviewerId: string,
  { square, ink, plain }: { square: Buffer; ink: Portrait; plain: Portrait },
  now: Date,
): Promise<void> {
  for (const portrait of [ink, plain]) await savePortrait(db, portrait);
  const row = { square, inkId: ink.id, plainId: plain.id, tone: 0, uploadedAt: now };
  await db
    .insertInto('photographs')
    .values({ interviewerId, ...row })
    .onConflict((conflict) => conflict.column('interviewerId').doUpdateSet(row))
    .execute();
}

export async function saveInk(db: Db, interviewerId: string, ink: Portrait, tone: Tone): Promise<void> {
  await savePortrait(db, ink);
  await db
    .updateTable('photographs')
    .set({ inkId: ink.id, tone })
    .where('interviewerId', '=', interviewerId)
    .execute();
}

export async function setPortrait(
  db: Db,
  interviewerId: string,
  portraitId: string | null,
  now: Date,
): Promise<void> {
  await db
    .updateTable('interviewers')
    .set({ portraitId, updatedAt: now })
    .where('id', '=', interviewerId)
    .execute();
}

export async function removePhotograph(db: Db, interviewerId: string): Promise<void> {
  await db.deleteFrom('photographs').where('interviewerId', '=', interviewerId).execute();
}

/** Drops portraits made from photographs that nobody shows and nobody can choose: a person may take theirs back. */
export async function forgetPortraits(db: Db, ids: readonly (string | null)[]): Promise<void> {
  const made = ids.filter((id) => id !== null && /-(ink|plain)$/.test(id)) as string[];
  if (made.length === 0) return;
  await db
    .deleteFrom('portraits')
    .where('id', 'in', made)
    .where((eb) =>
      eb.and([
        eb.not(
          eb.exists(eb.selectFrom('interviewers').select('id').whereRef('portraitId', '=', 'portraits.id')),
        ),
        eb.not(
          eb.exists(
            eb
              .selectFrom('photographs')
              .select('interviewerId')
              .where((on) =>
                on.or([on('inkId', '=', on.ref('portraits.id')), on('plainId', '=', on.ref('portraits.id'))]),
              ),
          ),
        ),
      ]),
    )
    .execute();
}

async function savePortrait(db: Db, { id, sizes }: Portrait): Promise<void> {
  const largest = sizes.at(-1);
  if (!largest) return;
  await db
    .insertInto('portraits')
    .values({ id, contentType: 'image/avif', bytes: largest.bytes })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  await db
    .insertInto('portraitSizes')
    .values(sizes.slice(0, -1).map(({ width, bytes }) => ({ portraitId: id, width, bytes })))
    .onConflict((conflict) => conflict.columns(['portraitId', 'width']).doNothing())
    .execute();
}
