import { describe, expect, test } from 'vitest';
import { aBooking } from './booking.fixture.ts';
import type { Refund } from './facts-domain.ts';
import { moneyBackOf, movedFrom, movedOccasion, reminderHours, reminderOccasion } from './mail-domain.ts';

const booking = aBooking({ state: 'confirmed', sequence: 2, money: { captured: 150_00, refunded: 0 } });
const { startsAt } = booking;
const hoursBefore = (hours: number) => new Date(startsAt.getTime() - hours * 3_600_000);

describe('a reminder', () => {
  const day = reminderOccasion(24, 2);
  const hour = reminderOccasion(1, 2);

  test.each([
    ['a day before', day, hoursBefore(24), 24],
    ['late, but before the next one', day, hoursBefore(1.01), 24],
    ['when the next one is due', day, hoursBefore(1), null],
    ['an hour before', hour, hoursBefore(1), 1],
    ['when it has begun', hour, startsAt, null],
  ])('%s', (_, occasion, now, hours) => {
    expect(reminderHours(booking, occasion, now)).toBe(hours);
  });

  test('of a session that has moved or was called off since is over', () => {
    expect(reminderHours({ ...booking, sequence: 3 }, day, hoursBefore(24))).toBeNull();
    expect(reminderHours({ ...booking, state: 'cancelled' }, day, hoursBefore(24))).toBeNull();
  });
});

describe('the mail of a move', () => {
  const occasion = movedOccasion(2, hoursBefore(48));

  test('knows the start that was left', () => {
    expect(movedFrom(booking, occasion, hoursBefore(24))).toEqual(hoursBefore(48));
  });

  test('is over once the session moved again, was called off or has begun', () => {
    expect(movedFrom({ ...booking, sequence: 3 }, occasion, hoursBefore(24))).toBeNull();
    expect(movedFrom({ ...booking, state: 'cancelled' }, occasion, hoursBefore(24))).toBeNull();
    expect(movedFrom(booking, occasion, startsAt)).toBeNull();
  });
});

describe('the money of a session that was called off', () => {
  const refund = (changes: Partial<Refund>): Refund => ({
    id: 'r',
    attempt: 1,
    cause: 'interviewer-cancelled',
    amountCents: 150_00,
    state: 'owed',
    stripeId: null,
    ...changes,
  });

  test('is kept when no refund was owed', () => {
    expect(moneyBackOf(booking, [])).toEqual({ kind: 'kept' });
  });

  test.each(['owed', 'pending', 'succeeded'] as const)('goes back while its refund is %s', (state) => {
    expect(moneyBackOf(booking, [refund({ state })])).toEqual({
      kind: 'back',
      cents: 150_00,
      before: 0,
      cause: 'interviewer-cancelled',
    });
  });

  test('is stuck when its refund failed and none has followed', () => {
    expect(moneyBackOf(booking, [refund({ state: 'failed' })])).toEqual({ kind: 'stuck', cents: 150_00 });
    const again = refund({ id: 's', attempt: 2, state: 'pending' });
    expect(moneyBackOf(booking, [refund({ state: 'failed' }), again]).kind).toBe('back');
  });

  test('counts what was given back by hand before', () => {
    const byHand = refund({ id: 'h', cause: 'stripe', state: 'succeeded', amountCents: 50_00 });
    expect(moneyBackOf(booking, [byHand, refund({ amountCents: 100_00 })])).toMatchObject({
      cents: 100_00,
      before: 50_00,
    });
    const whole = { ...booking, money: { captured: 150_00, refunded: 150_00 } };
    expect(moneyBackOf(whole, [{ ...byHand, amountCents: 150_00 }])).toEqual({
      kind: 'returned',
      cents: 150_00,
    });
  });
});
