import { describe, expect, it } from 'vitest';
import {
  AUTHORISED_AT,
  bookings,
  type Calendar,
  CUT_OFF,
  calendars,
  DONE,
  END,
  FIRMING_ENDS,
  factsOf,
  HOLD_ENDS,
  held,
  justBefore,
  LAPSED,
  LATER,
  LINK,
  other,
  type Payment,
  payments,
  START,
  type Standing,
  type When,
} from './convergence.cases.fixture.ts';
import { firmingDeadline, nextStep, type Step } from './convergence.ts';
import type { EndReason } from './domain.ts';

const WAIT: Step = { do: 'wait', until: null };
const WAIT_FOR_HOLD: Step = { do: 'wait', until: HOLD_ENDS };
const WAIT_FOR_END: Step = { do: 'wait', until: END };
const ASK_AGAIN: Step = { do: 'ask-again' };
const EXPIRE: Step = { do: 'give-up', event: 'hold-expired', reason: 'hold-expired' };
const failing = (reason: EndReason): Step => ({ do: 'give-up', event: 'not-firmed', reason });
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
  [['confirmed'], AS_KNOWN, [...SLOT_GONE, 'pending', 'accepted'], ['over', 'settled'], { do: 'complete' }],
  [['confirmed'], AS_KNOWN, ['unknown'], ['settled'], { do: 'complete' }],
  // Moved in time, and nobody told us.
  [['confirmed'], AS_KNOWN, MOVED, ['over', 'settled'], MOVE],
  [['confirmed'], AS_KNOWN, ['unknown'], ['early', 'late', 'started', 'over'], ASK_AGAIN],
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
    expect(combinations).toBe((9 * 2 + 3 + 5) * 11 * 9);
  });
});

describe('a session that has ended while cal.com is silent', () => {
  it('is believed to have taken place after the hour, and not a moment sooner', () => {
    const at = (now: Date) =>
      nextStep(
        factsOf(bookings.confirmed.booking, { payment: payments.captured, calendar: { kind: 'unknown' } }),
        now,
      );
    expect(at(justBefore(bookings.confirmed.moments.settled))).toEqual(ASK_AGAIN);
    expect(at(bookings.confirmed.moments.settled)).toEqual({ do: 'complete' });
  });
});

describe('a cancelation on cal.com of which we hear late', () => {
  const { booking } = bookings.confirmed;
  const heard = (by: 'candidate' | 'interviewer', latest: Date, now: Date) =>
    nextStep(
      factsOf(booking, { payment: payments.captured, calendar: { kind: 'cancelled', by, latest } }),
      now,
    );

  it('is followed after the end, too, where it came before the start', () => {
    expect(heard('interviewer', justBefore(START), END)).toEqual(follows('interviewer', true));
    expect(heard('candidate', justBefore(START), END)).toEqual(follows('candidate', false));
    expect(heard('interviewer', START, END)).toEqual({ do: 'complete' });
  });

  it('costs the candidate nothing where it was free when they canceled', () => {
    expect(heard('candidate', CUT_OFF, START)).toEqual(follows('candidate', true));
    expect(heard('candidate', new Date(CUT_OFF.getTime() + 1), START)).toEqual(follows('candidate', false));
    expect(heard('candidate', CUT_OFF, END)).toEqual(follows('candidate', true));
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
