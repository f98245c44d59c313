import type { Booking } from './domain.ts';

/** A booking to begin a test with: just claimed, nothing paid. `changes` is what the test is about. */
export function aBooking(changes: Partial<Booking> = {}): Booking {
  return {
    id: '01941f29-7c00-7000-8000-000000000001',
    revision: 0,
    sequence: 0,
    reference: '508-7K2QD',
    interviewerId: '01941f29-7c00-7000-8000-000000000002',
    state: 'held',
    startsAt: new Date('2026-11-19T20:00:00Z'),
    endsAt: new Date('2026-11-19T21:30:00Z'),
    calcomConnectionId: '01941f29-7c00-7000-8000-000000000003',
    calcomUid: 'uid',
    calendarReleasedAt: null,
    meetingUrl: null,
    price: { cents: 150_00, currency: 'usd' },
    terms: { freeCancelHours: 24, guaranteeDays: 7 },
    money: { captured: 0, refunded: 0 },
    moneyAttempt: 1,
    candidate: { name: 'Theo Marsh', email: 'theo@example.com', timeZone: 'America/New_York' },
    holdExpiresAt: new Date('2026-11-16T18:30:00Z'),
    checkoutAttempts: 0,
    checkout: null,
    paymentIntentId: null,
    confirmedAt: null,
    authorisedAt: null,
    readAt: null,
    readNote: '',
    endedAt: null,
    endReason: null,
    endNote: '',
    absent: null,
    ...changes,
  };
}
