import { sql } from 'kysely';
import type { Db } from '../../db/connect.ts';
import { isUuid } from '../../db/uuid.ts';
import { type Booking, type BookingDetails, LIVE_STATES, type ResumeInfo } from './domain.ts';
import { MINUTE, POLICY } from './policy.ts';
import { BOOKING_COLUMNS, toBooking, toChanges } from './rows.ts';

export async function findBooking(db: Db, id: string): Promise<Booking | null> {
  if (!isUuid(id)) return null;
  const row = await db.selectFrom('bookings').select(BOOKING_COLUMNS).where('id', '=', id).executeTakeFirst();
  return row ? toBooking(row) : null;
}

declare const locked: unique symbol;

/** A booking as it is and stays until the transaction ends: nobody else can change it meanwhile. */
export type LockedBooking = Booking & { readonly [locked]: true };

/** Reads a booking and keeps others from changing it until the transaction ends. */
export async function lockBooking(db: Db, id: string): Promise<LockedBooking> {
  const row = await db
    .selectFrom('bookings')
    .select(BOOKING_COLUMNS)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return toBooking(row) as LockedBooking;
}

export async function findBookingByUid(db: Db, uid: string): Promise<Booking | null> {
  const row = await db
    .selectFrom('bookings')
    .select(BOOKING_COLUMNS)
    .where('calcomUid', '=', uid)
    .executeTakeFirst();
  return row ? toBooking(row) : null;
}

export async function findBookingByIntent(db: Db, intentId: string): Promise<Booking | null> {
  const row = await db
    .selectFrom('bookings')
    .select(BOOKING_COLUMNS)
    .where('paymentIntentId', '=', intentId)
    .executeTakeFirst();
  return row ? toBooking(row) : null;
}

export interface NewBooking {
  reference: string;
  interviewerId: string;
  startsAt: Date;
  endsAt: Date;
  calcomConnectionId: string;
  calcomUid: string;
  priceCents: number;
  currency: string;
  candidateName: string;
  candidateEmail: string;
  candidateTimeZone: string;
  holdExpiresAt: Date;
  freeCancelHours: number;
  guaranteeDays: number;
}

/** Stores a claim. The database refuses a uid that was claimed and a slot that overlaps a live one. */
export async function insertBooking(db: Db, booking: NewBooking): Promise<Booking> {
  const row = await db
    .insertInto('bookings')
    .values({ ...booking, state: 'held' })
    .returning(BOOKING_COLUMNS)
    .executeTakeFirstOrThrow();
  return toBooking(row);
}

/** Saves a change and writes it into the booking's history. */
export async function saveBooking(
  db: Db,
  next: Booking,
  change: { from: Booking; at: Date; actor: string; reason: string },
): Promise<void> {
  await db
    .updateTable('bookings')
    .set((set) => ({ ...toChanges(next), revision: set('revision', '+', 1), updatedAt: change.at }))
    .where('id', '=', next.id)
    .execute();
  await recordHistory(db, next, { ...change, from: change.from.state });
}

/** The next try to take the money, or to let it go, gets an idempotency key of its own. */
export async function raiseMoneyAttempt(db: Db, id: string): Promise<void> {
  await db
    .updateTable('bookings')
    .set((set) => ({ moneyAttempt: set('moneyAttempt', '+', 1), revision: set('revision', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function recordHistory(
  db: Db,
  booking: Booking,
  entry: { from: string | null; at: Date; actor: string; reason: string },
): Promise<void> {
  await db
    .insertInto('bookingHistory')
    .values({
      bookingId: booking.id,
      at: entry.at,
      actor: entry.actor,
      fromState: entry.from,
      toState: booking.state,
      reason: entry.reason,
    })
    .execute();
}

export async function detailsOf(db: Db, bookingId: string): Promise<BookingDetails | null> {
  const row = await db
    .selectFrom('bookingDetails')
    .select(['background', 'subject', 'technologies', 'focus', 'targetCompanies', 'notes'])
    .where('bookingId', '=', bookingId)
    .executeTakeFirst();
  return row ?? null;
}

export async function saveDetails(
  db: Db,
  bookingId: string,
  details: BookingDetails,
  now: Date,
): Promise<void> {
  await db
    .insertInto('bookingDetails')
    .values({ bookingId, ...details, givenAt: now, updatedAt: now })
    .onConflict((conflict) => conflict.column('bookingId').doUpdateSet({ ...details, updatedAt: now }))
    .execute();
}

export async function resumeInfo(db: Db, bookingId: string): Promise<ResumeInfo | null> {
  const row = await db
    .selectFrom('resumes')
    .select(['filename', 'size'])
    .where('bookingId', '=', bookingId)
    .executeTakeFirst();
  return row ?? null;
}

/** How many slots this visitor, known by bookings and e-mail address, still holds unpaid. */
export async function countHolds(
  db: Db,
  visitor: { bookings: string[]; email: string | null },
  now: Date,
): Promise<number> {
  const row = await db
    .selectFrom('bookings')
    .select(sql<number>`count(*)::int`.as('holds'))
    .where((where) =>
      where.or([
        ...(visitor.bookings.length > 0 ? [where('id', 'in', visitor.bookings)] : []),
        ...(visitor.email ? [where(sql`lower(candidate_email)`, '=', visitor.email.toLowerCase())] : []),
      ]),
    )
    .where('state', 'in', ['held', 'checkout'])
    .where('holdExpiresAt', '>', now)
    .executeTakeFirstOrThrow();
  return row.holds;
}

/** Whether a live booking already has some of this time. The constraint decides; this spares the attempt. */
export async function isTaken(
  db: Db,
  interviewerId: string,
  { startsAt, endsAt }: Pick<Booking, 'startsAt' | 'endsAt'>,
): Promise<boolean> {
  const row = await db
    .selectFrom('bookings')
    .select('id')
    .where('interviewerId', '=', interviewerId)
    .where('state', 'in', LIVE_STATES)
    .where('startsAt', '<', endsAt)
    .where('endsAt', '>', startsAt)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Bookings that are not where they should be at rest: the reconciler looks at each. */
export async function unsettledBookings(db: Db, now: Date, limit: number): Promise<string[]> {
  const pendingBefore = new Date(now.getTime() - POLICY.pendingRefundMinutes * MINUTE);
  const rows = await db
    .selectFrom('bookings')
    .select('id')
    .where((where) =>
      where.or([
        where.and([where('state', '=', 'held'), where('holdExpiresAt', '<=', now)]),
        where('state', 'in', ['checkout', 'authorised']),
        where.and([where('state', '=', 'confirmed'), where('endsAt', '<=', now)]),
        where.and([
          where('state', 'in', ['expired', 'released', 'cancelled']),
          where('calendarReleasedAt', 'is', null),
        ]),
        where(
          'id',
          'in',
          where
            .selectFrom('refunds')
            .select('bookingId')
            .where((refund) =>
              refund.or([
                refund('state', '=', 'owed'),
                refund.and([
                  refund('state', '=', 'pending'),
                  refund.or([refund('lookedAt', 'is', null), refund('lookedAt', '<', pendingBefore)]),
                ]),
              ]),
            ),
        ),
        where('id', 'in', where.selectFrom('proposals').select('bookingId').where('answer', '=', 'accepted')),
      ]),
    )
    // By lot: a crowd that can't get on, its calendar gone, must not keep the others from their turn.
    .orderBy(sql`random()`)
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

export async function insertLink(
  db: Db,
  link: { tokenHash: Buffer; bookingId: string; expiresAt: Date },
): Promise<void> {
  await db.insertInto('bookingLinks').values(link).execute();
}

/** Whether a mail's link opens this booking. */
export async function linkOpens(db: Db, bookingId: string, tokenHash: Buffer, now: Date): Promise<boolean> {
  if (!isUuid(bookingId)) return false;
  const row = await db
    .selectFrom('bookingLinks')
    .select('bookingId')
    .where('tokenHash', '=', tokenHash)
    .where('bookingId', '=', bookingId)
    .where('expiresAt', '>', now)
    .where('revokedAt', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
