import type { RefundCause } from './change-domain.ts';
import type { Booking } from './domain.ts';

/** A refund as the receipt tells it. */
export interface RefundLine {
  cause: RefundCause;
  amountCents: number;
  /** `owed`: ours to ask for; `pending`: with the bank. */
  state: 'owed' | 'pending' | 'succeeded' | 'failed';
  requestedAt: Date;
  settledAt: Date | null;
}

/** What is the candidate's own again or on its way to them. A refund that failed is neither. */
export const goingBack = (refunds: readonly RefundLine[]): number =>
  refunds.filter(({ state }) => state !== 'failed').reduce((sum, { amountCents }) => sum + amountCents, 0);

/** What was paid and stays paid, once everything under way has arrived. */
export const keptCents = (booking: Pick<Booking, 'money'>, refunds: readonly RefundLine[]): number =>
  Math.max(0, booking.money.captured - goingBack(refunds));

/** The refund that says how things stand: one that is not lost, else the last that was. */
export const latestRefund = (refunds: readonly RefundLine[]): RefundLine | null =>
  refunds.findLast(({ state }) => state !== 'failed') ?? refunds.at(-1) ?? null;
