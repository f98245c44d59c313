import { type ExpressionBuilder, sql } from 'kysely';
import type { Db } from '../../db/connect.ts';
import type { DB } from '../../db/tables.ts';

/** A session whose report the candidate still waits for. */
export interface Overdue {
  id: string;
  reference: string;
  candidateName: string;
  interviewer: string;
}

/**
 * Sessions that took place, ended in this span and have no report yet. Not those that were called off, where
 * somebody did not come, or whose price went back or is asked back.
 */
function awaiting(db: Db, { from, until }: { from: Date; until: Date }) {
  return db
    .selectFrom('bookings')
    .innerJoin('interviewers', 'interviewers.id', 'bookings.interviewerId')
    .select([
      ...(['bookings.id', 'bookings.reference', 'bookings.candidateName'] as const),
      'interviewers.name as interviewer',
    ])
    .where('bookings.state', 'in', ['confirmed', 'completed'])
    .where('bookings.absent', 'is', null)
    .where('bookings.endsAt', '>', from)
    .where('bookings.endsAt', '<=', until)
    .where(sql<boolean>`bookings.refunded_cents < bookings.captured_cents`)
    .where((where) => where.not(where.exists(reportSent(where))))
    .where((where) => where.not(where.exists(claimLive(where))))
    .orderBy('bookings.endsAt')
    .limit(ROUND);
}

const reportSent = (where: ExpressionBuilder<DB, 'bookings'>) =>
  where
    .selectFrom('reports')
    .select('reports.bookingId')
    .whereRef('reports.bookingId', '=', 'bookings.id')
    .where('reports.sentAt', 'is not', null);

const claimLive = (where: ExpressionBuilder<DB, 'bookings'>) =>
  where
    .selectFrom('claims')
    .select('claims.id')
    .whereRef('claims.bookingId', '=', 'bookings.id')
    .where('claims.state', 'in', ['granted', 'queued']);

/** Of those, the ones of which the interviewer was not reminded yet. */
export const unreminded = (db: Db, span: { from: Date; until: Date }): Promise<Overdue[]> =>
  awaiting(db, span).where(none('mails', 'report-reminder')).execute();

/** Of those, the ones of which the operator was never told; what they dealt with is not raised again. */
export const untold = (db: Db, span: { from: Date; until: Date }): Promise<Overdue[]> =>
  awaiting(db, span).where(none('alerts', 'report-overdue')).execute();

/** Whether a booking has no mail, or no alert, of this kind. */
const none = (table: 'mails' | 'alerts', kind: string) =>
  sql<boolean>`not exists (
    select from ${sql.table(table)} as told where told.booking_id = bookings.id and told.kind = ${kind}
  )`;

/** Sessions one round takes on; the rest come with the next. */
const ROUND = 200;
