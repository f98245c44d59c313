import type { Claim } from '../../guarantee/domain.ts';
import { absence } from './absence.ts';
import { candidateConfirmation } from './candidate-confirmation.ts';
import { claimDeclined, claimGranted, claimNotice, claimQueued } from './claim.ts';
import { detailsChanged } from './details-changed.ts';
import { ENDED_SAMPLES } from './ended.samples.fixture.ts';
import { ALL, at, LATE, NOW, REST, type Sample, silent, withBooking } from './input.fixture.ts';
import { interviewerNotice } from './interviewer-notice.ts';
import { movedCandidate, movedInterviewer } from './moved.ts';
import { operatorAlert } from './operator-alert.ts';
import { moveFailed, proposalDeclined, proposed } from './proposal.ts';
import { readReceipt } from './read-receipt.ts';
import { refundProblem } from './refund-problem.ts';
import { refunded } from './refunded.ts';
import { reminderCandidate, reminderInterviewer } from './reminder.ts';
import { reportReminder } from './report-reminder.ts';
import { reportSent } from './report-sent.ts';
import { reviewWritten } from './review-written.ts';

const MOVED_FROM = new Date('2026-11-18T15:00:00Z');
const OTHER_TIME = new Date('2026-11-20T21:00:00Z');
const AFTER = new Date('2026-11-20T09:00:00Z');

const claim = (changes: Partial<Claim> = {}): Claim => ({
  kind: 'not-worth-it',
  state: 'granted',
  reason: 'Too easy. I had asked for senior questions.',
  claimedAt: AFTER,
  decidedAt: AFTER,
  ...changes,
});

/** Every kind of mail in the states that differ, written from any input. Tests and the preview use these. */
export const SAMPLES: readonly Sample[] = [
  { kind: 'candidate-confirmation', state: 'booked days ahead', write: candidateConfirmation },
  {
    kind: 'candidate-confirmation',
    state: 'booked within the last 24 hours, no call link',
    write: at(LATE, silent(candidateConfirmation)),
  },
  { kind: 'interviewer-notice', state: 'with a resume', write: interviewerNotice },
  {
    kind: 'interviewer-notice',
    state: 'without a resume',
    write: (input) => interviewerNotice({ ...input, resume: null }),
  },
  { kind: 'read-receipt', state: 'read', write: readReceipt },
  {
    kind: 'read-receipt',
    state: 'read, with a note',
    write: (input) =>
      readReceipt(
        withBooking(input, {
          readNote: input.booking.endNote || 'Bring the cache you are proud of.\nWe start there.',
        }),
      ),
  },
  ...ENDED_SAMPLES,
  {
    kind: 'moved-candidate',
    state: 'moved',
    write: (input) => movedCandidate(withBooking(input, { sequence: 1 }), MOVED_FROM),
  },
  {
    kind: 'moved-interviewer',
    state: 'moved',
    write: (input) => movedInterviewer(withBooking(input, { sequence: 1 }), MOVED_FROM),
  },
  {
    kind: 'reminder-candidate',
    state: '24 hours, with a call link',
    write: (input) => reminderCandidate(input, 24),
  },
  {
    kind: 'reminder-candidate',
    state: '1 hour, with a call link',
    write: at(LATE, (input) => reminderCandidate(input, 1)),
  },
  {
    kind: 'reminder-candidate',
    state: '1 hour, no call link',
    write: at(
      LATE,
      silent((input) => reminderCandidate(input, 1)),
    ),
  },
  {
    kind: 'reminder-interviewer',
    state: '24 hours, not read yet',
    write: (input) => reminderInterviewer(input, 24),
  },
  {
    kind: 'reminder-interviewer',
    state: '1 hour, read',
    write: at(LATE, (input) => reminderInterviewer(withBooking(input, { readAt: NOW }), 1)),
  },
  {
    kind: 'proposal',
    state: 'with a message',
    write: (input) =>
      proposed(input, { startsAt: OTHER_TIME, message: 'A release moved. Could we, a day later?' }),
  },
  {
    kind: 'proposal',
    state: 'without a message, after the free time',
    write: at(LATE, (input) => proposed(input, { startsAt: OTHER_TIME, message: '' })),
  },
  {
    kind: 'proposal-declined',
    state: 'declined',
    write: (input) => proposalDeclined(input, { startsAt: OTHER_TIME }),
  },
  { kind: 'move-failed', state: 'the time was gone', write: (input) => moveFailed(input, OTHER_TIME) },
  { kind: 'details-changed', state: 'rewritten', write: detailsChanged },
  { kind: 'absence', state: 'said to be absent', write: absence },
  {
    kind: 'claim-granted',
    state: 'not worth it, with a reason',
    write: (input) => claimGranted(input, { claim: claim(), money: ALL }),
  },
  {
    kind: 'claim-granted',
    state: 'nobody came',
    write: (input) => claimGranted(input, { claim: claim({ kind: 'nobody-came', reason: '' }), money: ALL }),
  },
  { kind: 'claim-queued', state: 'claimed before', write: claimQueued },
  { kind: 'claim-declined', state: 'declined by a person', write: claimDeclined },
  {
    kind: 'claim-notice',
    state: 'with a reason',
    write: (input) => claimNotice(input, { claim: claim(), money: ALL }),
  },
  {
    kind: 'claim-notice',
    state: 'without a reason',
    write: (input) => claimNotice(input, { claim: claim({ reason: '' }), money: ALL }),
  },
  {
    kind: 'claim-notice',
    state: 'nobody came',
    write: (input) =>
      claimNotice(input, {
        claim: claim({ kind: 'nobody-came', reason: 'I waited for half an hour.' }),
        money: ALL,
      }),
  },
  { kind: 'refunded', state: 'all of it', write: (input) => refunded(input, ALL) },
  { kind: 'refunded', state: 'the rest', write: (input) => refunded(input, REST) },
  {
    kind: 'refund-problem',
    state: 'the card did not take it',
    write: (input) => refundProblem(input, { amountCents: 150_00 }),
  },
  {
    kind: 'report-sent',
    state: 'after the session',
    write: at(AFTER, reportSent),
  },
  {
    kind: 'report-sent',
    state: 'after the guarantee',
    write: at(new Date('2026-12-20T12:00:00Z'), reportSent),
  },
  {
    kind: 'report-reminder',
    state: 'a day after the session',
    write: at(new Date('2026-11-20T21:31:00Z'), (input) => reportReminder(input, 24)),
  },
  {
    kind: 'review-written',
    state: 'may be shown',
    write: at(AFTER, (input) =>
      reviewWritten(input, {
        ...{ rating: 4, words: 'I stopped apologizing before each answer.' },
        ...{ mayPublish: true, attribution: 'T. M., Lisbon' },
      }),
    ),
  },
  {
    kind: 'review-written',
    state: 'not worth it, without words, not to be shown',
    write: at(AFTER, (input) =>
      reviewWritten(input, { rating: 1, words: '', mayPublish: false, attribution: '' }),
    ),
  },
  {
    kind: 'operator-alert',
    state: 'a refund failed',
    write: (input) =>
      operatorAlert(input, {
        kind: 'refund-failed',
        message: `The refund of ${input.booking.reference} did not go through (the bank sent it back). Look at it in Stripe, then try again here.`,
        raisedAt: NOW,
      }),
  },
];
