import { renderToString } from 'preact-render-to-string';
import { describe, expect, it, test } from 'vitest';
import { GuaranteePromise, PROMISE } from '../../ui/promise.tsx';
import { aBooking } from '../booking/booking.fixture.ts';
import type { BookingState } from '../booking/domain.ts';
import { decideClaim, guaranteeEnds, refuseClaim } from './domain.ts';

const END = new Date('2026-11-19T21:30:00Z');
const START = new Date('2026-11-19T20:00:00Z');
const CLOSES = new Date('2026-11-26T21:30:00Z');
const by = (at: Date, ms: number) => new Date(at.getTime() + ms);
const completed = aBooking({ state: 'completed', money: { captured: 150_00, refunded: 0 } });
const nothing = { hasClaim: false, earlierClaims: 0, hasOpenDispute: false };

test('the guarantee ends seven days after the session, to the minute, over a change of clocks', () => {
  const endsAt = new Date('2026-10-29T21:30:00Z');
  expect(guaranteeEnds({ ...completed, endsAt })).toEqual(new Date('2026-11-05T21:30:00Z'));
});

test('the guarantee lasts as long as this candidate was promised', () => {
  const terms = { freeCancelHours: 24, guaranteeDays: 14 };
  expect(guaranteeEnds({ ...completed, terms })).toEqual(new Date('2026-12-03T21:30:00Z'));
});

test('pages and mails promise in the same words', () => {
  expect(renderToString(GuaranteePromise({ days: 14 }))).toContain(PROMISE.terms(14));
  expect(PROMISE.terms(14)).toContain('within 14 days of the session');
  expect(renderToString(GuaranteePromise({}))).toContain(PROMISE.short);
});

describe('a claim that it was not worth it', () => {
  it.each([
    ['a millisecond before the end', by(END, -1), 'not-over'],
    ['at the end', END, null],
    ['at the last instant', CLOSES, null],
    ['a millisecond after it', by(CLOSES, 1), 'window-closed'],
  ])('%s', (_when, now, refusal) => {
    expect(refuseClaim(completed, 'not-worth-it', nothing, now)).toBe(refusal);
  });

  it.each([
    ['made once already', { hasClaim: true }, {}, 'already-claimed'],
    ['of money that the bank is asking back', { hasOpenDispute: true }, {}, 'disputed'],
    ['of money that is back', {}, { money: { captured: 150_00, refunded: 150_00 } }, 'already-refunded'],
    ['by somebody who did not come', {}, { absent: 'candidate' as const }, 'candidate-absent'],
  ])('is refused when it is one %s', (_what, facts, changes, refusal) => {
    expect(refuseClaim({ ...completed, ...changes }, 'not-worth-it', { ...nothing, ...facts }, END)).toBe(
      refusal,
    );
  });

  it.each<BookingState>(['held', 'checkout', 'authorised', 'expired', 'released', 'cancelled'])(
    'is refused for a booking that is %s',
    (state) => expect(refuseClaim(aBooking({ state }), 'not-worth-it', nothing, END)).toBe('ended'),
  );

  it('is paid at once the first time, and put before a person the next', () => {
    expect(decideClaim(completed, 'not-worth-it', nothing, END)).toEqual({ state: 'granted' });
    const again = { ...nothing, earlierClaims: 1 };
    expect(decideClaim(completed, 'not-worth-it', again, END)).toEqual({ state: 'queued' });
  });
});

test('that nobody came can be said from ten minutes after the start, while the session would run', () => {
  const running = { ...completed, state: 'confirmed' as const };
  const TEN = 10 * 60_000;
  expect(refuseClaim(running, 'nobody-came', nothing, by(START, TEN - 1))).toBe('not-over');
  expect(refuseClaim(running, 'nobody-came', nothing, by(START, TEN))).toBeNull();
  expect(refuseClaim(running, 'not-worth-it', nothing, by(START, TEN))).toBe('not-over');
});
