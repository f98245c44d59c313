import { describe, expect, it } from 'vitest';
import { breakages } from './breakages.fixture.ts';
import { check } from './check.ts';
import type { Evidence } from './evidence.ts';
import {
  allIsWell,
  booking,
  END,
  mail,
  refund,
  refunded,
  refundRow,
  START,
  unwritten,
} from './small-world.fixture.ts';

// The checker bites: a small world in which all is well, and for each rule the smallest thing that is not.

const rules = (world: Evidence) => check(world).map(({ rule }) => rule);

it('finds nothing where all is well', () => {
  expect(check(allIsWell())).toEqual([]);
  expect(check(refunded())).toEqual([]);
  expect(check(unwritten())).toEqual([]);
});

describe('finds what must not be', () => {
  it.each(breakages)('%s: %s', (rule, _what, break_, from = allIsWell) => {
    const world = from();
    break_(world);
    expect(rules(world)).toContain(rule);
  });
});

it('keeps quiet about a confirmation that was not sent any more since the session was called off', () => {
  const world = allIsWell();
  world.mailbox = [];
  world.ours.bookings = [booking('a', { state: 'cancelled' })];
  world.ours.mails = [mail('a', 'candidate-confirmation', { last_error: 'not sent: no longer so' })];
  expect(check(world).filter(({ what }) => what.includes('candidate-confirmation'))).toEqual([]);
});

it('keeps quiet about a report that was asked for before the interviewer said that they were not there', () => {
  const hoursAfter = (hours: number) => {
    const world = unwritten();
    const ended_at = new Date(END.getTime() + hours * 3_600_000);
    world.ours.bookings = [
      booking('a', { state: 'cancelled', end_reason: 'interviewer-absent', absent: 'interviewer', ended_at }),
    ];
    return check(world).filter(({ what }) => what.startsWith('report-'));
  };
  expect(hoursAfter(49)).toEqual([]);
  expect(hoursAfter(25).map(({ what }) => what)).toEqual(['report-overdue, cancelled']);
});

it('keeps quiet about a price that is kept by the terms, and about what a person was told of', () => {
  const late = allIsWell();
  late.ours.bookings = [
    booking('a', {
      ...{ state: 'cancelled', end_reason: 'candidate-cancelled', ended_at: new Date(START.getTime() - 1) },
      calendar_released_at: START,
    }),
  ];
  expect(rules(late)).not.toContain('charged for nothing');
  const told = refunded();
  told.ours.bookings = [booking('a')];
  told.ours.refunds = [refundRow('a', { state: 'failed' })];
  told.stripe.refunds = [refund('a', { status: 'failed' })];
  told.ours.alerts = [{ booking_id: 'a', kind: 'refund-failed', resolved_at: null }];
  expect(rules(told)).toEqual([]);
});
