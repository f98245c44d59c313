import { describe, expect, it } from 'vitest';
import { aBooking } from './booking.fixture.ts';
import { type CalendarView, firmingDeadline, nextStep, type PaymentView, type Step } from './convergence.ts';
import type { Booking, BookingState, EndReason } from './domain.ts';

const HOLD_ENDS = new Date('2026-11-16T18:30:00Z');
const AUTHORISED_AT = new Date('2026-11-16T18:20:00Z');
const FIRMING_ENDS = new Date('2026-11-16T18:50:00Z');
const RELEASED_AT = new Date('2026-11-16T19:00:00Z');
const LINK = 'https://meet.example.com/abc';

const money = { intentId: 'pi_1', amountCents: 150_00, currency: 'usd' };
const payments = {
  none: { kind: 'none' },
  open: { kind: 'open' },
  expired: { kind: 'expired' },
  pending: { kind: 'pending' },
  authorised: { kind: 'authorised', ...money },
  'a cent less authorised': { kind: 'authorised', ...money, amountCents: 149_99 },
  'a cent more authorised': { kind: 'authorised', ...money, amountCents: 150_01 },
  'euros authorised': { kind: 'authorised', ...money, currency: 'eur' },
  captured: { kind: 'captured', ...money },
  'a cent less captured': { kind: 'captured', ...money, amountCents: 149_99 },
  cancelled: { kind: 'cancelled' },
  refunded: { kind: 'refunded' },
} satisfies Record<string, PaymentView>;
type Payment = keyof typeof payments;

const calendars = {
  unknown: { kind: 'unknown' },
  pending: { kind: 'pending' },
  accepted: { kind: 'accepted', meetingUrl: LINK },
  rejected: { kind: 'rejected' },
  cancelled: { kind: 'cancelled' },
  missing: { kind: 'missing' },
} satisfies Record<string, CalendarView>;
type Calendar = keyof typeof calendars;

// A booking in each state, with the moment that decides something there; the ends once with the slot
// still owed to the calendar and once without.
const bookings = {
  held: { booking: aBooking({ holdExpiresAt: HOLD_ENDS }), deadline: HOLD_ENDS },
  checkout: { booking: aBooking({ state: 'checkout', holdExpiresAt: HOLD_ENDS }), deadline: HOLD_ENDS },
  authorised: {
    booking: aBooking({ state: 'authorised', authorisedAt: AUTHORISED_AT, paymentIntentId: 'pi_1' }),
    deadline: FIRMING_ENDS,
  },
  confirmed: settled('confirmed'),
  completed: settled('completed'),
  expired: ended('expired'),
  released: ended('released'),
  cancelled: ended('cancelled'),
  'expired, slot let go': ended('expired', RELEASED_AT),
  'released, slot let go': ended('released', RELEASED_AT),
  'cancelled, slot let go': ended('cancelled', RELEASED_AT),
} satisfies Record<string, { booking: Booking; deadline: Date }>;
type Standing = keyof typeof bookings;

const times = ['before', 'after'] as const;
type When = (typeof times)[number];

const DONE: Step = { do: 'done' };
const WAIT: Step = { do: 'wait', until: null };
const WAIT_FOR_HOLD: Step = { do: 'wait', until: HOLD_ENDS };
const endAs = (state: 'expired' | 'released', reason: EndReason): Step => ({ do: 'end', state, reason });
const EXPIRE = endAs('expired', 'hold-expired');
const LAPSED = endAs('released', 'payment-lapsed');
const REFUSED = endAs('released', 'slot-refused');
const UNANSWERED = endAs('released', 'slot-unanswered');
const DIFFERS = endAs('released', 'amount-differs');

const ENDS: Standing[] = ['expired', 'released', 'cancelled'];
const LET_GO: Standing[] = ['expired, slot let go', 'released, slot let go', 'cancelled, slot let go'];
const HELD_MONEY: Payment[] = [
  'authorised',
  'a cent less authorised',
  'a cent more authorised',
  'euros authorised',
];
const TAKEN_MONEY: Payment[] = ['captured', 'a cent less captured'];
const NO_MONEY: Payment[] = ['none', 'expired', 'cancelled', 'refunded'];
const NO_MORE: Payment[] = ['none', 'open', 'expired', 'pending', 'cancelled', 'refunded'];
const SLOT_GONE: Calendar[] = ['rejected', 'cancelled', 'missing'];

// [where the booking stands, the money, the calendar, the deadline, the step]
type Some<T> = readonly T[] | 'any';
type Rule = [Some<Standing>, Some<Payment>, Some<Calendar>, Some<When>, Step];
const RULES: Rule[] = [
  [['held'], 'any', 'any', ['before'], WAIT_FOR_HOLD],
  [['held'], 'any', 'any', ['after'], EXPIRE],

  [['checkout'], ['none', 'open'], 'any', ['before'], WAIT_FOR_HOLD],
  [['checkout'], ['open'], 'any', ['after'], { do: 'close-checkout' }],
  [['checkout'], ['none'], 'any', ['after'], EXPIRE],
  [['checkout'], ['expired'], 'any', 'any', EXPIRE],
  [['checkout'], ['pending'], 'any', 'any', WAIT],
  [['checkout'], ['cancelled', 'refunded'], 'any', 'any', LAPSED],
  // Paid, late or not: never expired.
  [['checkout'], ['authorised', 'captured'], 'any', 'any', { do: 'record-authorisation', intentId: 'pi_1' }],
  [
    ['checkout'],
    ['a cent less authorised', 'a cent more authorised', 'euros authorised', 'a cent less captured'],
    'any',
    'any',
    DIFFERS,
  ],

  [['authorised'], NO_MORE, 'any', 'any', LAPSED],
  [['authorised'], HELD_MONEY, ['accepted'], 'any', { do: 'capture', intentId: 'pi_1' }],
  [['authorised'], TAKEN_MONEY, ['accepted'], 'any', { do: 'record-confirmation', meetingUrl: LINK }],
  [['authorised'], [...HELD_MONEY, ...TAKEN_MONEY], ['pending'], ['before'], { do: 'confirm-slot' }],
  [['authorised'], [...HELD_MONEY, ...TAKEN_MONEY], ['unknown'], ['before'], { do: 'ask-again' }],
  [['authorised'], [...HELD_MONEY, ...TAKEN_MONEY], ['pending', 'unknown'], ['after'], UNANSWERED],
  [['authorised'], [...HELD_MONEY, ...TAKEN_MONEY], SLOT_GONE, 'any', REFUSED],

  [['confirmed', 'completed'], 'any', 'any', 'any', DONE],

  // After the end: the money first, then the slot, then it is over.
  [[...ENDS, ...LET_GO], ['open'], 'any', 'any', { do: 'close-checkout' }],
  [[...ENDS, ...LET_GO], HELD_MONEY, 'any', 'any', { do: 'let-money-go', intentId: 'pi_1' }],
  [[...ENDS, ...LET_GO], TAKEN_MONEY, 'any', 'any', { do: 'refund', intentId: 'pi_1' }],
  [[...ENDS, ...LET_GO], [...NO_MONEY, 'pending'], ['unknown'], 'any', { do: 'ask-again' }],
  [[...ENDS, ...LET_GO], [...NO_MONEY, 'pending'], ['pending'], 'any', { do: 'release-slot', by: 'decline' }],
  [[...ENDS, ...LET_GO], [...NO_MONEY, 'pending'], ['accepted'], 'any', { do: 'release-slot', by: 'cancel' }],
  [[...ENDS, ...LET_GO], ['pending'], SLOT_GONE, 'any', WAIT],
  [ENDS, NO_MONEY, SLOT_GONE, 'any', { do: 'record-release' }],
  [LET_GO, NO_MONEY, SLOT_GONE, 'any', DONE],
];

const names = <T extends string>(table: Record<T, unknown>) => Object.keys(table) as T[];
const isIn = <T>(some: Some<T>, one: T) => some === 'any' || some.includes(one);

const combinations = names(bookings).flatMap((standing) =>
  names(payments).flatMap((payment) =>
    names(calendars).flatMap((calendar) => times.map((when) => ({ standing, payment, calendar, when }))),
  ),
);

describe('the next step', () => {
  it('is decided for every state, payment, calendar and side of the deadline', () => {
    for (const { standing, payment, calendar, when } of combinations) {
      const what = `${standing} × ${payment} × ${calendar} × ${when}`;
      const rules = RULES.filter(
        ([a, b, c, d]) => isIn(a, standing) && isIn(b, payment) && isIn(c, calendar) && isIn(d, when),
      );
      expect(rules, `rules for ${what}`).toHaveLength(1);
      const { booking, deadline } = bookings[standing];
      const now = new Date(deadline.getTime() - (when === 'before' ? 1 : 0));
      expect(nextStep(booking, payments[payment], calendars[calendar], now), what).toEqual(rules[0]?.[4]);
    }
    expect(combinations).toHaveLength(11 * 12 * 6 * 2);
  });

  it('is the same long before and long after, not only next to the deadline', () => {
    const YEAR = 365 * 86_400_000;
    for (const { standing, payment, calendar, when } of combinations) {
      const { booking, deadline } = bookings[standing];
      const near = new Date(deadline.getTime() - (when === 'before' ? 1 : 0));
      const far = new Date(deadline.getTime() + (when === 'before' ? -YEAR : YEAR));
      const views = [payments[payment], calendars[calendar]] as const;
      expect(nextStep(booking, ...views, far)).toEqual(nextStep(booking, ...views, near));
    }
  });
});

describe('how long cal.com is asked for its yes', () => {
  const authorised = bookings.authorised.booking;

  it('is thirty minutes from the authorisation', () => {
    expect(firmingDeadline(authorised, AUTHORISED_AT)).toEqual(FIRMING_ENDS);
  });

  it('ends with the start of the session where that comes sooner', () => {
    const startsAt = new Date(AUTHORISED_AT.getTime() + 5 * 60_000);
    const soon = { ...authorised, startsAt };
    expect(firmingDeadline(soon, AUTHORISED_AT)).toEqual(startsAt);
    const paid = payments.authorised;
    expect(nextStep(soon, paid, calendars.pending, new Date(startsAt.getTime() - 1))).toEqual({
      do: 'confirm-slot',
    });
    expect(nextStep(soon, paid, calendars.pending, startsAt)).toEqual(UNANSWERED);
  });
});

function settled(state: 'confirmed' | 'completed') {
  return {
    booking: aBooking({ state, confirmedAt: AUTHORISED_AT, paymentIntentId: 'pi_1' }),
    deadline: HOLD_ENDS,
  };
}

function ended(state: BookingState, calendarReleasedAt: Date | null = null) {
  return { booking: aBooking({ state, endedAt: HOLD_ENDS, calendarReleasedAt }), deadline: HOLD_ENDS };
}
