import { describe, expect, it } from 'vitest';
import { aBooking } from './booking.fixture.ts';
import {
  cancelAsCandidate,
  cancelAsInterviewer,
  cancelAsOperator,
  cancelsFree,
  freeUntil,
  refuseMove,
  refuseProposal,
  refuseRewrite,
  reportCandidateAbsent,
  reportInterviewerAbsent,
} from './change-domain.ts';
import type { BookingState } from './domain.ts';

const START = new Date('2026-11-19T20:00:00Z');
const END = new Date('2026-11-19T21:30:00Z');
const CUT_OFF = new Date('2026-11-18T20:00:00Z');
const by = (at: Date, ms: number) => new Date(at.getTime() + ms);
const MINUTE = 60_000;
const confirmed = aBooking({ state: 'confirmed', money: { captured: 150_00, refunded: 0 } });
const states: BookingState[] = ['held', 'checkout', 'authorised', 'expired', 'released', 'cancelled'];

describe('canceling for nothing', () => {
  it('is possible until the promised hours before the start, the instant included', () => {
    expect(freeUntil(confirmed)).toEqual(CUT_OFF);
    expect(cancelsFree(confirmed, CUT_OFF)).toBe(true);
    expect(cancelsFree(confirmed, by(CUT_OFF, 1))).toBe(false);
  });

  it('goes by what this candidate was promised, and by hours that pass, over a change of clocks too', () => {
    const startsAt = new Date('2026-03-08T18:00:00Z');
    expect(freeUntil({ startsAt, terms: { freeCancelHours: 48, guaranteeDays: 7 } })).toEqual(
      new Date('2026-03-06T18:00:00Z'),
    );
  });
});

describe('the candidate cancels', () => {
  it.each([
    ['at the last free instant', CUT_OFF, 'candidate-cancelled'],
    ['a millisecond later', by(CUT_OFF, 1), null],
    ['in the last millisecond before the start', by(START, -1), null],
  ])('%s', (_when, now, refund) => {
    const decided = cancelAsCandidate(confirmed, 'Sorry.', now);
    expect(decided).toMatchObject({ refund, next: { state: 'cancelled', endNote: 'Sorry.' } });
  });

  it('not once it has started, nor what is not confirmed', () => {
    expect(cancelAsCandidate(confirmed, '', START)).toEqual({ refused: 'started' });
    expect(cancelAsCandidate(aBooking({ state: 'completed' }), '', END)).toEqual({ refused: 'over' });
    for (const state of states)
      expect(cancelAsCandidate(aBooking({ state }), '', CUT_OFF)).toHaveProperty('refused');
  });
});

describe('the interviewer cancels', () => {
  it.each([
    ['long before', CUT_OFF],
    ['past the candidate’s cut-off', by(CUT_OFF, 1)],
    ['in the last millisecond of the session', by(END, -1)],
  ])('%s, and all of the money goes back', (_when, now) => {
    expect(cancelAsInterviewer(confirmed, '', now)).toMatchObject({ refund: 'interviewer-cancelled' });
  });

  it('not what is over, nor what is not confirmed', () => {
    expect(cancelAsInterviewer(confirmed, '', END)).toEqual({ refused: 'over' });
    for (const state of states)
      expect(cancelAsInterviewer(aBooking({ state }), '', CUT_OFF)).toHaveProperty('refused');
  });
});

describe('the co-op calls it off', () => {
  it('until the end, and all of the money goes back', () => {
    expect(cancelAsOperator(confirmed, 'Fire.', by(END, -1))).toMatchObject({
      refund: 'operator',
      next: { state: 'cancelled', endReason: 'operator-cancelled', endNote: 'Fire.' },
    });
    expect(cancelAsOperator(confirmed, '', END)).toEqual({ refused: 'over' });
    for (const state of states)
      expect(cancelAsOperator(aBooking({ state }), '', CUT_OFF)).toHaveProperty('refused');
  });
});

describe('somebody did not come', () => {
  const completed = { ...confirmed, state: 'completed' as const };
  const TWO_DAYS = 2 * 1440 * MINUTE;

  it.each([
    ['nine minutes and a bit after the start', by(START, 10 * MINUTE - 1), 'not-started'],
    ['more than two days after the end', by(END, TWO_DAYS + 1), 'too-late'],
  ])('can’t be said %s', (_when, now, refused) => {
    expect(reportCandidateAbsent(completed, now)).toEqual({ refused });
    expect(reportInterviewerAbsent(completed, '', now)).toEqual({ refused });
  });

  it.each([
    ['ten minutes after the start', by(START, 10 * MINUTE), confirmed],
    ['two days after the end', by(END, TWO_DAYS), completed],
  ])('can be said %s', (_when, now, booking) => {
    expect(reportCandidateAbsent(booking, now)).toMatchObject({
      next: { absent: 'candidate', state: booking.state },
    });
    expect(reportInterviewerAbsent(booking, 'Ill.', now)).toMatchObject({
      ...{
        refund: 'interviewer-absent',
        next: { absent: 'interviewer', state: 'cancelled', endNote: 'Ill.' },
      },
    });
  });

  it('is not said of what was not confirmed', () => {
    for (const state of states)
      expect(reportCandidateAbsent(aBooking({ state }), END)).toHaveProperty('refused');
  });
});

describe('moving', () => {
  it('is the candidate’s as long as canceling is free', () => {
    expect(refuseMove(confirmed, CUT_OFF)).toBeNull();
    expect(refuseMove(confirmed, by(CUT_OFF, 1))).toBe('cut-off');
    for (const state of states) expect(refuseMove(aBooking({ state }), CUT_OFF)).not.toBeNull();
  });

  it.each([
    ['to a time ahead, until the start', by(START, -1), by(START, 1), null],
    ['not once it has started', START, by(START, 1), 'started'],
    ['not to a time that is past', CUT_OFF, CUT_OFF, 'too-late'],
  ])('can be proposed %s', (_what, now, startsAt, refused) => {
    expect(refuseProposal(confirmed, startsAt, now)).toBe(refused);
  });
});

describe('rewriting what the interviewer reads', () => {
  it.each([
    ['until it is read', confirmed, by(START, -1), null],
    ['not once it was read', { ...confirmed, readAt: CUT_OFF }, CUT_OFF, 'already-read'],
    ['not once it has started', confirmed, START, 'started'],
    ['not when it is over', { ...confirmed, state: 'completed' as const }, END, 'over'],
    ['not on this page before it is paid', aBooking(), CUT_OFF, 'not-confirmed'],
  ])('is possible %s', (_what, booking, now, refused) => {
    expect(refuseRewrite(booking, now)).toBe(refused);
  });
});
