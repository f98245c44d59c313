import type { Db } from '../../db/connect.ts';
import type { Booking } from './domain.ts';
import { findBooking } from './queries.ts';
import type { BookingRecord } from './record-domain.ts';
import {
  claimRecord,
  disputeRecords,
  historyRows,
  proposalRecords,
  refundRecords,
} from './record-queries.ts';

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

/** Any booking, whoever's it is: for those who may see all of them. */
export const anyBooking = (db: Db, id: string): Promise<Booking | null> => findBooking(db, id);
