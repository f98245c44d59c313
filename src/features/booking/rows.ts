import type { Selectable } from 'kysely';
import type { Bookings } from '../../db/tables.ts';
import type { Booking, BookingState, EndReason } from './domain.ts';

/** A row of `bookings` as the domain knows it. */
export function toBooking(row: Omit<Selectable<Bookings>, 'slot' | 'createdAt' | 'updatedAt'>): Booking {
  return {
    id: row.id,
    revision: row.revision,
    sequence: row.sequence,
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
    terms: { freeCancelHours: row.freeCancelHours, guaranteeDays: row.guaranteeDays },
    money: { captured: row.capturedCents, refunded: row.refundedCents },
    moneyAttempt: row.moneyAttempt,
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
    endNote: row.endNote,
    absent: row.absent as Booking['absent'],
  };
}

/** Every column of `bookings` that {@link toBooking} reads. */
export const BOOKING_COLUMNS = [
  'id',
  'revision',
  'sequence',
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
  'freeCancelHours',
  'guaranteeDays',
  'capturedCents',
  'refundedCents',
  'moneyAttempt',
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
  'endNote',
  'absent',
] as const;

/** The columns a change may touch. With whom and for how much is settled by the claim. */
export function toChanges(booking: Booking) {
  return {
    state: booking.state,
    sequence: booking.sequence,
    calcomUid: booking.calcomUid,
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
    capturedCents: booking.money.captured,
    refundedCents: booking.money.refunded,
    moneyAttempt: booking.moneyAttempt,
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
    endNote: booking.endNote,
    absent: booking.absent,
  };
}
