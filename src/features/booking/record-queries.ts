import type { Db } from '../../db/connect.ts';
import type {
  BookingRecord,
  DisputeRecord,
  HistoryRow,
  ProposalRecord,
  RefundRecord,
} from './record-domain.ts';

/** More than any booking has; what lies beyond is left in the database. */
const MOST = { history: 300, proposals: 50, refunds: 50, disputes: 20 } as const;

export async function refundRecords(db: Db, bookingId: string): Promise<RefundRecord[]> {
  const rows = await db
    .selectFrom('refunds')
    .select(['id', 'cause', 'amountCents', 'currency', 'state', 'stripeRefundId'])
    .select(['requestedBy', 'requestedAt', 'settledAt', 'problem'])
    .where('bookingId', '=', bookingId)
    .orderBy('attempt')
    .limit(MOST.refunds)
    .execute();
  return rows as RefundRecord[];
}

export async function claimRecord(db: Db, bookingId: string): Promise<BookingRecord['claim']> {
  const row = await db
    .selectFrom('claims')
    .select(['kind', 'state', 'reason', 'claimedAt', 'decidedAt', 'decidedBy'])
    .where('bookingId', '=', bookingId)
    .executeTakeFirst();
  return (row as BookingRecord['claim'] | undefined) ?? null;
}

export function disputeRecords(db: Db, bookingId: string): Promise<DisputeRecord[]> {
  return db
    .selectFrom('disputes')
    .select(['id', 'status', 'reason', 'amountCents', 'openedAt', 'closedAt'])
    .where('bookingId', '=', bookingId)
    .orderBy('openedAt')
    .limit(MOST.disputes)
    .execute();
}

export async function proposalRecords(db: Db, bookingId: string): Promise<ProposalRecord[]> {
  const rows = await db
    .selectFrom('proposals')
    .select(['id', 'startsAt', 'message', 'madeAt', 'answer', 'answeredAt'])
    .where('bookingId', '=', bookingId)
    .orderBy('id', 'desc')
    .limit(MOST.proposals)
    .execute();
  return rows as ProposalRecord[];
}

/** The latest of the history, in the order it happened. */
export async function historyRows(db: Db, bookingId: string): Promise<HistoryRow[]> {
  const rows = await db
    .selectFrom('bookingHistory')
    .select(['id', 'at', 'actor', 'fromState', 'toState', 'reason'])
    .where('bookingId', '=', bookingId)
    .orderBy('id', 'desc')
    .limit(MOST.history)
    .execute();
  return rows.reverse();
}
