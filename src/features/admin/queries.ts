import { sql } from 'kysely';
import type { Db } from '../../db/connect.ts';
import type { BookingState, EndReason } from '../booking/domain.ts';
import type { Trouble } from '../calendar/domain.ts';
import { standingOf } from '../interviewers/domain.ts';
import type { AgendaEntry, BookedInterview, PanelOwner } from './domain.ts';

/** The interviewer behind a user who signed in. */
export async function ownerOf(db: Db, userId: string): Promise<PanelOwner | null> {
  const row = await db
    .selectFrom('interviewers')
    .leftJoin('calcomConnections', (join) =>
      join
        .onRef('calcomConnections.interviewerId', '=', 'interviewers.id')
        .on('calcomConnections.disconnectedAt', 'is', null),
    )
    .select([
      'interviewers.id',
      'interviewers.slug',
      'interviewers.name',
      'interviewers.timeZone',
      'interviewers.portraitId',
      'interviewers.publishedAt',
      'interviewers.firstPublishedAt',
      'interviewers.pausedByOwner',
      'calcomConnections.id as connectionId',
      'calcomConnections.trouble',
    ])
    .where('interviewers.userId', '=', userId)
    .executeTakeFirst();
  if (!row) return null;
  const { publishedAt, firstPublishedAt, connectionId, trouble, ...owner } = row;
  return {
    ...owner,
    standing: standingOf({ publishedAt, firstPublishedAt }),
    isConnected: connectionId !== null,
    calendarTrouble: trouble as Trouble | null,
  };
}

/** Interviews that are still to come or running, the next one first, and how many there are in all. */
export async function upcomingOf(
  db: Db,
  interviewerId: string,
  now: Date,
  limit: number,
): Promise<{ entries: AgendaEntry[]; total: number }> {
  const rows = await agenda(db, interviewerId)
    .select((eb) => eb.fn.countAll<number>().over().as('total'))
    .where('bookings.state', '=', 'confirmed')
    .where('bookings.endsAt', '>', now)
    .orderBy('bookings.startsAt')
    .limit(limit)
    .execute();
  return { entries: rows.map(toEntry), total: rows[0]?.total ?? 0 };
}

/** Sessions whose report the candidate waits for, the most overdue first; not where the price went back or is asked back. */
export async function reportsOwedBy(
  db: Db,
  interviewerId: string,
  now: Date,
  limit: number,
): Promise<AgendaEntry[]> {
  const rows = await agenda(db, interviewerId)
    .where('bookings.state', 'in', ['confirmed', 'completed'])
    .where('bookings.endsAt', '<=', now)
    .where('bookings.absent', 'is', null)
    .where('reports.sentAt', 'is', null)
    .where((eb) => eb.or([eb('claims.state', 'is', null), eb('claims.state', '=', 'declined')]))
    .where(sql<boolean>`bookings.refunded_cents < bookings.captured_cents`)
    .orderBy('bookings.endsAt')
    .limit(limit)
    .execute();
  return rows.map(toEntry);
}

/** A booking of this interviewer that was confirmed at some time; anyone else's does not exist. */
export async function bookingOf(db: Db, interviewerId: string, id: string): Promise<BookedInterview | null> {
  const row = await agenda(db, interviewerId)
    .leftJoin('resumes', 'resumes.bookingId', 'bookings.id')
    .select([
      'bookings.reference',
      'bookings.candidateEmail',
      'bookings.freeCancelHours',
      'bookings.guaranteeDays',
      'bookings.confirmedAt',
      'bookings.endedAt',
      'bookings.endNote',
      'bookings.readNote',
      'bookingDetails.background',
      'bookingDetails.focus',
      'bookingDetails.targetCompanies',
      'bookingDetails.notes',
      'resumes.filename',
      'resumes.size',
    ])
    .where('bookings.id', '=', id)
    .executeTakeFirst();
  if (!row?.confirmedAt) return null;
  const entry = toEntry(row);
  return {
    ...entry,
    reference: row.reference,
    candidate: { ...entry.candidate, email: row.candidateEmail },
    terms: { freeCancelHours: row.freeCancelHours, guaranteeDays: row.guaranteeDays },
    confirmedAt: row.confirmedAt,
    endedAt: row.endedAt,
    endNote: row.endNote,
    readNote: row.readNote,
    details:
      row.subject === null
        ? null
        : {
            background: row.background ?? '',
            subject: row.subject,
            technologies: row.technologies ?? [],
            focus: row.focus ?? '',
            targetCompanies: row.targetCompanies ?? '',
            notes: row.notes ?? '',
          },
    resume: row.filename === null ? null : { filename: row.filename, size: row.size ?? 0 },
  };
}

/** Takes a public profile down for its owner, or puts back one that its owner took down; anything else stays. */
export async function showProfile(db: Db, interviewerId: string, shown: boolean, now: Date): Promise<void> {
  const profile = db
    .updateTable('interviewers')
    .set({ publishedAt: shown ? now : null, pausedByOwner: !shown, updatedAt: now })
    .where('id', '=', interviewerId);
  const changed = shown
    ? profile.where('publishedAt', 'is', null).where('pausedByOwner', '=', true)
    : profile.where('publishedAt', 'is not', null);
  await changed.execute();
}

/** Notes that the details were read, once and only while that is of use. */
export async function markRead(
  db: Db,
  interviewerId: string,
  id: string,
  { at, note }: { at: Date; note: string },
): Promise<boolean> {
  const result = await db
    .updateTable('bookings')
    .set({ readAt: at, readNote: note, updatedAt: at })
    .where('id', '=', id)
    .where('interviewerId', '=', interviewerId)
    .where('state', '=', 'confirmed')
    .where('endsAt', '>', at)
    .where('readAt', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Whether the interviewer has another live booking in this span. */
export async function isBusy(
  db: Db,
  interviewerId: string,
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
  exceptBookingId: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('bookings')
    .select('id')
    .where('interviewerId', '=', interviewerId)
    .where('id', '!=', exceptBookingId)
    .where('state', 'in', ['held', 'checkout', 'authorised', 'confirmed'])
    .where('startsAt', '<', endsAt)
    .where('endsAt', '>', startsAt)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** An interviewer's bookings with what a row of the agenda shows. */
export function agenda(db: Db, interviewerId: string) {
  return (
    db
      .selectFrom('bookings')
      .leftJoin('bookingDetails', 'bookingDetails.bookingId', 'bookings.id')
      .leftJoin('claims', 'claims.bookingId', 'bookings.id')
      .leftJoin('reports', 'reports.bookingId', 'bookings.id')
      // One at a time is open: the database sees to it.
      .leftJoin('proposals', (join) =>
        join
          .onRef('proposals.bookingId', '=', 'bookings.id')
          .on((on) => on.or([on('proposals.answer', 'is', null), on('proposals.answer', '=', 'accepted')])),
      )
      .select([
        'bookings.id',
        'bookings.startsAt',
        'bookings.endsAt',
        'bookings.state',
        'bookings.candidateName',
        'bookings.candidateTimeZone',
        'bookings.meetingUrl',
        'bookings.readAt',
        'bookings.endReason',
        'bookings.absent',
        'bookings.sequence',
        'bookings.priceCents',
        'bookings.currency',
        'bookings.capturedCents',
        'bookings.refundedCents',
        'claims.state as claim',
        'reports.savedAt as reportSavedAt',
        'reports.sentAt as reportSentAt',
        'proposals.startsAt as proposedAt',
        'bookingDetails.subject',
        'bookingDetails.technologies',
      ])
      .where('bookings.interviewerId', '=', interviewerId)
  );
}

type AgendaRow = Awaited<ReturnType<ReturnType<typeof agenda>['execute']>>[number];

export function toEntry(row: AgendaRow): AgendaEntry {
  return {
    id: row.id,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    state: row.state as BookingState,
    candidate: { name: row.candidateName, timeZone: row.candidateTimeZone },
    subject: row.subject,
    technologies: row.technologies ?? [],
    meetingUrl: row.meetingUrl,
    readAt: row.readAt,
    endReason: row.endReason as EndReason | null,
    absent: row.absent as AgendaEntry['absent'],
    sequence: row.sequence,
    price: { cents: row.priceCents, currency: row.currency },
    money: { captured: row.capturedCents, refunded: row.refundedCents },
    claim: row.claim as AgendaEntry['claim'],
    report: row.reportSentAt ? 'sent' : row.reportSavedAt ? 'draft' : null,
    proposedAt: row.proposedAt,
  };
}
