import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anything, type Event, everything, kindly } from './convergence.stories.fixture.ts';
import { SmallWorld } from './convergence.world.fixture.ts';
import { MINUTE, POLICY } from './policy.ts';

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
