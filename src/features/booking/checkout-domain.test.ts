import { describe, expect, it, test } from 'vitest';
import { aBooking } from './booking.fixture.ts';
import { beginAttempt, dropAttempt, enterCheckout, refuseChange, startCheckout } from './checkout-domain.ts';
import type { BookingState, Checkout } from './domain.ts';
import { type ClaimedSlot, holdFrom, judgeClaim } from './slot-domain.ts';

const MINUTE = 60_000;
const NOW = new Date('2026-11-16T18:00:00.000Z');
const HOLD_ENDS = new Date('2026-11-16T18:30:00.000Z');
const shifted = (at: Date, ms: number) => new Date(at.getTime() + ms);

test('a claim holds its slot for thirty minutes, to the millisecond', () => {
  expect(holdFrom(new Date('2026-11-16T18:00:00.123Z'))).toEqual(new Date('2026-11-16T18:30:00.123Z'));
});

describe('what may still be changed and paid', () => {
  it.each<[BookingState, number, ReturnType<typeof refuseChange>]>([
    ['held', -1, null],
    ['held', 0, 'hold-expired'],
    ['held', 1, 'hold-expired'],
    ['checkout', -1, null],
    ['checkout', 0, 'hold-expired'],
    ['authorised', -1, 'already-paid'],
    ['authorised', 0, 'already-paid'],
    ['confirmed', -1, 'already-paid'],
    ['completed', -1, 'already-paid'],
    ['expired', -1, 'ended'],
    ['released', -1, 'ended'],
    ['cancelled', -1, 'ended'],
    ['cancelled', 1, 'ended'],
  ])('a %s booking %i ms from the end of its hold: %s', (state, ms, refusal) => {
    const booking = aBooking({ state, holdExpiresAt: HOLD_ENDS });
    expect(refuseChange(booking, shifted(HOLD_ENDS, ms))).toBe(refusal);
  });
});

/** An attempt that Stripe has not answered, begun at `NOW`. */
const begun: Checkout = {
  attempt: 1,
  startedAt: NOW,
  expiresAt: shifted(NOW, 31 * MINUTE),
  sessionId: null,
  url: null,
};
/** The same once Stripe has answered. */
const answered: Checkout = { ...begun, sessionId: 'cs_1', url: 'https://checkout.test/cs_1' };

describe('going to payment', () => {
  it('opens a session of 31 minutes, counted from a whole second', () => {
    const decided = startCheckout(aBooking(), new Date('2026-11-16T18:00:00.999Z'), true);
    expect(decided).toEqual({ open: begun });
  });

  it.each<[BookingState, Date, boolean, string]>([
    ['held', HOLD_ENDS, true, 'hold-expired'],
    ['held', NOW, false, 'details-missing'],
    // What can't be paid any more is said first: details would not help.
    ['held', HOLD_ENDS, false, 'hold-expired'],
    ['checkout', HOLD_ENDS, true, 'hold-expired'],
    ['authorised', NOW, true, 'already-paid'],
    ['confirmed', NOW, true, 'already-paid'],
    ['completed', NOW, true, 'already-paid'],
    ['expired', NOW, true, 'ended'],
    ['released', NOW, true, 'ended'],
    ['cancelled', NOW, true, 'ended'],
  ])('is refused for a %s booking at %s (details given: %s): %s', (state, now, hasDetails, refused) => {
    const booking = aBooking({ state, holdExpiresAt: HOLD_ENDS });
    expect(startCheckout(booking, now, hasDetails)).toEqual({ refused });
  });

  it('opens until the last millisecond of the hold', () => {
    expect(startCheckout(aBooking(), shifted(HOLD_ENDS, -1), true)).toHaveProperty('open');
  });

  it('goes on with the session there is, to its last millisecond, and makes no other after it', () => {
    const booking = aBooking({
      state: 'checkout',
      checkout: answered,
      checkoutAttempts: 1,
      holdExpiresAt: shifted(NOW, 36 * MINUTE),
    });
    const { expiresAt, url } = answered;
    expect(startCheckout(booking, shifted(expiresAt, -1), true)).toEqual({ resume: { url } });
    expect(startCheckout(booking, expiresAt, true)).toEqual({ refused: 'hold-expired' });
  });

  it('asks for the very same attempt again within a minute, and for a new one after it', () => {
    const booking = aBooking({ checkout: begun, checkoutAttempts: 1 });
    expect(startCheckout(booking, shifted(NOW, MINUTE - 1), true)).toEqual({ open: begun });
    const later = shifted(NOW, MINUTE);
    expect(startCheckout(booking, later, true)).toEqual({
      open: { ...begun, attempt: 2, startedAt: later, expiresAt: shifted(later, 31 * MINUTE) },
    });
  });

  it('never gives a number twice, even after an attempt was dropped', () => {
    const dropped = dropAttempt(beginAttempt(aBooking(), begun), 1);
    expect(dropped).toMatchObject({ checkout: null, checkoutAttempts: 1 });
    expect(startCheckout(dropped, NOW, true)).toMatchObject({ open: { attempt: 2 } });
  });
});

describe('an attempt that Stripe refused', () => {
  const booking = beginAttempt(aBooking(), begun);

  it('is dropped', () => {
    expect(dropAttempt(booking, 1)).toEqual({ ...booking, checkout: null });
  });

  it.each([
    ['of another number', booking, 2],
    ['that Stripe has answered meanwhile', { ...booking, checkout: answered }, 1],
    ['that is gone', aBooking(), 1],
  ])('is left alone when it is one %s', (_what, before, attempt) => {
    expect(dropAttempt(before, attempt)).toBe(before);
  });
});

describe('coming to Stripe', () => {
  const booking = beginAttempt(aBooking(), begun);
  const session = { attempt: 1, expiresAt: begun.expiresAt, sessionId: 'cs_1', url: answered.url ?? '' };

  it('sets the hold to five minutes after the session ends', () => {
    const next = enterCheckout(booking, session);
    expect(next).toEqual({
      next: {
        ...booking,
        state: 'checkout',
        checkout: answered,
        holdExpiresAt: shifted(begun.expiresAt, 5 * MINUTE),
      },
    });
  });

  it('happens once: a second answer changes neither the session nor the hold', () => {
    const once = enterCheckout(booking, session);
    if ('refused' in once) throw new Error(once.refused);
    const again = enterCheckout(once.next, { ...session, expiresAt: shifted(session.expiresAt, MINUTE) });
    expect(again).toEqual({ refused: 'overtaken' });
  });

  it.each<BookingState>(['authorised', 'confirmed', 'completed', 'expired', 'released', 'cancelled'])(
    'changes nothing for a booking that is %s by now',
    (state) => {
      const moved = { ...booking, state };
      expect(enterCheckout(moved, session)).toEqual({ refused: 'overtaken' });
    },
  );

  it.each([
    ['a newer attempt', { ...booking, checkout: { ...begun, attempt: 2 } }],
    ['a dropped attempt', { ...booking, checkout: null }],
  ])('changes nothing where %s is under way', (_what, before) => {
    expect(enterCheckout(before, session)).toEqual({ refused: 'overtaken' });
  });
});

describe('a uid that came from the browser', () => {
  const expected = { username: 'adaeze-okonkwo', eventTypeId: 7 };
  const slot: ClaimedSlot = {
    status: 'pending',
    startsAt: shifted(NOW, 1),
    endsAt: shifted(NOW, 1 + 90 * MINUTE),
    eventTypeId: 7,
    hostUsernames: ['somebody-else', 'adaeze-okonkwo'],
  };

  it('counts as a pending slot of this interviewer, in the future and of ninety minutes', () => {
    expect(judgeClaim(slot, expected, NOW)).toBeNull();
  });

  it.each<[string, ClaimedSlot | null, string]>([
    ['that cal.com does not know', null, 'forged'],
    ['of another event type', { ...slot, eventTypeId: 8 }, 'forged'],
    ['of no event type', { ...slot, eventTypeId: null }, 'forged'],
    ['of another host', { ...slot, hostUsernames: ['somebody-else'] }, 'forged'],
    ['of a host whose name only begins alike', { ...slot, hostUsernames: ['adaeze-okonkwo-2'] }, 'forged'],
    ['of no host', { ...slot, hostUsernames: [] }, 'forged'],
    ['a millisecond too short', { ...slot, endsAt: shifted(slot.endsAt, -1) }, 'forged'],
    ['a millisecond too long', { ...slot, endsAt: shifted(slot.endsAt, 1) }, 'forged'],
    ['of sixty minutes', { ...slot, endsAt: shifted(slot.startsAt, 60 * MINUTE) }, 'forged'],
    ['that was accepted', { ...slot, status: 'accepted' }, 'stale'],
    ['that was rejected', { ...slot, status: 'rejected' }, 'stale'],
    ['that was cancelled', { ...slot, status: 'cancelled' }, 'stale'],
    // Foreign first: who is not asked about their own slot learns nothing of it.
    ['that was accepted, of another host', { ...slot, status: 'accepted', hostUsernames: [] }, 'forged'],
  ])('is refused when it is one %s', (_what, given, refusal) => {
    expect(judgeClaim(given, expected, NOW)).toBe(refusal);
  });

  it.each([
    [-1, 'stale'],
    [0, 'stale'],
    [1, null],
  ])('of a slot that starts %i ms from now: %s', (ms, refusal) => {
    const startsAt = shifted(NOW, ms);
    expect(judgeClaim({ ...slot, startsAt, endsAt: shifted(startsAt, 90 * MINUTE) }, expected, NOW)).toBe(
      refusal,
    );
  });
});
