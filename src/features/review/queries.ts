import type { Db } from '../../db/connect.ts';
import {
  averageOf,
  type KeptReview,
  type PublicReview,
  type Review,
  type ReviewCase,
  type Standing,
} from './domain.ts';

export async function findReview(db: Db, bookingId: string): Promise<KeptReview | null> {
  const row = await db
    .selectFrom('reviews')
    .select(['rating', 'words', 'mayPublish', 'attribution', 'writtenAt', 'decision'])
    .where('bookingId', '=', bookingId)
    .executeTakeFirst();
  return (row as KeptReview | undefined) ?? null;
}

/** Keeps a review, over an earlier one that nobody has decided on. */
export async function keepReview(
  db: Db,
  booking: { id: string; interviewerId: string },
  review: Review & { writtenAt: Date },
): Promise<void> {
  await db
    .insertInto('reviews')
    .values({ bookingId: booking.id, interviewerId: booking.interviewerId, ...review })
    .onConflict((conflict) =>
      conflict.column('bookingId').doUpdateSet(review).where('reviews.decision', 'is', null),
    )
    .execute();
}

/** Takes the candidate's leave back: the review stays for the interviewer, and is shown to nobody else. */
export async function hideReview(db: Db, bookingId: string): Promise<void> {
  await db
    .updateTable('reviews')
    .set({ mayPublish: false, attribution: '', decision: null, decidedAt: null, decidedBy: null })
    .where('bookingId', '=', bookingId)
    .execute();
  await db.deleteFrom('testimonials').where('reviewId', '=', bookingId).execute();
}

/** Those that wait, the oldest first, then those decided last. */
export async function reviewCases(db: Db, limit: number): Promise<ReviewCase[]> {
  const rows = await db
    .selectFrom('reviews')
    .innerJoin('bookings', 'bookings.id', 'reviews.bookingId')
    .innerJoin('interviewers', 'interviewers.id', 'reviews.interviewerId')
    .select([
      'reviews.bookingId',
      'bookings.reference',
      'interviewers.name as interviewer',
      'reviews.rating',
      'reviews.words',
      'reviews.attribution',
      'reviews.writtenAt',
      'reviews.decision',
    ])
    .where('reviews.mayPublish', '=', true)
    .orderBy((eb) => eb('reviews.decidedAt', 'is not', null))
    .orderBy('reviews.decidedAt', 'desc')
    .orderBy('reviews.writtenAt')
    .limit(limit)
    .execute();
  return rows as ReviewCase[];
}

/** Decides a review that waits; false when it was decided, or its leave taken back. */
export async function decideReview(
  db: Db,
  bookingId: string,
  decision: { decision: 'approved' | 'declined'; decidedAt: Date; decidedBy: string },
): Promise<boolean> {
  const result = await db
    .updateTable('reviews')
    .set(decision)
    .where('bookingId', '=', bookingId)
    .where('mayPublish', '=', true)
    .where('decision', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Puts an approved review on the home page. */
export async function addTestimonial(db: Db, bookingId: string, approvedAt: Date): Promise<void> {
  await db
    .insertInto('testimonials')
    .columns(['reviewId', 'interviewerId', 'quote', 'attribution', 'approvedAt'])
    .expression((eb) =>
      eb
        .selectFrom('reviews')
        .select((select) => [
          'bookingId',
          'interviewerId',
          'words',
          'attribution',
          select.val(approvedAt).as('approvedAt'),
        ])
        .where('bookingId', '=', bookingId)
        .where('decision', '=', 'approved'),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** What the public may read about an interviewer: the latest few, and the average of all. */
export async function standingOf(db: Db, interviewerId: string, most: number): Promise<Standing> {
  const shown = db
    .selectFrom('reviews')
    .where('interviewerId', '=', interviewerId)
    .where('decision', '=', 'approved');
  const [rows, sum] = await Promise.all([
    shown
      .select(['rating', 'words', 'attribution', 'writtenAt'])
      .orderBy('decidedAt', 'desc')
      .limit(most)
      .execute(),
    shown
      .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.sum<number>('rating').as('sum')])
      .executeTakeFirstOrThrow(),
  ]);
  const count = Number(sum.count);
  return { reviews: rows as PublicReview[], count, average: averageOf(Number(sum.sum), count) };
}

/** How many wait for the operator. */
export async function reviewsWaiting(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('reviews')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('mayPublish', '=', true)
    .where('decision', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}
