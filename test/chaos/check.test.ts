import { describe, expect, it } from 'vitest';
import { check } from './check.ts';
import type { BookingRow, Evidence, HistoryRow, MailRow, RefundRow } from './evidence.ts';

// The checker bites: a small world in which all is well, and for each rule the smallest thing that is not.

const NOW = new Date('2026-12-02T12:00:00Z');
const START = new Date('2026-12-01T15:00:00Z');
const END = new Date('2026-12-01T16:30:00Z');
const PRICE = 150_00;

const booking = (id: string, change: Partial<BookingRow> = {}): BookingRow => ({
  id,
  reference: `508-${id}`,
  interviewer: 'mara',
  state: 'completed',
  starts_at: START,
  ends_at: END,
  calcom_uid: `uid-${id}`,
  calendar_released_at: null,
  price_cents: PRICE,
  currency: 'usd',
  captured_cents: PRICE,
  refunded_cents: 0,
  payment_intent_id: `pi_${id}`,
  free_cancel_hours: 24,
  ended_at: null,
  end_reason: null,
  sequence: 0,
  absent: null,
  ...change,
});

const entry = (booking_id: string, from_state: string | null, to_state: string): HistoryRow => ({
  ...{ booking_id, from_state, to_state },
  at: START,
  actor: 'system',
  reason: '',
});

const mail = (booking_id: string, kind: string, change: Partial<MailRow> = {}): MailRow => ({
  id: `mail-${booking_id}-${kind}`,
  ...{ booking_id, kind, occasion: '', sent_at: START, last_error: null, attempts: 1 },
  ...change,
});

const refundRow = (booking_id: string, change: Partial<RefundRow> = {}): RefundRow => ({
  id: `refund-${booking_id}`,
  ...{ booking_id, cause: 'guarantee', amount_cents: PRICE, state: 'succeeded' },
  stripe_refund_id: `re_${booking_id}`,
  ...change,
});

const message = (id: string, icalendar?: string) =>
  ({ messageId: `<${id}@localhost>`, subject: 'Booked', to: ['a@example.com'], icalendar }) as never;

const intent = (id: string, change: object = {}) =>
  ({
    id: `pi_${id}`,
    ...{ status: 'succeeded', amount_received: PRICE, currency: 'usd', metadata: { booking: id } },
    ...change,
  }) as never;

const refund = (id: string, change: object = {}) =>
  ({
    ...{ id: `re_${id}`, payment_intent: `pi_${id}`, amount: PRICE, status: 'succeeded' },
    metadata: { booking: id, refund: `refund-${id}` },
    ...change,
  }) as never;

const slot = (id: string, change: object = {}) =>
  ({
    ...{ uid: `uid-${id}`, hostId: 1, status: 'accepted' },
    ...{ start: START.toISOString(), end: END.toISOString() },
    ...change,
  }) as never;

/** One completed booking, known to all sides, with its mails. */
function allIsWell(): Evidence {
  return {
    now: NOW,
    ours: {
      bookings: [booking('a')],
      history: [
        entry('a', null, 'held'),
        entry('a', 'held', 'checkout'),
        entry('a', 'checkout', 'authorised'),
        entry('a', 'authorised', 'confirmed'),
        entry('a', 'confirmed', 'completed'),
      ],
      mails: [mail('a', 'candidate-confirmation'), mail('a', 'interviewer-notice')],
      ...{ refunds: [], claims: [], alerts: [], proposals: [], inbox: [], jobs: [], repairs: [] },
    },
    stripe: { payment_intents: [intent('a')], sessions: [], charges: [], refunds: [], disputes: [] },
    calcom: { bookings: [slot('a')], users: [] },
    mailbox: [message('mail-a-candidate-confirmation'), message('mail-a-interviewer-notice')],
  };
}

/** The same, as it is days later: nobody has written the report. */
function unwritten(): Evidence {
  const world = allIsWell();
  world.now = new Date(END.getTime() + 50 * 3_600_000);
  world.ours.mails.push(mail('a', 'report-reminder'));
  world.mailbox.push(message('mail-a-report-reminder'));
  world.ours.alerts.push({ booking_id: 'a', kind: 'report-overdue', resolved_at: null });
  return world;
}

/** Refunded after a claim, on all sides, with what comes of it. */
function refunded(): Evidence {
  const world = allIsWell();
  world.ours.bookings = [booking('a', { refunded_cents: PRICE })];
  world.ours.refunds = [refundRow('a')];
  world.ours.claims = [{ booking_id: 'a', state: 'granted' }];
  world.stripe.refunds = [refund('a')];
  for (const kind of ['claim-granted', 'claim-notice']) {
    world.ours.mails.push(mail('a', kind));
    world.mailbox.push(message(`mail-a-${kind}`));
  }
  return world;
}

const rules = (world: Evidence) => check(world).map(({ rule }) => rule);

it('finds nothing where all is well', () => {
  expect(check(allIsWell())).toEqual([]);
  expect(check(refunded())).toEqual([]);
  expect(check(unwritten())).toEqual([]);
});

type Breakage = [rule: string, what: string, break_: (world: Evidence) => void, from?: () => Evidence];

const breakages: Breakage[] = [
  [
    'slot sold twice',
    'two of our bookings overlap',
    ({ ours }) => {
      ours.bookings.push(booking('b', { starts_at: new Date('2026-12-01T16:00:00Z') }));
    },
  ],
  [
    'slot sold twice on cal.com',
    'two accepted ones of ours overlap over there',
    ({ ours, calcom }) => {
      ours.bookings.push(booking('b', { state: 'expired', starts_at: END }));
      calcom.bookings.push(slot('b'));
    },
  ],
  [
    'charged for nothing',
    'money is kept of a booking that came to nothing',
    ({ ours }) => {
      ours.bookings = [booking('a', { state: 'released', end_reason: 'slot-refused', ended_at: START })];
    },
  ],
  [
    'charged for nothing',
    'money is kept though the interviewer canceled',
    ({ ours }) => {
      ours.bookings = [
        booking('a', { state: 'cancelled', end_reason: 'interviewer-cancelled', ended_at: START }),
      ];
    },
  ],
  [
    'charged for nothing',
    'a payment belongs to no booking',
    ({ stripe }) => void stripe.payment_intents.push(intent('nobody')),
  ],
  [
    'charged twice',
    'two payments of one booking were captured',
    ({ stripe }) => void stripe.payment_intents.push(intent('a', { id: 'pi_second' })),
  ],
  [
    'confirmed without a charge',
    'the money is only held',
    ({ stripe }) => {
      stripe.payment_intents = [intent('a', { status: 'requires_capture', amount_received: 0 })];
    },
  ],
  [
    'books differ',
    'ours say that nothing was given back',
    ({ ours }) => {
      ours.bookings = [booking('a')];
    },
    refunded,
  ],
  [
    'guarantee not kept',
    'a claim was granted and the money kept',
    ({ ours, stripe }) => {
      ours.bookings = [booking('a')];
      ours.refunds = [];
      stripe.refunds = [];
    },
    refunded,
  ],
  [
    'refund not exactly once',
    'one row was paid out twice',
    ({ stripe }) => void stripe.refunds.push(refund('a', { id: 're_again' })),
    refunded,
  ],
  [
    'refund not exactly once',
    'a row says succeeded and nothing was made',
    ({ stripe }) => void stripe.refunds.pop(),
    refunded,
  ],
  [
    'refund not exactly once',
    'Stripe knows one that we do not',
    ({ ours }) => void ours.refunds.pop(),
    refunded,
  ],
  ['mail lost', 'it is marked as sent and never arrived', ({ mailbox }) => void mailbox.pop()],
  [
    'mail lost',
    'a confirmation was given up though the session took place',
    ({ ours, mailbox }) => {
      mailbox.shift();
      ours.mails[0] = mail('a', 'candidate-confirmation', { last_error: 'not sent: no longer so' });
    },
  ],
  ['mail lost', 'it was never owed', ({ ours }) => void ours.mails.pop()],
  ['mail lost', 'nobody is reminded of a report', ({ ours }) => void ours.mails.pop(), unwritten],
  ['mail lost', 'the operator is not told of a report', ({ ours }) => void ours.alerts.pop(), unwritten],
  [
    'mail of nobody',
    'a report is asked for on a session that was called off',
    ({ ours }) => {
      ours.bookings = [booking('a', { state: 'cancelled' })];
    },
    unwritten,
  ],
  [
    'mail of nobody',
    'a report is asked for before a day is over',
    (world) => {
      world.now = new Date(END.getTime() + 23 * 3_600_000);
    },
    unwritten,
  ],
  [
    'mail twice',
    'two rows owe the same',
    ({ ours, mailbox }) => {
      ours.mails.push(mail('a', 'interviewer-notice', { id: 'again' }));
      mailbox.push(message('again'));
    },
  ],
  ['mail of nobody', 'nobody owed it', ({ mailbox }) => void mailbox.push(message('stray'))],
  [
    'still on its way',
    'a hold never ended',
    ({ ours }) => void ours.bookings.push(booking('b', { state: 'held', starts_at: END })),
  ],
  [
    'still on its way',
    'an accepted proposal waits',
    ({ ours }) => void ours.proposals.push({ booking_id: 'a', answer: 'accepted', starts_at: START }),
  ],
  [
    'still on its way',
    'a refund is owed',
    ({ ours }) => void ours.refunds.push(refundRow('a', { state: 'owed', stripe_refund_id: null })),
  ],
  [
    'still on its way',
    'somebody waits on cal.com',
    ({ calcom }) => void calcom.bookings.push(slot('x', { status: 'pending' })),
  ],
  [
    'still on its way',
    'money is held on a card',
    ({ stripe }) =>
      void stripe.payment_intents.push(
        intent('a', { id: 'pi_2', status: 'requires_capture', amount_received: 0 }),
      ),
  ],
  [
    'calendar differs',
    'the time is another over there',
    ({ calcom }) => {
      calcom.bookings = [slot('a', { start: '2026-12-02T15:00:00.000Z' })];
    },
  ],
  [
    'calendar differs',
    'it was canceled over there',
    ({ calcom }) => {
      calcom.bookings = [slot('a', { status: 'cancelled' })];
    },
  ],
  [
    'sequence went down',
    'an older invitation came last',
    ({ mailbox }) => {
      for (const sequence of [1, 0]) {
        mailbox.push(message('mail-a-interviewer-notice', `UID:a@508.dev\r\nSEQUENCE:${sequence}\r\n`));
      }
    },
  ],
  [
    'sequence went down',
    'another time came under the same number',
    ({ mailbox }) => {
      for (const day of ['01', '02']) {
        const start = `DTSTART:202612${day}T150000Z`;
        mailbox.push(message('mail-a-interviewer-notice', `UID:a@508.dev\r\nSEQUENCE:1\r\n${start}\r\n`));
      }
    },
  ],
  ['history incomplete', 'an entry is missing', ({ ours }) => void ours.history.splice(2, 1)],
  ['history incomplete', 'it ends elsewhere', ({ ours }) => void ours.history.pop()],
];

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
