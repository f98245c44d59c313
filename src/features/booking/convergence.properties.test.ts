import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fate, SmallWorld } from './convergence.world.fixture.ts';
import { MINUTE, POLICY } from './policy.ts';

type Event = [name: string, happen: (world: SmallWorld) => void];

const event = (name: string, happen: (world: SmallWorld) => void) => fc.constant<Event>([name, happen]);
const fate = fc.constantFrom<Fate>('done', 'done', 'answer-lost', 'never-arrived');

/** What we do ourselves, in any order, well or badly. */
const ours: [number, fc.Arbitrary<Event>][] = [
  [6, event('look', (world) => world.look())],
  [6, fate.map((how): Event => [`act: ${how}`, (world) => world.act(how)])],
  [1, event('crash', (world) => world.crash())],
  [2, event('a round of the loop', (world) => world.converge())],
];
/** What a well-meaning world does around us. */
const friendly: [number, fc.Arbitrary<Event>][] = [
  [3, fc.integer({ min: 0, max: 40 }).map((by): Event => [`${by} min`, (world) => world.advance(by)])],
  [
    4,
    fc
      .constantFrom('done', 'done', 'answer-lost', 'never-arrived', 'killed')
      .map((how): Event => [`to checkout: ${how}`, (world) => world.goToCheckout(how as Fate)]),
  ],
  [4, event('pay', (world) => world.pay())],
  [1, event('pay, the bank thinks', (world) => world.pay({ bankThinks: true }))],
  [1, event('the bank says yes', (world) => world.bankDecides(true))],
  [1, event('the host accepts', (world) => world.calendar.hostAccepts())],
  [1, event('stripe falls silent', (world) => answer(world, { stripe: false }))],
  [1, event('stripe answers', (world) => answer(world, { stripe: true }))],
  [1, event('the calendar falls silent', (world) => answer(world, { calendar: false }))],
  [1, event('the calendar answers', (world) => answer(world, { calendar: true }))],
];
/** What can spoil a booking for good. */
const hostile: [number, fc.Arbitrary<Event>][] = [
  [1, event('pay too little', (world) => world.pay({ cents: 149_99 }))],
  [1, event('the bank says no', (world) => world.bankDecides(false))],
  [1, event('the authorisation lapses', (world) => world.authorisationLapses())],
  [2, event('the host refuses', (world) => world.calendar.hostRefuses())],
];
/** What people do to a booking once they have it, here and over there. */
const later: [number, fc.Arbitrary<Event>][] = [
  [1, fc.integer({ min: 1, max: 90 }).map((by): Event => [`${by} h`, (world) => world.advance(by * 60)])],
  [1, event('the candidate cancels', (world) => world.cancel('candidate'))],
  [1, event('the interviewer cancels', (world) => world.cancel('interviewer'))],
  [1, event('the candidate cancels on cal.com', (world) => world.calendar.callOff('candidate'))],
  [1, event('the interviewer cancels on cal.com', (world) => world.calendar.callOff('interviewer'))],
  [2, when('the candidate moves it', (world, at) => world.calendar.move('candidate', at))],
  [2, when('the interviewer moves it', (world, at) => world.calendar.move('interviewer', at))],
  [2, when('both agree on', (world, at) => world.agree(at))],
  [1, when('somebody else books', (world, at) => world.rivalBooks(at))],
  [1, event('the guarantee is claimed', (world) => claim(world))],
  [1, event('a refund comes back', (world) => world.stripe.failRefund())],
  [1, event('the operator tries again', (world) => world.oweRefund('operator'))],
  [1, event('half is refunded at stripe', (world) => world.stripe.refund(null, 75_00))],
  [1, event('all is refunded at stripe', (world) => world.stripe.refund(null, 150_00))],
  [1, event('the bank disputes', (world) => dispute(world, 'needs_response', true))],
  [1, event('the dispute is won', (world) => dispute(world, 'won', false))],
];

function when(name: string, happen: (world: SmallWorld, at: number) => unknown): fc.Arbitrary<Event> {
  return fc
    .integer({ min: 1, max: 4 })
    .map((days) => [
      `${name} ${days} days on`,
      (world) => void happen(world, Date.parse('2026-11-19T20:00:00Z') + days * 1440 * MINUTE),
    ]);
}

function claim(world: SmallWorld): void {
  const { state, money } = world.booking;
  if (state === 'completed' && money.refunded < money.captured) world.oweRefund('guarantee');
}

function dispute(world: SmallWorld, status: string, isOpen: boolean): void {
  if (world.stripe.captured === 0 || (!isOpen && !world.stripe.dispute)) return;
  const { captured: amountCents } = world.stripe;
  world.stripe.dispute = { id: 'dp_1', status, reason: 'general', amountCents, openedAt: world.date, isOpen };
}

function answer(world: SmallWorld, who: { stripe?: boolean; calendar?: boolean }): void {
  world.stripe.answers = who.stripe ?? world.stripe.answers;
  world.calendar.answers = who.calendar ?? world.calendar.answers;
}

// Chance alone seldom gets far, so a story begins somewhere on the way: claimed, at Stripe, paid, held on
// the card, firm on the calendar, captured; or with its time up and Stripe still taking payments.
const steps = (count: number): Event[] =>
  Array.from({ length: count }, () => [
    'a step',
    (world) => {
      world.look();
      world.act();
    },
  ]);
const toCheckout: Event = ['to checkout', (world) => world.goToCheckout('done')];
const timeUp: Event[] = [
  ['stripe ends its sessions late', (world) => Object.assign(world.stripe, { isLate: 120 })],
  toCheckout,
  ['37 min', (world) => world.advance(37)],
];
const paid: Event[] = [toCheckout, ['pay', (world) => world.pay()]];
const beginning = fc.constantFrom<Event[]>(
  [],
  [toCheckout],
  timeUp,
  ...[0, 1, 2, 3].map((n) => [...paid, ...steps(n)]),
);

const story = (parts: [number, fc.Arbitrary<Event>][]) =>
  fc
    .tuple(
      beginning,
      fc.array(fc.oneof(...parts.map(([weight, arbitrary]) => ({ weight, arbitrary }))), { maxLength: 40 }),
    )
    .map(([first, then]) => [...first, ...then]);

const everything = story([...ours, ...friendly, ...hostile]);
const kindly = story([...ours, ...friendly]);
// These begin with a booking that is confirmed already: there is no end of what can happen to it.
const confirmed: Event[] = [...paid, ['it is confirmed', (world) => world.converge()]];
const over: Event[] = [
  ['the session is over', (world) => world.advance(4_600)],
  ['it is completed', (world) => world.converge()],
];
const afterwards = fc
  .tuple(fc.constantFrom([], [], over), story([...ours, ...later, ...friendly]))
  .map(([first, events]) => [...confirmed, ...first, ...events]);
const anything = fc.oneof(everything, afterwards);

/** Tells the story; `check` looks after every event. A failure names the events that led to it. */
function tell(events: Event[], check: (world: SmallWorld) => void): SmallWorld {
  const world = new SmallWorld();
  for (const [, happen] of events) {
    happen(world);
    check(world);
  }
  return world;
}

/** What holds at every moment, however bad things are. */
function neverWrong(world: SmallWorld): void {
  const { booking, session, stripe, refunds } = world;
  expect(world.crimes).toEqual([]);
  expect(stripe.captured).toBeLessThanOrEqual(booking.price.cents);
  expect(stripe.refunded).toBeLessThanOrEqual(stripe.captured);
  expect(forbidden(world)).toBeNull();
  if (booking.state === 'expired' && session) expect(session.status).toBe('expired');
  const underWay = refunds.filter(({ state, cause }) => state !== 'failed' && cause !== 'stripe');
  expect(underWay.length).toBeLessThanOrEqual(1);
}

/** A state of ours beside states of Stripe’s and cal.com’s that must never be seen together. */
function forbidden({ booking, session, stripe, calendar }: SmallWorld): string | null {
  const pair = `${booking.state} × ${session?.intent ?? 'no payment'} × ${calendar.last.status}`;
  const isBooked = booking.state === 'confirmed' || booking.state === 'completed';
  if (isBooked && session?.intent !== 'succeeded') return pair;
  if (booking.state === 'held' && session) return pair;
  // Whoever has lost their time, or never had it, has not been charged without being owed it back.
  if (booking.state === 'expired' && stripe.captured > 0) return pair;
  if ((booking.state === 'held' || booking.state === 'checkout') && stripe.captured > 0) return pair;
  return null;
}

/** What holds once everybody has answered and nothing is left to do. */
function settledRight(world: SmallWorld): void {
  const { booking, session, stripe, calendar, refunds } = world;
  expect(['confirmed', 'completed', 'expired', 'released', 'cancelled']).toContain(booking.state);
  const isBooked = booking.state === 'confirmed' || booking.state === 'completed';
  expect(session?.status).not.toBe('open');
  expect(['requires_capture', 'processing']).not.toContain(session?.intent);
  expect(refunds.map(({ state }) => state)).not.toContain('owed');
  // Our books are Stripe’s: money in is money captured less money given back.
  if (stripe.captured > 0) {
    expect(booking.money).toEqual({ captured: stripe.captured, refunded: stripe.refunded });
  }
  const isAPersons = refunds.some(({ state }) => state === 'failed');
  if (!isBooked && booking.state !== 'cancelled' && !isAPersons) {
    expect(stripe.captured - stripe.refunded).toBe(0);
  }
  if (booking.state === 'confirmed') {
    expect(calendar.last).toMatchObject({ uid: booking.calcomUid, startsAt: booking.startsAt.getTime() });
    expect(calendar.last.status).toBe('accepted');
    expect(booking.startsAt.getTime()).not.toBe(world.rivalAt);
  }
  if (!isBooked) expect(['pending', 'accepted']).not.toContain(calendar.last.status);
}

const runs = { numRuns: 3_000 };

describe('whatever happens, in whatever order', () => {
  it('no money is taken or booking confirmed that should not be, at any moment', () => {
    fc.assert(
      fc.property(anything, (events) => void tell(events, neverWrong)),
      runs,
    );
  });

  it('everything settles by the reconciler alone, once everybody answers, and the money adds up', () => {
    fc.assert(
      fc.property(anything, (events) => {
        const world = tell(events, () => {});
        world.settle();
        neverWrong(world);
        settledRight(world);
      }),
      runs,
    );
  });

  it('who has paid the price is never told that the time ran out', () => {
    fc.assert(
      fc.property(everything, (events) => {
        const world = tell(events, () => {});
        const paid = world.session?.status === 'complete';
        world.settle();
        if (paid) expect(world.booking.state).not.toBe('expired');
      }),
      runs,
    );
  });

  it('a paid booking is confirmed, unless the calendar stayed silent for its half hour', () => {
    const outcomes = { confirmed: 0, silent: 0 };
    fc.assert(
      fc.property(kindly, (events) => {
        const world = tell(events, () => {});
        if (world.session?.status !== 'complete') return;
        world.settle();
        const { state, endReason, endedAt, authorisedAt } = world.booking;
        if (state === 'confirmed') {
          outcomes.confirmed += 1;
          return;
        }
        outcomes.silent += 1;
        expect(endReason).toBe('slot-unanswered');
        const waited = (endedAt?.getTime() ?? 0) - (authorisedAt?.getTime() ?? 0);
        expect(waited).toBeGreaterThanOrEqual(POLICY.firmingMinutes * MINUTE);
      }),
      runs,
    );
    // The stories are worth telling: most of the paid ones end well, some do not.
    expect(outcomes.confirmed).toBeGreaterThan(100);
    expect(outcomes.silent).toBeGreaterThan(0);
  });
});

describe('the stories themselves', () => {
  it('reach every end, so that the properties above are about something', () => {
    const ends = new Map<string, number>();
    fc.assert(
      fc.property(anything, (events) => {
        const world = tell(events, () => {});
        world.settle();
        const { state, endReason } = world.booking;
        const refunded = world.stripe.refunded > 0 ? 'refunded' : null;
        const end = [state, endReason, refunded].filter(Boolean).join(' ');
        ends.set(end, (ends.get(end) ?? 0) + 1);
      }),
      { ...runs, seed: 508 },
    );
    for (const end of [
      'confirmed',
      'completed',
      'completed refunded',
      'cancelled candidate-cancelled',
      'cancelled candidate-cancelled refunded',
      'cancelled interviewer-cancelled refunded',
      'expired hold-expired',
      'released slot-refused',
      'released slot-refused refunded',
      'released slot-unanswered',
      'released payment-lapsed',
      'released amount-differs',
    ]) {
      expect(ends.get(end) ?? 0, end).toBeGreaterThan(0);
    }
  });
});
