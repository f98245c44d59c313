import type { Db } from '../../db/connect.ts';
import type { BookingRecord } from './record-domain.ts';
import { claimRecord, disputeRecords, historyRows, proposalRecords, refundRecords } from './record-queries.ts';

/** Everything that is kept beside a booking, for the panels that show it. */
export async function recordOf(db: Db, bookingId: string): Promise<BookingRecord> {
  const [refunds, claim, disputes, proposals, history] = await Promise.all([
    refundRecords(db, bookingId),
    claimRecord(db, bookingId),
    disputeRecords(db, bookingId),
    proposalRecords(db, bookingId),
    historyRows(db, bookingId),
  ]);
  return { refunds, claim, disputes, proposals, history };
}
