import { aBooking } from './booking.fixture.ts';
import type { Step } from './convergence.ts';
import type { Booking, BookingState } from './domain.ts';
import type { CalendarView, Facts, PaymentView, RefundView } from './facts-domain.ts';

// Where a booking, its payment and its slot can stand: what the tests of the next step choose from.

export const HOLD_ENDS = new Date('2026-11-16T18:30:00Z');
export const AUTHORISED_AT = new Date('2026-11-16T18:20:00Z');
export const FIRMING_ENDS = new Date('2026-11-16T18:50:00Z');
export const RELEASED_AT = new Date('2026-11-16T19:00:00Z');
export const LINK = 'https://meet.example.com/abc';

export const money = { intentId: 'pi_1', amountCents: 150_00, currency: 'usd' };
export const held = { kind: 'authorised', ...money, captureBefore: null } as const;
export const taken = {
  ...{ kind: 'captured' as const, ...money, refundedCents: 0 },
  ...{ refunds: [] as RefundView[], dispute: null },
};
export const payments = {
  none: { kind: 'none' },
  open: { kind: 'open' },
  expired: { kind: 'expired' },
  pending: { kind: 'pending' },
  authorised: held,
  'a cent less authorised': { ...held, amountCents: 149_99 },
  'a cent more authorised': { ...held, amountCents: 150_01 },
  'euros authorised': { ...held, currency: 'eur' },
  captured: taken,
  'a cent less captured': { ...taken, amountCents: 149_99 },
  cancelled: { kind: 'cancelled' },
} satisfies Record<string, PaymentView>;
export type Payment = keyof typeof payments;

export const START = new Date('2026-11-19T20:00:00Z');
export const END = new Date('2026-11-19T21:30:00Z');
export const slot = { uid: 'uid', startsAt: START, endsAt: END, meetingUrl: LINK };
export const LATER = new Date('2026-11-20T20:00:00Z');
export const other = {
  uid: 'uid-2',
  startsAt: LATER,
  endsAt: new Date('2026-11-20T21:30:00Z'),
  meetingUrl: LINK,
};
export const calendars = {
  unknown: { kind: 'unknown' },
  pending: { kind: 'pending', ...slot },
  accepted: { kind: 'accepted', ...slot },
  'moved, pending': { kind: 'pending', ...other },
  'moved, accepted': { kind: 'accepted', ...other },
  rejected: { kind: 'rejected' },
  'cancelled by the candidate': { kind: 'cancelled', by: 'candidate', latest: null },
  'cancelled by the interviewer': { kind: 'cancelled', by: 'interviewer', latest: null },
  missing: { kind: 'missing' },
} satisfies Record<string, CalendarView>;
export type Calendar = keyof typeof calendars;

/** When silence of the calendar counts as a session that took place. */
const SETTLED = new Date('2026-11-19T22:30:00Z');
export const CUT_OFF = new Date('2026-11-18T20:00:00Z');
export const justBefore = (at: Date) => new Date(at.getTime() - 1);
export const justAfter = (at: Date) => new Date(at.getTime() + 1);

// A booking in each state, with the moments between which something there is decided otherwise; the ends
// once with the slot still owed to the calendar and once without.
export const untilHoldEnds = { early: justBefore(HOLD_ENDS), late: HOLD_ENDS };
export const whenever = { early: HOLD_ENDS, late: justAfter(END) };
export const paid = {
  confirmedAt: AUTHORISED_AT,
  paymentIntentId: 'pi_1',
  money: { captured: 150_00, refunded: 0 },
};
export const bookings = {
  held: { booking: aBooking({ holdExpiresAt: HOLD_ENDS }), moments: untilHoldEnds },
  checkout: { booking: aBooking({ state: 'checkout', holdExpiresAt: HOLD_ENDS }), moments: untilHoldEnds },
  authorised: {
    booking: aBooking({ state: 'authorised', authorisedAt: AUTHORISED_AT, paymentIntentId: 'pi_1' }),
    moments: { early: justBefore(FIRMING_ENDS), late: FIRMING_ENDS, started: START },
  },
  confirmed: {
    booking: aBooking({ state: 'confirmed', ...paid }),
    moments: {
      early: CUT_OFF,
      late: justAfter(CUT_OFF),
      started: justBefore(END),
      over: END,
      settled: SETTLED,
    },
  },
  completed: { booking: aBooking({ state: 'completed', ...paid }), moments: whenever },
  expired: ended('expired'),
  released: ended('released'),
  cancelled: ended('cancelled'),
  'expired, slot let go': ended('expired', RELEASED_AT),
  'released, slot let go': ended('released', RELEASED_AT),
  'cancelled, slot let go': ended('cancelled', RELEASED_AT),
} satisfies Record<string, { booking: Booking; moments: Partial<Record<When, Date>> }>;
export type Standing = keyof typeof bookings;
export type When = 'early' | 'late' | 'started' | 'over' | 'settled';

export const DONE: Step = { do: 'done' };
export const LAPSED: Step = { do: 'give-up', event: 'not-firmed', reason: 'payment-lapsed' };

/** What is looked at, of which a test says what it is about. */
export const factsOf = (booking: Booking, more: Partial<Facts> = {}): Facts => ({
  ...{ booking, refunds: [], dispute: null, wish: null },
  ...{ payment: { kind: 'none' }, calendar: { kind: 'missing' } },
  ...more,
});

function ended(state: BookingState, calendarReleasedAt: Date | null = null) {
  return { booking: aBooking({ state, endedAt: HOLD_ENDS, calendarReleasedAt }), moments: whenever };
}
