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
  [1, event('the host accepts', (world) => world.hostAccepts())],
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
  [2, event('the host refuses', (world) => world.hostRefuses())],
];

function answer(world: SmallWorld, who: { stripe?: boolean; calendar?: boolean }): void {
  world.stripeAnswers = who.stripe ?? world.stripeAnswers;
  world.calendarAnswers = who.calendar ?? world.calendarAnswers;
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
  ['stripe ends its sessions late', (world) => Object.assign(world, { stripeIsLate: 120 })],
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
  const { booking, session } = world;
  expect(world.crimes).toEqual([]);
  expect(world.captured).toBeLessThanOrEqual(booking.price.cents);
  expect(world.refunded).toBeLessThanOrEqual(world.captured);
  if (booking.state === 'confirmed') expect(world.captured - world.refunded).toBe(booking.price.cents);
  if (booking.state === 'expired' && session) expect(session.status).toBe('expired');
}

/** What holds once everybody has answered and nothing is left to do. */
function settledRight(world: SmallWorld): void {
  const { booking, session, slot } = world;
  expect(['confirmed', 'expired', 'released']).toContain(booking.state);
  expect(world.captured - world.refunded).toBe(booking.state === 'confirmed' ? booking.price.cents : 0);
  expect(session?.status).not.toBe('open');
  expect(['requires_capture', 'processing']).not.toContain(session?.intent);
  if (booking.state !== 'confirmed') expect(['pending', 'accepted']).not.toContain(slot);
  expect(world.isUnsettled).toBe(false);
}

const runs = { numRuns: 3_000 };

describe('whatever happens, in whatever order', () => {
  it('no money is taken or booking confirmed that should not be, at any moment', () => {
    fc.assert(
      fc.property(everything, (events) => void tell(events, neverWrong)),
      runs,
    );
  });

  it('everything settles by the reconciler alone, once everybody answers, and the money adds up', () => {
    fc.assert(
      fc.property(everything, (events) => {
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
      fc.property(everything, (events) => {
        const world = tell(events, () => {});
        world.settle();
        const { state, endReason } = world.booking;
        const end = `${state} ${endReason ?? ''} ${world.refunded > 0 ? 'refunded' : ''}`.trim();
        ends.set(end, (ends.get(end) ?? 0) + 1);
      }),
      { ...runs, seed: 508 },
    );
    for (const end of [
      'confirmed',
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
