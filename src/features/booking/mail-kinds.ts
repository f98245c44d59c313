import { absence } from './emails/absence.ts';
import { apology } from './emails/apology.ts';
import { cancelledCandidate, cancelledInterviewer } from './emails/cancelled.ts';
import { candidateConfirmation } from './emails/candidate-confirmation.ts';
import { claimDeclined, claimGranted, claimNotice, claimQueued } from './emails/claim.ts';
import { detailsChanged } from './emails/details-changed.ts';
import { interviewerNotice } from './emails/interviewer-notice.ts';
import type { Mail, MailInput } from './emails/mail.ts';
import { movedCandidate, movedInterviewer } from './emails/moved.ts';
import { operatorAlert } from './emails/operator-alert.ts';
import { moveFailed, proposalDeclined, proposed } from './emails/proposal.ts';
import { readReceipt } from './emails/read-receipt.ts';
import { refundProblem } from './emails/refund-problem.ts';
import { refunded } from './emails/refunded.ts';
import { reminderCandidate, reminderInterviewer } from './emails/reminder.ts';
import { reportReminder } from './emails/report-reminder.ts';
import { reportSent } from './emails/report-sent.ts';
import { reviewWritten } from './emails/review-written.ts';
import { isAhead, isBooked, movedFrom, reminderHours } from './mail-domain.ts';
import {
  callOffMoney,
  claimIn,
  claimWithMoney,
  declinedProposalOf,
  failedRefund,
  newestNews,
  type Occasion,
  openAlert,
  openProposalOf,
  orderedRefund,
  reportOwed,
  reviewKept,
} from './mail-facts.ts';
import type { MailKind } from './mails.ts';

export type Recipient = 'candidate' | 'interviewer' | 'operator';

/** One kind of mail: who gets it, who reads an answer to it, what it does to calendars, how it is written. */
export interface Kind {
  to: Recipient;
  /** Whom an answer reaches. Unless named, the co-op for a candidate, and the candidate for an interviewer. */
  answers?: 'co-op';
  calendar?: 'REQUEST' | 'CANCEL';
  /** The writer, with what the mail is about; null when that is no longer so. */
  prepare: (occasion: Occasion) => Promise<((input: MailInput) => Mail) | null>;
}

/** Written from the booking alone, as long as `holds`. */
const plain =
  (write: (input: MailInput) => Mail, holds: (occasion: Occasion) => boolean): Kind['prepare'] =>
  async (occasion) =>
    holds(occasion) ? write : null;

/** Written from the booking and one thing more. */
const about =
  <Fact>(
    find: (occasion: Occasion) => Promise<Fact | null> | Fact | null,
    write: (input: MailInput, fact: Fact) => Mail,
  ): Kind['prepare'] =>
  async (occasion) => {
    const fact = await find(occasion);
    return fact === null ? null : (input) => write(input, fact);
  };

const booked = ({ booking }: Occasion) => isBooked(booking);
const hours = ({ booking, occasion, now }: Occasion) => reminderHours(booking, occasion, now);
const move = ({ booking, occasion, now }: Occasion) => movedFrom(booking, occasion, now);
const wanted = ({ booking, occasion, now }: Occasion) => (isAhead(booking, now) ? new Date(occasion) : null);

export const KINDS: Record<MailKind, Kind> = {
  'candidate-confirmation': {
    to: 'candidate',
    calendar: 'REQUEST',
    prepare: plain(candidateConfirmation, booked),
  },
  'interviewer-notice': { to: 'interviewer', calendar: 'REQUEST', prepare: plain(interviewerNotice, booked) },
  'read-receipt': {
    to: 'candidate',
    prepare: plain(readReceipt, ({ booking, now }) => booking.state === 'confirmed' && now < booking.endsAt),
  },
  apology: { to: 'candidate', prepare: plain(apology, ({ booking }) => booking.endedAt !== null) },
  'cancelled-candidate': {
    to: 'candidate',
    calendar: 'CANCEL',
    prepare: about(callOffMoney, cancelledCandidate),
  },
  'cancelled-interviewer': {
    to: 'interviewer',
    calendar: 'CANCEL',
    prepare: about(callOffMoney, cancelledInterviewer),
  },
  'moved-candidate': { to: 'candidate', calendar: 'REQUEST', prepare: about(move, movedCandidate) },
  'moved-interviewer': { to: 'interviewer', calendar: 'REQUEST', prepare: about(move, movedInterviewer) },
  'reminder-candidate': { to: 'candidate', prepare: about(hours, reminderCandidate) },
  'reminder-interviewer': { to: 'interviewer', prepare: about(hours, reminderInterviewer) },
  proposal: { to: 'candidate', prepare: about(openProposalOf, proposed) },
  'proposal-declined': { to: 'interviewer', prepare: about(declinedProposalOf, proposalDeclined) },
  'move-failed': { to: 'candidate', prepare: about(wanted, moveFailed) },
  'details-changed': {
    to: 'interviewer',
    prepare: about(newestNews, detailsChanged),
  },
  absence: { to: 'candidate', prepare: plain(absence, ({ booking }) => booking.absent === 'candidate') },
  'claim-granted': { to: 'candidate', prepare: about(claimWithMoney, claimGranted) },
  'claim-queued': { to: 'candidate', prepare: about(claimIn('queued'), claimQueued) },
  'claim-declined': { to: 'candidate', prepare: about(claimIn('declined'), claimDeclined) },
  'claim-notice': { to: 'interviewer', answers: 'co-op', prepare: about(claimWithMoney, claimNotice) },
  refunded: { to: 'candidate', prepare: about(orderedRefund, refunded) },
  'refund-problem': { to: 'candidate', prepare: about(failedRefund, refundProblem) },
  'report-sent': { to: 'candidate', prepare: plain(reportSent, () => true) },
  'report-reminder': { to: 'interviewer', answers: 'co-op', prepare: about(reportOwed, reportReminder) },
  'review-written': { to: 'interviewer', answers: 'co-op', prepare: about(reviewKept, reviewWritten) },
  'operator-alert': { to: 'operator', answers: 'co-op', prepare: about(openAlert, operatorAlert) },
};
