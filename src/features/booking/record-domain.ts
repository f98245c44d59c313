import type { Claim } from '../guarantee/domain.ts';
import type { RefundCause } from './change-domain.ts';

/** A refund as the panels show it. */
export interface RefundRecord {
  id: string;
  cause: RefundCause;
  amountCents: number;
  currency: string;
  state: 'owed' | 'pending' | 'succeeded' | 'failed';
  stripeRefundId: string | null;
  requestedBy: string;
  requestedAt: Date;
  settledAt: Date | null;
  problem: string | null;
}

/** A bank that takes the money back, or has. */
export interface DisputeRecord {
  id: string;
  status: string;
  reason: string;
  amountCents: number;
  openedAt: Date;
  closedAt: Date | null;
}

/** Another time that the interviewer proposed, with what became of it. */
export interface ProposalRecord {
  id: string;
  startsAt: Date;
  message: string;
  madeAt: Date;
  /** Null: waits for the candidate. `accepted`: waits for the calendar. */
  answer: 'accepted' | 'moved' | 'failed' | 'declined' | 'withdrawn' | null;
  answeredAt: Date | null;
}

/** A row of the booking's history, as it was written down. */
export interface HistoryRow {
  id: string;
  at: Date;
  actor: string;
  fromState: string | null;
  toState: string;
  reason: string;
}

/** Everything that is kept beside a booking. */
export interface BookingRecord {
  refunds: RefundRecord[];
  claim: (Claim & { decidedBy: string | null }) | null;
  disputes: DisputeRecord[];
  /** The latest first. */
  proposals: ProposalRecord[];
  /** From the first to the last. */
  history: HistoryRow[];
}

/** The proposal that waits for an answer or, after a yes, for the calendar. */
export const openProposalOf = ({ proposals }: Pick<BookingRecord, 'proposals'>): ProposalRecord | null =>
  proposals.find(({ answer }) => answer === null || answer === 'accepted') ?? null;

/** Whether money still goes back, or has to be looked at. */
export const refundOf = ({ refunds }: Pick<BookingRecord, 'refunds'>): RefundRecord | null =>
  refunds.findLast(({ state }) => state !== 'failed') ?? refunds.at(-1) ?? null;

export const isOpenDispute = ({ status }: Pick<DisputeRecord, 'status'>): boolean =>
  !['won', 'warning_closed', 'prevented'].includes(status);
