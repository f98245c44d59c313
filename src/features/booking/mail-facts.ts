import type { Db } from '../../db/connect.ts';
import type { Claim } from '../guarantee/domain.ts';
import { claimFor } from '../guarantee/record.ts';
import { alertWords } from '../operator/alerts.ts';
import { reportSentAt } from '../report/record.ts';
import type { Review } from '../review/domain.ts';
import { reviewFor } from '../review/record.ts';
import type { Booking } from './domain.ts';
import type { AlertWords } from './emails/operator-alert.ts';
import type { Refund } from './facts-domain.ts';
import { hasNews, isAhead, isBooked, type MoneyBack, moneyBackOf } from './mail-domain.ts';
import { lastOccasion } from './mail-queries.ts';
import { MINUTE } from './policy.ts';
import { findProposal, type Proposal } from './proposal-queries.ts';
import { refundsOf } from './refund-queries.ts';

/** A mail that is owed, with the booking as it is now. */
export interface Occasion {
  db: Db;
  booking: Booking;
  occasion: string;
  now: Date;
}

// What single mails are about beside the booking. Null when that is no longer so: then nothing is sent.

/** The money of a session that was called off. */
export async function callOffMoney({ db, booking }: Occasion): Promise<MoneyBack | null> {
  return booking.state === 'cancelled' ? moneyBackOf(booking, await refundsOf(db, booking.id)) : null;
}

/** The proposal, as long as it was neither answered nor withdrawn and both times are ahead. */
export async function openProposalOf({ db, booking, occasion, now }: Occasion): Promise<Proposal | null> {
  const proposal = await findProposal(db, occasion);
  const isOpen = proposal && proposal.answer === null && proposal.startsAt > now;
  return isOpen && isAhead(booking, now) ? proposal : null;
}

/** The proposal that was turned down. */
export async function declinedProposalOf({ db, booking, occasion, now }: Occasion): Promise<Proposal | null> {
  const proposal = await findProposal(db, occasion);
  return proposal && isAhead(booking, now) ? proposal : null;
}

/** The claim with its money, as long as it stands as the mail says. */
export async function claimWithMoney({
  db,
  booking,
}: Occasion): Promise<{ claim: Claim; money: MoneyBack } | null> {
  const claim = await claimFor(db, booking.id);
  if (claim?.state !== 'granted') return null;
  return { claim, money: moneyBackOf(booking, await refundsOf(db, booking.id)) };
}

export const claimIn =
  (state: Claim['state']) =>
  async ({ db, booking }: Occasion): Promise<Claim | null> => {
    const claim = await claimFor(db, booking.id);
    return claim?.state === state ? claim : null;
  };

/** The refund that failed, unless another has gone through since. */
export async function failedRefund({ db, booking, occasion }: Occasion): Promise<Refund | null> {
  const refunds = await refundsOf(db, booking.id);
  if (refunds.some(({ state, cause }) => state === 'succeeded' && cause !== 'stripe')) return null;
  return refunds.find(({ id, state }) => id === occasion && state === 'failed') ?? null;
}

/** A refund that a person ordered, with what was given back before, unless it failed. */
export async function orderedRefund({ db, booking, occasion }: Occasion): Promise<MoneyBack | null> {
  const refunds = await refundsOf(db, booking.id);
  const isStanding = refunds.some(({ id, state }) => id === occasion && state !== 'failed');
  return isStanding ? moneyBackOf(booking, refunds) : null;
}

/** That the interviewer has something new to read, unless a later mail tells of it: each tells all of it. */
export async function newestNews({ db, booking, occasion, now }: Occasion): Promise<true | null> {
  if (!hasNews(booking, now)) return null;
  return (await lastOccasion(db, booking.id, 'details-changed')) === occasion ? true : null;
}

/** How late the report is, in hours; null once it was sent, nothing is to report on, or the price goes back. */
export async function reportOwed({ db, booking, now }: Occasion): Promise<number | null> {
  if (!isBooked(booking) || booking.absent || (await reportSentAt(db, booking.id))) return null;
  const { captured, refunded } = booking.money;
  const claim = await claimFor(db, booking.id);
  if (refunded >= captured || (claim && claim.state !== 'declined')) return null;
  return Math.floor((now.getTime() - booking.endsAt.getTime()) / (60 * MINUTE));
}

/** What the candidate says of the session by now. */
export const reviewKept = ({ db, booking }: Occasion): Promise<Review | null> => reviewFor(db, booking.id);

/** The alert, unless somebody has dealt with it. */
export const openAlert = ({ db, occasion }: Occasion): Promise<AlertWords | null> => alertWords(db, occasion);
