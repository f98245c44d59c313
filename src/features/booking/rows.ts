import type { Selectable } from 'kysely';
import type { Bookings } from '../../db/tables.ts';
import type { Booking, BookingState, EndReason } from './domain.ts';

/** A row of `bookings` as the domain knows it. */
export function toBooking(row: Omit<Selectable<Bookings>, 'slot' | 'createdAt' | 'updatedAt'>): Booking {
  return {
    id: row.id,
    reference: row.reference,
    interviewerId: row.interviewerId,
    state: row.state as BookingState,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    calcomConnectionId: row.calcomConnectionId,
    calcomUid: row.calcomUid,
    calendarReleasedAt: row.calendarReleasedAt,
    meetingUrl: row.meetingUrl,
    price: { cents: row.priceCents, currency: row.currency },
    candidate: { name: row.candidateName, email: row.candidateEmail, timeZone: row.candidateTimeZone },
    holdExpiresAt: row.holdExpiresAt,
    checkoutAttempts: row.checkoutAttempt,
    checkout:
      row.checkoutStartedAt && row.checkoutExpiresAt
        ? {
            attempt: row.checkoutAttempt,
            startedAt: row.checkoutStartedAt,
            expiresAt: row.checkoutExpiresAt,
            sessionId: row.checkoutSessionId,
            url: row.checkoutUrl,
          }
        : null,
    paymentIntentId: row.paymentIntentId,
    authorisedAt: row.authorisedAt,
    confirmedAt: row.confirmedAt,
    readAt: row.readAt,
    endedAt: row.endedAt,
    endReason: row.endReason as EndReason | null,
  };
}

/** Every column of `bookings` that {@link toBooking} reads. */
export const BOOKING_COLUMNS = [
  'id',
  'reference',
  'interviewerId',
  'state',
  'startsAt',
  'endsAt',
  'calcomConnectionId',
  'calcomUid',
  'calendarReleasedAt',
  'meetingUrl',
  'priceCents',
  'currency',
  'candidateName',
  'candidateEmail',
  'candidateTimeZone',
  'holdExpiresAt',
  'checkoutAttempt',
  'checkoutStartedAt',
  'checkoutExpiresAt',
  'checkoutSessionId',
  'checkoutUrl',
  'paymentIntentId',
  'authorisedAt',
  'confirmedAt',
  'readAt',
  'endedAt',
  'endReason',
] as const;

/** The columns a state change may touch. Whom, when, how much and which slot are settled by the claim. */
export function toChanges(booking: Booking) {
  return {
    state: booking.state,
    calendarReleasedAt: booking.calendarReleasedAt,
    meetingUrl: booking.meetingUrl,
    candidateName: booking.candidate.name,
    candidateEmail: booking.candidate.email,
    candidateTimeZone: booking.candidate.timeZone,
    holdExpiresAt: booking.holdExpiresAt,
    checkoutAttempt: booking.checkoutAttempts,
    checkoutStartedAt: booking.checkout?.startedAt ?? null,
    checkoutExpiresAt: booking.checkout?.expiresAt ?? null,
    checkoutSessionId: booking.checkout?.sessionId ?? null,
    checkoutUrl: booking.checkout?.url ?? null,
    paymentIntentId: booking.paymentIntentId,
    authorisedAt: booking.authorisedAt,
    confirmedAt: booking.confirmedAt,
    readAt: booking.readAt,
    endedAt: booking.endedAt,
    endReason: booking.endReason,
  };
}
