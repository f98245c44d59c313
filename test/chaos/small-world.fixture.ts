import type { BookingRow, Evidence, HistoryRow, MailRow, RefundRow } from './evidence.ts';

// A small world for the checker's tests: what the three sides hold of one booking.

const NOW = new Date('2026-12-02T12:00:00Z');
export const START = new Date('2026-12-01T15:00:00Z');
export const END = new Date('2026-12-01T16:30:00Z');
const PRICE = 150_00;

export const booking = (id: string, change: Partial<BookingRow> = {}): BookingRow => ({
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

export const mail = (booking_id: string, kind: string, change: Partial<MailRow> = {}): MailRow => ({
  id: `mail-${booking_id}-${kind}`,
  ...{ booking_id, kind, occasion: '', sent_at: START, last_error: null, attempts: 1 },
  ...change,
});

export const refundRow = (booking_id: string, change: Partial<RefundRow> = {}): RefundRow => ({
  id: `refund-${booking_id}`,
  ...{ booking_id, cause: 'guarantee', amount_cents: PRICE, state: 'succeeded' },
  stripe_refund_id: `re_${booking_id}`,
  ...change,
});

export const message = (id: string, icalendar?: string) =>
  ({ messageId: `<${id}@localhost>`, subject: 'Booked', to: ['a@example.com'], icalendar }) as never;

export const intent = (id: string, change: object = {}) =>
  ({
    id: `pi_${id}`,
    ...{ status: 'succeeded', amount_received: PRICE, currency: 'usd', metadata: { booking: id } },
    ...change,
  }) as never;

export const refund = (id: string, change: object = {}) =>
  ({
    ...{ id: `re_${id}`, payment_intent: `pi_${id}`, amount: PRICE, status: 'succeeded' },
    metadata: { booking: id, refund: `refund-${id}` },
    ...change,
  }) as never;

export const slot = (id: string, change: object = {}) =>
  ({
    ...{ uid: `uid-${id}`, hostId: 1, status: 'accepted' },
    ...{ start: START.toISOString(), end: END.toISOString() },
    ...change,
  }) as never;

/** One completed booking, known to all sides, with its mails. */
export function allIsWell(): Evidence {
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
export function unwritten(): Evidence {
  const world = allIsWell();
  world.now = new Date(END.getTime() + 50 * 3_600_000);
  world.ours.mails.push(mail('a', 'report-reminder'));
  world.mailbox.push(message('mail-a-report-reminder'));
  world.ours.alerts.push({ booking_id: 'a', kind: 'report-overdue', resolved_at: null });
  return world;
}

/** Refunded after a claim, on all sides, with what comes of it. */
export function refunded(): Evidence {
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
