import type { Db } from '../../../src/db/connect.ts';
import { BOOKINGS, type Stage } from './stages.ts';
import { at, DAY, HOUR, MINUTE } from './time.ts';

// What is kept beside the bookings: history, money that goes back, claims, a time proposed, and what the
// operator looks at.

type Line = [when: number, actor: string, from: string | null, to: string, reason: string];

/** From the slot to the money, ending so long before or after the moment of the pictures. */
const way = (end: number): Line[] => [
  [end - 11 * MINUTE, 'candidate', null, 'held', 'slot claimed'],
  [end - 5 * MINUTE, 'candidate', 'held', 'held', 'details given'],
  [end - 2 * MINUTE, 'candidate', 'held', 'checkout', 'went to checkout'],
  [end - MINUTE, 'system', 'checkout', 'authorised', 'payment authorized'],
  [end, 'system', 'authorised', 'confirmed', 'slot firm, money captured'],
];
const over = (end: number): Line => [end, 'system', 'confirmed', 'completed', 'the session is over'];

const HISTORY: Partial<Record<Stage, Line[]>> = {
  confirmed: way(-MINUTE),
  soon: [...way(-3 * DAY), [-2 * DAY, 'candidate', 'confirmed', 'confirmed', 'resume changed']],
  proposed: [
    ...way(-2 * DAY),
    [-3 * HOUR, 'interviewer', 'confirmed', 'confirmed', 'proposed 2026-11-30T15:00:00.000Z instead'],
  ],
  past: [...way(-9 * DAY), over(-6.9 * DAY)],
  called: [
    ...way(-4 * DAY),
    [-DAY, 'candidate', 'confirmed', 'cancelled', 'canceled by the candidate'],
    [-DAY, 'system', 'cancelled', 'cancelled', 'refund of 18000 cents asked for (candidate-cancelled)'],
    [-DAY + MINUTE, 'stripe', 'cancelled', 'cancelled', 'Stripe: 18000 cents taken, 18000 given back'],
  ],
  calledOff: [
    ...way(-4 * DAY),
    [-2 * HOUR, 'interviewer', 'confirmed', 'cancelled', 'canceled by the interviewer'],
    [
      -2 * HOUR,
      'system',
      'cancelled',
      'cancelled',
      'refund of 18000 cents asked for (interviewer-cancelled)',
    ],
  ],
  claimed: [
    ...way(-9 * DAY),
    over(-4.9 * DAY),
    [-DAY, 'candidate', 'completed', 'completed', 'claimed: not-worth-it, granted'],
    [-DAY, 'system', 'completed', 'completed', 'refund of 18000 cents asked for (guarantee)'],
  ],
  queued: [
    ...way(-8 * DAY),
    over(-1.94 * DAY),
    [-HOUR, 'candidate', 'completed', 'completed', 'claimed: nobody-came, queued'],
  ],
};

/** When each of these bookings was made: as its history says. */
export const madeAt = (stage: Stage): Date | undefined => {
  const first = HISTORY[stage]?.[0];
  return first && at(first[0]);
};

const refund = (stage: Stage, cause: string, ago: number, settled: boolean) => ({
  ...{ bookingId: BOOKINGS[stage], attempt: 1, cause, amountCents: 180_00, currency: 'usd' },
  ...{ state: settled ? 'succeeded' : 'pending', stripeRefundId: `re_${stage}`, requestedBy: 'system' },
  ...{ requestedAt: at(-ago), settledAt: settled ? at(-ago + MINUTE) : null },
});

const delivery = (position: number, minutes: number, type: string, lastError: string | null = null) => ({
  id: `019a9000-0000-7000-8000-00000000010${position}`,
  source: type.includes('.') ? 'stripe' : 'calcom',
  ...{ externalId: `evt_still_${position}`, type, lastError },
  payload: JSON.stringify({ id: `evt_still_${position}`, type, object: 'event', livemode: false }),
  receivedAt: at(-minutes * MINUTE),
  handledAt: lastError ? null : at(-minutes * MINUTE + 400),
  attempts: lastError ? 4 : 1,
});

/** A delivery that could not be handled. */
export const DELIVERY = '019a9000-0000-7000-8000-000000000103';

export async function seedRecords(db: Db): Promise<void> {
  const history = Object.entries(HISTORY).flatMap(([stage, lines]) =>
    lines.map(([when, actor, fromState, toState, reason]) => ({
      ...{ bookingId: BOOKINGS[stage as Stage], at: at(when), actor, fromState, toState, reason },
    })),
  );
  await db.insertInto('bookingHistory').values(history).execute();
  await db
    .insertInto('refunds')
    .values([
      refund('called', 'candidate-cancelled', DAY, true),
      refund('calledOff', 'interviewer-cancelled', 2 * HOUR, false),
      refund('claimed', 'guarantee', DAY, false),
    ])
    .execute();
  await db
    .insertInto('claims')
    .values([
      {
        ...{ bookingId: BOOKINGS.claimed, kind: 'not-worth-it', state: 'granted' },
        reason: 'We never got to the feedback. It was a pleasant chat, and I had paid for the other thing.',
        ...{ claimedAt: at(-DAY), decidedAt: at(-DAY), decidedBy: 'system' },
      },
      {
        ...{ bookingId: BOOKINGS.queued, kind: 'nobody-came', state: 'queued', claimedAt: at(-HOUR) },
        reason: 'I waited for twenty minutes. Nobody came, and nobody answered.',
      },
    ])
    .execute();
  await db
    .insertInto('proposals')
    .values({
      ...{ bookingId: BOOKINGS.proposed, startsAt: '2026-11-30T15:00:00Z', madeAt: at(-3 * HOUR) },
      message: 'My train back got canceled. Monday, same hour?',
    })
    .execute();
  await db
    .insertInto('inbox')
    .values([
      delivery(1, 61, 'BOOKING_REQUESTED'),
      delivery(2, 12, 'checkout.session.completed'),
      delivery(3, 9, 'BOOKING_RESCHEDULED', 'cal.com did not answer within 10 seconds'),
      delivery(4, 2, 'payment_intent.succeeded'),
    ])
    .execute();
  await db
    .insertInto('repairs')
    .values([
      { at: at(-3 * DAY), kind: 'lost-event', found: 'evt_still_0', bookingId: null },
      { at: at(-5 * HOUR), kind: 'follow-cancellation', found: '', bookingId: BOOKINGS.calledOff },
      { at: at(-2 * HOUR), kind: 'refund', found: '', bookingId: BOOKINGS.calledOff },
    ])
    .execute();
}
