import { sql } from 'kysely';
import type { Db } from '../../db/connect.ts';
import type { BookingAlert, BookingMail, DeliveryRow } from './domain.ts';
import { DELIVERY_COLUMNS } from './inbox-queries.ts';

const MOST = { mails: 100, alerts: 50, deliveries: 50 } as const;

/** Everything the desk shows of one booking that is no part of it. */
export async function aroundBooking(
  db: Db,
  booking: { id: string; interviewerId: string; paymentIntentId: string | null; calcomUid: string },
): Promise<{ interviewer: string; mails: BookingMail[]; alerts: BookingAlert[]; deliveries: DeliveryRow[] }> {
  const [interviewer, mails, alerts, deliveries] = await Promise.all([
    interviewerName(db, booking.interviewerId),
    mailsOf(db, booking.id),
    alertsOf(db, booking.id),
    deliveriesOf(db, booking),
  ]);
  return { interviewer, mails, alerts, deliveries };
}

async function interviewerName(db: Db, id: string): Promise<string> {
  const row = await db
    .selectFrom('interviewers')
    .select('name')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return row.name;
}

function mailsOf(db: Db, bookingId: string): Promise<BookingMail[]> {
  return db
    .selectFrom('mails')
    .select(['id', 'kind', 'queuedAt', 'sentAt', 'attempts', 'lastError'])
    .where('bookingId', '=', bookingId)
    .orderBy('id', 'desc')
    .limit(MOST.mails)
    .execute();
}

function alertsOf(db: Db, bookingId: string): Promise<BookingAlert[]> {
  return db
    .selectFrom('alerts')
    .select(['id', 'kind', 'message', 'raisedAt', 'resolvedAt', 'resolvedBy'])
    .where('bookingId', '=', bookingId)
    .orderBy('id', 'desc')
    .limit(MOST.alerts)
    .execute();
}

/** Webhooks that named the booking, its payment or its slot, the one it had before it moved included. */
function deliveriesOf(
  db: Db,
  { id, paymentIntentId, calcomUid }: { id: string; paymentIntentId: string | null; calcomUid: string },
): Promise<DeliveryRow[]> {
  return db
    .selectFrom('inbox')
    .select(DELIVERY_COLUMNS)
    .where(
      sql<boolean>`(payload #>> '{data,object,metadata,booking}' = ${id}
        or payload #>> '{data,object,payment_intent}' = ${paymentIntentId}
        or payload ->> 'uid' = ${calcomUid}
        or payload ->> 'uid' in (
          select moved.payload #>> '{delivery,payload,rescheduleUid}' from inbox moved
          where moved.payload ->> 'uid' = ${calcomUid}))`,
    )
    .orderBy('id', 'desc')
    .limit(MOST.deliveries)
    .execute();
}

/** The booking that a mail is about; null where there is no such mail. */
export async function bookingOfMail(db: Db, mailId: string): Promise<string | null> {
  const row = await db.selectFrom('mails').select('bookingId').where('id', '=', mailId).executeTakeFirst();
  return row?.bookingId ?? null;
}
