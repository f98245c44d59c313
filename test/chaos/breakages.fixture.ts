import type { Evidence } from './evidence.ts';
import {
  booking,
  END,
  intent,
  mail,
  message,
  refund,
  refunded,
  refundRow,
  START,
  slot,
  unwritten,
} from './small-world.fixture.ts';

type Breakage = [rule: string, what: string, break_: (world: Evidence) => void, from?: () => Evidence];

/** For each rule the smallest things that break it, in a world in which all is well unless another is named. */
export const breakages: Breakage[] = [
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
      ours.bookings = [booking('a', { state: 'cancelled', ended_at: START })];
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
