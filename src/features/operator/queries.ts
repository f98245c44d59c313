import { sql } from 'kysely';
import type { Db } from '../../db/connect.ts';
import type { BookingState, EndReason } from '../booking/domain.ts';
import type { Trouble } from '../calendar/domain.ts';
import { standingOf } from '../interviewers/domain.ts';
import type { Backlog, Desk, DeskBooking, DeskMember, OpenAlert, StuckMail, WaitingClaim } from './domain.ts';

const SHOWN = { bookings: 30, unsettled: 30, alerts: 30, claims: 30, mails: 30, members: 200 } as const;

/** Everything the operator's page shows. */
export async function deskOf(db: Db, now: Date): Promise<Desk> {
  const [bookings, unsettled, alerts, claims, stuckMails, mails, inbox, members] = await Promise.all([
    recentBookings(db),
    unsettledBookings(db),
    openAlerts(db),
    waitingClaims(db),
    mailsInTrouble(db),
    mailBacklog(db),
    inboxBacklog(db),
    allMembers(db, now),
  ]);
  return { bookings, unsettled, alerts, claims, stuckMails, mails, inbox, members };
}

function bookings(db: Db) {
  return db
    .selectFrom('bookings')
    .innerJoin('interviewers', 'interviewers.id', 'bookings.interviewerId')
    .select([
      'bookings.id',
      'bookings.reference',
      'bookings.state',
      'interviewers.name as interviewer',
      'bookings.candidateName as candidate',
      'bookings.startsAt',
      'bookings.createdAt',
      'bookings.holdExpiresAt',
      'bookings.authorisedAt',
      'bookings.endReason',
      'bookings.priceCents',
      'bookings.currency',
      'bookings.capturedCents',
      'bookings.refundedCents',
    ]);
}

type BookingRow = Awaited<ReturnType<ReturnType<typeof bookings>['execute']>>[number];

function toBooking({ priceCents, currency, capturedCents, refundedCents, ...row }: BookingRow): DeskBooking {
  return {
    ...row,
    state: row.state as BookingState,
    endReason: row.endReason as EndReason | null,
    price: { cents: priceCents, currency },
    money: { captured: capturedCents, refunded: refundedCents },
  };
}

/** Bookings from the latest on, or those that a search finds; one more than asked for says that there are more. */
export async function bookingList(
  db: Db,
  {
    found,
    before,
    limit,
  }: { found: { email: string } | { reference: string } | null; before: string | null; limit: number },
): Promise<DeskBooking[]> {
  const rows = await bookings(db)
    .$if(found !== null && 'email' in found, (query) =>
      query.where(sql`lower(bookings.candidate_email)`, '=', found && 'email' in found ? found.email : ''),
    )
    .$if(found !== null && 'reference' in found, (query) =>
      query.where('bookings.reference', '=', found && 'reference' in found ? found.reference : ''),
    )
    .$if(before !== null, (query) => query.where('bookings.id', '<', before ?? ''))
    .orderBy('bookings.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toBooking);
}

/** Claims that wait for a person, the oldest first. */
async function waitingClaims(db: Db): Promise<WaitingClaim[]> {
  const rows = await db
    .selectFrom('claims')
    .innerJoin('bookings', 'bookings.id', 'claims.bookingId')
    .innerJoin('interviewers', 'interviewers.id', 'bookings.interviewerId')
    .select(['claims.bookingId', 'claims.kind', 'claims.reason', 'claims.claimedAt', 'bookings.reference'])
    .select(['bookings.candidateName as candidate', 'interviewers.name as interviewer'])
    .select(['bookings.priceCents', 'bookings.currency'])
    .where('claims.state', '=', 'queued')
    .orderBy('claims.claimedAt')
    .limit(SHOWN.claims)
    .execute();
  return rows.map(({ priceCents, currency, ...row }) => ({ ...row, price: { cents: priceCents, currency } }));
}

async function recentBookings(db: Db): Promise<DeskBooking[]> {
  const rows = await bookings(db).orderBy('bookings.id', 'desc').limit(SHOWN.bookings).execute();
  return rows.map(toBooking);
}

async function unsettledBookings(db: Db): Promise<DeskBooking[]> {
  const rows = await bookings(db)
    .where('bookings.state', 'in', ['held', 'checkout', 'authorised'])
    .orderBy('bookings.holdExpiresAt')
    .limit(SHOWN.unsettled)
    .execute();
  return rows.map(toBooking);
}

function openAlerts(db: Db): Promise<OpenAlert[]> {
  return (
    db
      .selectFrom('alerts')
      .leftJoin('bookings', 'bookings.id', 'alerts.bookingId')
      .select(['alerts.id', 'alerts.kind', 'alerts.message', 'alerts.raisedAt', 'alerts.bookingId'])
      .select('bookings.reference')
      .where('alerts.resolvedAt', 'is', null)
      // A claim that waits stands on the desk itself.
      .where('alerts.kind', '!=', 'claim-queued')
      .orderBy('alerts.raisedAt')
      .limit(SHOWN.alerts)
      .execute()
  );
}

function mailsInTrouble(db: Db): Promise<StuckMail[]> {
  return db
    .selectFrom('mails')
    .innerJoin('bookings', 'bookings.id', 'mails.bookingId')
    .select(['mails.id', 'mails.kind', 'mails.attempts', 'mails.lastError', 'mails.queuedAt'])
    .select(['mails.bookingId', 'bookings.reference', 'bookings.candidateName as candidate'])
    .where('mails.sentAt', 'is', null)
    .where('mails.lastError', 'is not', null)
    .orderBy('mails.queuedAt')
    .limit(SHOWN.mails)
    .execute();
}

function mailBacklog(db: Db): Promise<Backlog> {
  return db
    .selectFrom('mails')
    .select((eb) => [
      eb.fn.countAll<number>().as('waiting'),
      eb.fn.count<number>('lastError').as('failed'),
      eb.fn.min<Date | null>('queuedAt').as('oldestAt'),
    ])
    .where('sentAt', 'is', null)
    .executeTakeFirstOrThrow();
}

function inboxBacklog(db: Db): Promise<Backlog> {
  return db
    .selectFrom('inbox')
    .select((eb) => [
      eb.fn.countAll<number>().as('waiting'),
      eb.fn.count<number>('lastError').as('failed'),
      eb.fn.min<Date | null>('receivedAt').as('oldestAt'),
    ])
    .where('handledAt', 'is', null)
    .executeTakeFirstOrThrow();
}

async function allMembers(db: Db, now: Date): Promise<DeskMember[]> {
  const rows = await db
    .selectFrom('interviewers')
    .leftJoin('calcomConnections', (join) =>
      join
        .onRef('calcomConnections.interviewerId', '=', 'interviewers.id')
        .on('calcomConnections.disconnectedAt', 'is', null),
    )
    .select((eb) => [
      'interviewers.id',
      'interviewers.slug',
      'interviewers.name',
      'interviewers.portraitId',
      'interviewers.rateCents',
      'interviewers.currency',
      'interviewers.publishedAt',
      'interviewers.firstPublishedAt',
      'calcomConnections.verifiedAt',
      'calcomConnections.trouble',
      'calcomConnections.troubleSince',
      'calcomConnections.apiKeySealed',
      eb
        .selectFrom('bookings')
        .select(sql<number>`count(*)`.as('count'))
        .whereRef('bookings.interviewerId', '=', 'interviewers.id')
        .where('bookings.state', '=', 'confirmed')
        .where('bookings.endsAt', '>', now)
        .as('upcoming'),
    ])
    .orderBy('interviewers.name')
    .limit(SHOWN.members)
    .execute();
  return rows.map(
    ({
      rateCents,
      currency,
      publishedAt,
      firstPublishedAt,
      upcoming,
      trouble,
      troubleSince,
      apiKeySealed,
      ...row
    }) => ({
      ...row,
      price: { cents: rateCents, currency },
      standing: standingOf({ publishedAt, firstPublishedAt }),
      trouble: troubleSince && { what: trouble as Trouble, since: troubleSince, byTeam: !apiKeySealed },
      upcoming: upcoming ?? 0,
    }),
  );
}
