import pg from 'pg';
import type { Booking as CalcomBooking, User } from '../../sandbox/calcom/control.ts';
import type { SandboxMessage } from '../../sandbox/mail/control.ts';
import type { State as StripeState } from '../../sandbox/stripe/control.ts';
import { calcomState, stripeState } from './far-side.ts';

// What the three sides hold, read with SQL of its own and from the sandboxes' own state. Nothing of src/.

export interface BookingRow {
  id: string;
  reference: string;
  interviewer: string;
  state: string;
  starts_at: Date;
  ends_at: Date;
  calcom_uid: string;
  calendar_released_at: Date | null;
  price_cents: number;
  currency: string;
  captured_cents: number;
  refunded_cents: number;
  payment_intent_id: string | null;
  free_cancel_hours: number;
  ended_at: Date | null;
  end_reason: string | null;
  sequence: number;
  absent: string | null;
}
export interface HistoryRow {
  booking_id: string;
  at: Date;
  actor: string;
  from_state: string | null;
  to_state: string;
  reason: string;
}
export interface MailRow {
  id: string;
  booking_id: string;
  kind: string;
  occasion: string;
  sent_at: Date | null;
  last_error: string | null;
  attempts: number;
}
export interface RefundRow {
  id: string;
  booking_id: string;
  cause: string;
  amount_cents: number;
  state: string;
  stripe_refund_id: string | null;
}
export interface ClaimRow {
  booking_id: string;
  state: string;
}
export interface AlertRow {
  booking_id: string | null;
  kind: string;
  resolved_at: Date | null;
}
export interface ProposalRow {
  booking_id: string;
  answer: string | null;
  starts_at: Date;
}
export interface InboxRow {
  source: string;
  type: string;
  handled_at: Date | null;
  last_error: string | null;
  received_at: Date;
  text: string;
}
export interface JobRow {
  name: string;
  state: string;
  data: unknown;
  output: unknown;
}

/** Everything the checker goes by. */
export interface Evidence {
  now: Date;
  ours: {
    bookings: BookingRow[];
    history: HistoryRow[];
    mails: MailRow[];
    refunds: RefundRow[];
    claims: ClaimRow[];
    alerts: AlertRow[];
    proposals: ProposalRow[];
    inbox: InboxRow[];
    /** Work that is due and not done. */
    jobs: JobRow[];
    repairs: { kind: string; count: number }[];
  };
  stripe: Pick<StripeState, 'sessions' | 'payment_intents' | 'charges' | 'refunds' | 'disputes'>;
  calcom: { bookings: CalcomBooking[]; users: User[] };
  /** In the order of their arrival. */
  mailbox: SandboxMessage[];
}

export async function readEvidence(
  databaseUrl: string,
  urls: Record<'stripe' | 'calcom' | 'mail', string>,
  now: Date,
): Promise<Evidence> {
  const [ours, stripe, calcom, mailbox] = await Promise.all([
    readOurs(databaseUrl),
    stripeState(urls.stripe, ['sessions', 'payment_intents', 'charges', 'refunds', 'disputes']),
    calcomState(urls.calcom, ['bookings', 'users']),
    fetch(`${urls.mail}/_sandbox/messages`).then((response) => response.json() as Promise<SandboxMessage[]>),
  ]);
  return { now, ours, stripe, calcom, mailbox: mailbox.reverse() };
}

async function readOurs(databaseUrl: string): Promise<Evidence['ours']> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const read = async <Row>(statement: string) => (await client.query(statement)).rows as Row[];
  try {
    return {
      bookings: await read<BookingRow>(
        `select bookings.*, slug as interviewer from bookings
           join interviewers on interviewers.id = interviewer_id order by bookings.id`,
      ),
      history: await read<HistoryRow>('select * from booking_history order by id'),
      mails: await read<MailRow>('select * from mails order by id'),
      refunds: await read<RefundRow>('select * from refunds order by requested_at, id'),
      claims: await read<ClaimRow>('select booking_id, state from claims'),
      alerts: await read<AlertRow>('select booking_id, kind, resolved_at from alerts'),
      proposals: await read<ProposalRow>('select booking_id, answer, starts_at from proposals'),
      inbox: await read<InboxRow>(
        `select source, type, handled_at, last_error, received_at, payload::text as text from inbox
           order by received_at`,
      ),
      jobs: await read<JobRow>(
        `select name, state::text, data, output from pgboss.job
          where state in ('created', 'retry', 'active') and start_after <= pgboss.job_now()
            and data is not null`,
      ),
      repairs: await read<{ kind: string; count: number }>(
        `select kind, count(*)::int as count from repairs group by kind order by count(*) desc`,
      ),
    };
  } finally {
    await client.end();
  }
}
