import { formatCents } from '../../ui/price.tsx';
import { formatInstant, Time } from '../../ui/time.tsx';
import { causeWords } from '../booking/history-words.ts';
import type { ProposalRecord, RefundRecord } from '../booking/record-domain.ts';

/** The candidate's money: what was taken, and each time some of it went back. */
export function Refunds({ refunds, zone }: { refunds: RefundRecord[]; zone: string }) {
  return (
    <ul class="record">
      {refunds.map((refund) => (
        <li key={refund.id}>
          <span class={REFUND_LOOKS[refund.state]}>{REFUND_STATES[refund.state]}</span>
          <p>
            <b>{formatCents({ cents: refund.amountCents, currency: refund.currency })}</b>, because{' '}
            {causeWords(refund.cause)}.
          </p>
          <Time at={refund.settledAt ?? refund.requestedAt} zone={zone} />
        </li>
      ))}
    </ul>
  );
}

const REFUND_STATES: Record<RefundRecord['state'], string> = {
  owed: 'Being sent',
  pending: 'On its way',
  succeeded: 'Given back',
  failed: 'Did not go through',
};

const REFUND_LOOKS: Record<RefundRecord['state'], string> = {
  owed: 'status status--ack',
  pending: 'status status--ack',
  succeeded: 'status status--confirmed',
  failed: 'status status--bad',
};

/** The times that were proposed, the latest first, and what became of each. */
export function Proposals({ proposals, zone }: { proposals: ProposalRecord[]; zone: string }) {
  return (
    <ul class="record">
      {proposals.map(({ id, startsAt, message, answer, answeredAt, madeAt }) => (
        <li key={id}>
          <span class={answer === null || answer === 'accepted' ? 'status status--ack' : answer === 'moved' ? 'status status--confirmed' : 'status'}>
            {PROPOSAL_STATES[answer ?? 'open']}
          </span>
          <div>
            <p>
              <b>{formatInstant(startsAt, zone)}</b>
            </p>
            {message && <p class="dossier__text soft">{message}</p>}
          </div>
          <Time at={answeredAt ?? madeAt} zone={zone} />
        </li>
      ))}
    </ul>
  );
}

const PROPOSAL_STATES: Record<NonNullable<ProposalRecord['answer']> | 'open', string> = {
  open: 'Waits for an answer',
  accepted: 'Yes. Asking the calendar',
  moved: 'Moved there',
  failed: 'The time was gone',
  declined: 'Declined',
  withdrawn: 'Taken back',
};
