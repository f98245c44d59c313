import type { Db } from '../../db/connect.ts';
import type { Claim, ClaimKind } from './domain.ts';

const COLUMNS = ['kind', 'state', 'reason', 'claimedAt', 'decidedAt'] as const;

/** The claim of a booking, of which there is one at most. */
export async function claimOf(db: Db, bookingId: string): Promise<Claim | null> {
  const row = await db
    .selectFrom('claims')
    .select(COLUMNS)
    .where('bookingId', '=', bookingId)
    .executeTakeFirst();
  return (row as Claim | undefined) ?? null;
}

/** How often this address has claimed since, for other bookings. Refused claims do not count. */
export async function earlierClaims(
  db: Db,
  candidate: { email: string; bookingId: string },
  since: Date,
): Promise<number> {
  const row = await db
    .selectFrom('claims')
    .innerJoin('bookings', 'bookings.id', 'claims.bookingId')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where((eb) => eb(eb.fn('lower', ['bookings.candidateEmail']), '=', candidate.email.toLowerCase()))
    .where('claims.bookingId', '!=', candidate.bookingId)
    .where('claims.state', '!=', 'declined')
    .where('claims.claimedAt', '>=', since)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

export async function hasOpenDispute(db: Db, bookingId: string): Promise<boolean> {
  const row = await db
    .selectFrom('disputes')
    .select('id')
    .where('bookingId', '=', bookingId)
    .where('status', 'not in', ['won', 'warning_closed', 'prevented'])
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertClaim(
  db: Db,
  claim: {
    bookingId: string;
    kind: ClaimKind;
    reason: string;
    state: 'granted' | 'queued';
    claimedAt: Date;
  },
): Promise<void> {
  const decided = claim.state === 'granted' ? { decidedAt: claim.claimedAt, decidedBy: 'policy' } : {};
  await db
    .insertInto('claims')
    .values({ ...claim, ...decided })
    .execute();
}

/** Decides a claim that waits; false when it was decided already. */
export async function decideQueued(
  db: Db,
  bookingId: string,
  decision: { state: 'granted' | 'declined'; decidedAt: Date; decidedBy: string },
): Promise<boolean> {
  const result = await db
    .updateTable('claims')
    .set(decision)
    .where('bookingId', '=', bookingId)
    .where('state', '=', 'queued')
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
