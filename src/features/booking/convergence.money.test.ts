import { describe, expect, it } from 'vitest';
import { aBooking } from './booking.fixture.ts';
import {
  AUTHORISED_AT,
  bookings,
  calendars,
  DONE,
  END,
  factsOf,
  HOLD_ENDS,
  LAPSED,
  RELEASED_AT,
  taken,
} from './convergence.cases.fixture.ts';
import { nextStep } from './convergence.ts';
import type { Booking } from './domain.ts';
import type { Facts, Refund } from './facts-domain.ts';

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
