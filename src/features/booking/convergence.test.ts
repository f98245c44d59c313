import { describe, expect, it } from 'vitest';
import { aBooking } from './booking.fixture.ts';
import {
  type CalendarView,
  type Facts,
  firmingDeadline,
  nextStep,
  type PaymentView,
  type Refund,
  type RefundView,
  type Step,
} from './convergence.ts';
import type { Booking, BookingState, EndReason } from './domain.ts';

const HOLD_ENDS = new Date('2026-11-16T18:30:00Z');
const AUTHORISED_AT = new Date('2026-11-16T18:20:00Z');
const FIRMING_ENDS = new Date('2026-11-16T18:50:00Z');
const RELEASED_AT = new Date('2026-11-16T19:00:00Z');
const LINK = 'https://meet.example.com/abc';

const money = { intentId: 'pi_1', amountCents: 150_00, currency: 'usd' };
const held = { kind: 'authorised', ...money, captureBefore: null } as const;
const taken = {
  ...{ kind: 'captured' as const, ...money, refundedCents: 0 },
  ...{ refunds: [] as RefundView[], dispute: null },
};
const payments = {
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
type Payment = keyof typeof payments;

const START = new Date('2026-11-19T20:00:00Z');
const END = new Date('2026-11-19T21:30:00Z');
const slot = { uid: 'uid', startsAt: START, endsAt: END, meetingUrl: LINK };
const LATER = new Date('2026-11-20T20:00:00Z');
const other = { uid: 'uid-2', startsAt: LATER, endsAt: new Date('2026-11-20T21:30:00Z'), meetingUrl: LINK };
const calendars = {
  unknown: { kind: 'unknown' },
  pending: { kind: 'pending', ...slot },
  accepted: { kind: 'accepted', ...slot },
  'moved, pending': { kind: 'pending', ...other },
  'moved, accepted': { kind: 'accepted', ...other },
  rejected: { kind: 'rejected' },
  'cancelled by the candidate': { kind: 'cancelled', by: 'candidate' },
  'cancelled by the interviewer': { kind: 'cancelled', by: 'interviewer' },
  missing: { kind: 'missing' },
} satisfies Record<string, CalendarView>;
type Calendar = keyof typeof calendars;

const CUT_OFF = new Date('2026-11-18T20:00:00Z');
const justBefore = (at: Date) => new Date(at.getTime() - 1);
const justAfter = (at: Date) => new Date(at.getTime() + 1);

// A booking in each state, with the moments between which something there is decided otherwise; the ends
// once with the slot still owed to the calendar and once without.
const untilHoldEnds = { early: justBefore(HOLD_ENDS), late: HOLD_ENDS };
const whenever = { early: HOLD_ENDS, late: justAfter(END) };
const paid = {
  confirmedAt: AUTHORISED_AT,
  paymentIntentId: 'pi_1',
  money: { captured: 150_00, refunded: 0 },
};
const bookings = {
  held: { booking: aBooking({ holdExpiresAt: HOLD_ENDS }), moments: untilHoldEnds },
  checkout: { booking: aBooking({ state: 'checkout', holdExpiresAt: HOLD_ENDS }), moments: untilHoldEnds },
  authorised: {
    booking: aBooking({ state: 'authorised', authorisedAt: AUTHORISED_AT, paymentIntentId: 'pi_1' }),
    moments: { early: justBefore(FIRMING_ENDS), late: FIRMING_ENDS, started: START },
  },
  confirmed: {
    booking: aBooking({ state: 'confirmed', ...paid }),
    moments: { early: CUT_OFF, late: justAfter(CUT_OFF), started: justBefore(END), over: END },
  },
  completed: { booking: aBooking({ state: 'completed', ...paid }), moments: whenever },
  expired: ended('expired'),
  released: ended('released'),
  cancelled: ended('cancelled'),
  'expired, slot let go': ended('expired', RELEASED_AT),
  'released, slot let go': ended('released', RELEASED_AT),
  'cancelled, slot let go': ended('cancelled', RELEASED_AT),
} satisfies Record<string, { booking: Booking; moments: Partial<Record<When, Date>> }>;
type Standing = keyof typeof bookings;
type When = 'early' | 'late' | 'started' | 'over';

const DONE: Step = { do: 'done' };
const WAIT: Step = { do: 'wait', until: null };
const WAIT_FOR_HOLD: Step = { do: 'wait', until: HOLD_ENDS };
const WAIT_FOR_END: Step = { do: 'wait', until: END };
const ASK_AGAIN: Step = { do: 'ask-again' };
const EXPIRE: Step = { do: 'give-up', event: 'hold-expired', reason: 'hold-expired' };
const failing = (reason: EndReason): Step => ({ do: 'give-up', event: 'not-firmed', reason });
const LAPSED = failing('payment-lapsed');
const REFUSED = failing('slot-refused');
const UNANSWERED = failing('slot-unanswered');
const TOO_LATE = failing('too-late');
const DIFFERS = failing('amount-differs');
const follows = (by: 'candidate' | 'interviewer', isFree: boolean): Step => ({
  do: 'follow-cancellation',
  by,
  refund: isFree ? `${by}-cancelled` : null,
});
const release = (by: 'decline' | 'cancel', uid: string): Step => ({ do: 'release-slot', by, uid });
const record = (name: 'captured' | 'a cent less captured'): Step => ({
  do: 'record-money',
  captured: payments[name],
});

const ENDS: Standing[] = ['expired', 'released', 'cancelled'];
const LET_GO: Standing[] = ['expired, slot let go', 'released, slot let go', 'cancelled, slot let go'];
const HELD_MONEY: Payment[] = [
  'authorised',
  'a cent less authorised',
  'a cent more authorised',
  'euros authorised',
];
const TAKEN_MONEY: Payment[] = ['captured', 'a cent less captured'];
const NO_MONEY: Payment[] = ['none', 'expired', 'cancelled'];
const NO_MORE: Payment[] = ['none', 'open', 'expired', 'pending', 'cancelled'];
const SLOT_GONE: Calendar[] = [
  'rejected',
  'cancelled by the candidate',
  'cancelled by the interviewer',
  'missing',
];
const MOVED: Calendar[] = ['moved, pending', 'moved, accepted'];
const MOVE: Step = { do: 'follow-move', slot: other };
/** Views of the payment under which a confirmed booking’s money is as we have it. */
const AS_KNOWN: Payment[] = [...NO_MORE, ...HELD_MONEY, 'captured'];

// [where the booking stands, the money, the calendar, the moment, the step]
type Some<T> = readonly T[] | 'any';
type Rule = [Some<Standing>, Some<Payment>, Some<Calendar>, Some<When>, Step];
const RULES: Rule[] = [
  [['held'], 'any', 'any', ['early'], WAIT_FOR_HOLD],
  [['held'], 'any', 'any', ['late'], EXPIRE],

  [['checkout'], ['none', 'open'], 'any', ['early'], WAIT_FOR_HOLD],
  [['checkout'], ['open'], 'any', ['late'], { do: 'close-checkout' }],
  [['checkout'], ['none'], 'any', ['late'], EXPIRE],
  [['checkout'], ['expired'], 'any', 'any', EXPIRE],
  [['checkout'], ['pending'], 'any', 'any', WAIT],
  [['checkout'], ['cancelled'], 'any', 'any', LAPSED],
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
  [['authorised'], [...HELD_MONEY, ...TAKEN_MONEY], 'any', ['started'], TOO_LATE],
  [['authorised'], HELD_MONEY, ['accepted'], ['early', 'late'], { do: 'capture', intentId: 'pi_1' }],
  [
    ['authorised'],
    TAKEN_MONEY,
    ['accepted'],
    ['early', 'late'],
    { do: 'record-confirmation', meetingUrl: LINK },
  ],
  [
    ['authorised'],
    [...HELD_MONEY, ...TAKEN_MONEY],
    ['pending'],
    ['early'],
    { do: 'confirm-slot', uid: 'uid' },
  ],
  [['authorised'], [...HELD_MONEY, ...TAKEN_MONEY], ['unknown'], ['early'], ASK_AGAIN],
  [['authorised'], [...HELD_MONEY, ...TAKEN_MONEY], ['pending', 'unknown'], ['late'], UNANSWERED],
  [['authorised'], [...HELD_MONEY, ...TAKEN_MONEY], [...SLOT_GONE, ...MOVED], ['early', 'late'], REFUSED],

  [['confirmed', 'completed'], ['a cent less captured'], 'any', 'any', record('a cent less captured')],
  [['completed'], AS_KNOWN, 'any', 'any', DONE],
  [['confirmed'], AS_KNOWN, [...SLOT_GONE, 'unknown', 'pending', 'accepted'], ['over'], { do: 'complete' }],
  // Moved in time, and nobody told us.
  [['confirmed'], AS_KNOWN, MOVED, ['over'], MOVE],
  [['confirmed'], AS_KNOWN, ['unknown'], ['early', 'late', 'started'], ASK_AGAIN],
  [['confirmed'], AS_KNOWN, ['pending'], ['early', 'late', 'started'], { do: 'confirm-slot', uid: 'uid' }],
  [['confirmed'], AS_KNOWN, ['accepted', 'missing'], ['early', 'late', 'started'], WAIT_FOR_END],
  [['confirmed'], AS_KNOWN, MOVED, ['early', 'late', 'started'], MOVE],
  [['confirmed'], AS_KNOWN, ['rejected'], ['early', 'late', 'started'], follows('interviewer', true)],
  [
    ['confirmed'],
    AS_KNOWN,
    ['cancelled by the interviewer'],
    ['early', 'late', 'started'],
    follows('interviewer', true),
  ],
  // The last free instant counts; a millisecond later the price is kept.
  [['confirmed'], AS_KNOWN, ['cancelled by the candidate'], ['early'], follows('candidate', true)],
  [['confirmed'], AS_KNOWN, ['cancelled by the candidate'], ['late', 'started'], follows('candidate', false)],

  // After the end: the money first, then the slot, then it is over.
  [[...ENDS, ...LET_GO], ['open'], 'any', 'any', { do: 'close-checkout' }],
  [[...ENDS, ...LET_GO], HELD_MONEY, 'any', 'any', { do: 'let-money-go', intentId: 'pi_1' }],
  [[...ENDS, ...LET_GO], ['captured'], 'any', 'any', record('captured')],
  [[...ENDS, ...LET_GO], ['a cent less captured'], 'any', 'any', record('a cent less captured')],
  [ENDS, [...NO_MONEY, 'pending'], ['unknown'], 'any', ASK_AGAIN],
  [ENDS, [...NO_MONEY, 'pending'], ['pending'], 'any', release('decline', 'uid')],
  [ENDS, [...NO_MONEY, 'pending'], ['moved, pending'], 'any', release('decline', 'uid-2')],
  [ENDS, [...NO_MONEY, 'pending'], ['accepted'], 'any', release('cancel', 'uid')],
  [ENDS, [...NO_MONEY, 'pending'], ['moved, accepted'], 'any', release('cancel', 'uid-2')],
  [ENDS, ['pending'], SLOT_GONE, 'any', WAIT],
  [ENDS, NO_MONEY, SLOT_GONE, 'any', { do: 'record-release' }],
  [LET_GO, [...NO_MONEY, 'pending'], 'any', 'any', DONE],
];

const names = <T extends string>(table: Record<T, unknown>) => Object.keys(table) as T[];
const isIn = <T>(some: Some<T>, one: T) => some === 'any' || some.includes(one);
const factsOf = (booking: Booking, more: Partial<Facts> = {}): Facts => ({
  ...{ booking, refunds: [], dispute: null, wish: null },
  ...{ payment: { kind: 'none' }, calendar: { kind: 'missing' } },
  ...more,
});

describe('the next step', () => {
  it('is decided for every state, payment, calendar and moment', () => {
    let combinations = 0;
    for (const standing of names(bookings)) {
      for (const payment of names(payments)) {
        for (const calendar of names(calendars)) {
          const { booking, moments } = bookings[standing];
          for (const [when, now] of Object.entries(moments) as [When, Date][]) {
            const what = `${standing} × ${payment} × ${calendar} × ${when}`;
            const rules = RULES.filter(
              ([a, b, c, d]) => isIn(a, standing) && isIn(b, payment) && isIn(c, calendar) && isIn(d, when),
            );
            expect(rules, `rules for ${what}`).toHaveLength(1);
            const facts = factsOf(booking, { payment: payments[payment], calendar: calendars[calendar] });
            expect(nextStep(facts, now), what).toEqual(rules[0]?.[4]);
            combinations += 1;
          }
        }
      }
    }
    expect(combinations).toBe((9 * 2 + 3 + 4) * 11 * 9);
  });
});

describe('how long cal.com is asked for its yes', () => {
  const authorised = bookings.authorised.booking;

  it('is thirty minutes from the authorization', () => {
    expect(firmingDeadline(authorised, held, AUTHORISED_AT)).toEqual(FIRMING_ENDS);
  });

  it('ends an hour before the authorization lapses where that comes sooner', () => {
    const captureBefore = new Date(AUTHORISED_AT.getTime() + 70 * 60_000);
    expect(firmingDeadline(authorised, { ...held, captureBefore }, AUTHORISED_AT)).toEqual(
      new Date(AUTHORISED_AT.getTime() + 10 * 60_000),
    );
  });

  it('ends with the start of the session where that comes sooner, a yes that comes then included', () => {
    const startsAt = new Date(AUTHORISED_AT.getTime() + 5 * 60_000);
    const soon = { ...authorised, startsAt };
    expect(firmingDeadline(soon, held, AUTHORISED_AT)).toEqual(startsAt);
    const pending = factsOf(soon, { payment: held, calendar: calendars.pending });
    expect(nextStep(pending, justBefore(startsAt))).toEqual({ do: 'confirm-slot', uid: 'uid' });
    expect(nextStep(pending, startsAt)).toEqual(TOO_LATE);
    expect(nextStep({ ...pending, calendar: calendars.accepted }, startsAt)).toEqual(TOO_LATE);
  });
});

describe('a time that both agreed on', () => {
  const { booking } = bookings.confirmed;

  it('is asked for once cal.com stands where we do', () => {
    const facts = factsOf(booking, { wish: LATER, calendar: calendars.accepted });
    expect(nextStep(facts, CUT_OFF)).toEqual({ do: 'ask-for-move', startsAt: LATER });
  });

  it.each([
    ['what cal.com moved meanwhile is followed', calendars['moved, accepted'], MOVE],
    [
      'what was canceled there is canceled',
      calendars['cancelled by the interviewer'],
      follows('interviewer', true),
    ],
    ['a silent calendar is asked again', calendars.unknown, ASK_AGAIN],
  ])('waits: first %s', (_what, calendar, step) => {
    expect(nextStep(factsOf(booking, { wish: LATER, calendar }), CUT_OFF)).toEqual(step);
  });
});

describe('money that was taken', () => {
  const aRefund = (changes: Partial<Refund> = {}): Refund => ({
    ...{ id: 'ours', attempt: 1, cause: 'not-confirmed', amountCents: 150_00, state: 'owed', stripeId: null },
    ...changes,
  });
  const recorded = (state: 'released' | 'cancelled' | 'completed', refunded = 0) =>
    aBooking({
      state,
      money: { captured: 150_00, refunded },
      ...(state !== 'completed' && { endedAt: HOLD_ENDS, calendarReleasedAt: RELEASED_AT }),
    });
  const seen = (state: 'pending' | 'succeeded' | 'failed', ours: string | null = 'ours') => ({
    ...{ id: 're_1', ours, amountCents: 150_00, state },
  });
  const back = { ...taken, refundedCents: 150_00, refunds: [seen('succeeded')] };
  const open = { id: 'dp_1', status: 'needs_response', reason: 'fraudulent', amountCents: 150_00 };
  const dispute = { ...open, openedAt: HOLD_ENDS, isOpen: true };
  const step = (booking: Booking, more: Partial<Facts>) => nextStep(factsOf(booking, more), END);

  it('for what was never confirmed is owed back, by itself and once', () => {
    expect(step(recorded('released'), { payment: taken })).toEqual({
      do: 'owe-refund',
      cause: 'not-confirmed',
    });
    const failed = [aRefund({ state: 'failed' })];
    expect(step(recorded('released'), { payment: taken, refunds: failed })).toEqual(DONE);
  });

  it('for what was canceled goes back only as the cancelation decided', () => {
    expect(step(recorded('cancelled'), { payment: taken })).toEqual(DONE);
    const refund = aRefund({ cause: 'interviewer-cancelled' });
    expect(step(recorded('cancelled'), { payment: taken, refunds: [refund] })).toEqual({
      ...{ do: 'refund', refund, intentId: 'pi_1' },
    });
  });

  it('and claimed after the session goes back, though the session took place', () => {
    const refund = aRefund({ cause: 'guarantee' });
    expect(step(recorded('completed'), { payment: taken, refunds: [refund] })).toMatchObject({
      do: 'refund',
    });
  });

  it('and given back by Stripe while its answer was lost is found, not given back again', () => {
    const facts = { payment: back, refunds: [aRefund()] };
    expect(step(recorded('cancelled'), facts)).toEqual({ do: 'record-money', captured: back });
    const known = [aRefund({ state: 'succeeded', stripeId: 're_1' })];
    expect(step(recorded('cancelled', 150_00), { payment: back, refunds: known })).toEqual(DONE);
  });

  it.each(['pending', 'failed'] as const)('and a refund that is %s by now is noted', (state) => {
    const payment = { ...taken, refunds: [seen(state)] };
    const refunds = [aRefund({ state: 'succeeded', stripeId: 're_1' })];
    expect(step(recorded('cancelled'), { payment, refunds })).toEqual({
      do: 'record-money',
      captured: payment,
    });
  });

  it('and given back by somebody in Stripe’s dashboard is noted', () => {
    const payment = { ...taken, refundedCents: 150_00, refunds: [seen('succeeded', null)] };
    expect(step(recorded('completed'), { payment })).toEqual({ do: 'record-money', captured: payment });
  });

  it('and given back already is not given back once more', () => {
    const payment = { ...taken, refundedCents: 150_00, refunds: [seen('succeeded', null)] };
    const theirs = aRefund({ id: 'theirs', cause: 'stripe', state: 'succeeded', stripeId: 're_1' });
    const refunds = [theirs, aRefund({ cause: 'guarantee' })];
    expect(step(recorded('completed', 150_00), { payment, refunds })).toMatchObject({
      ...{ do: 'refuse-refund', problem: 'nothing-left' },
    });
  });

  it('and disputed is noted first, and not given back as long as the bank has it', () => {
    const payment = { ...taken, dispute };
    const refunds = [aRefund({ cause: 'guarantee' })];
    expect(step(recorded('completed'), { payment, refunds })).toEqual({ do: 'record-dispute', dispute });
    expect(step(recorded('completed'), { payment, refunds, dispute: open })).toMatchObject({
      ...{ do: 'refuse-refund', problem: 'disputed' },
    });
  });

  it('and given back before it was confirmed is never confirmed', () => {
    const facts = { payment: back, calendar: calendars.accepted };
    expect(nextStep(factsOf(bookings.authorised.booking, facts), AUTHORISED_AT)).toEqual(LAPSED);
  });
});

function ended(state: BookingState, calendarReleasedAt: Date | null = null) {
  return { booking: aBooking({ state, endedAt: HOLD_ENDS, calendarReleasedAt }), moments: whenever };
}
