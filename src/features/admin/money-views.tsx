import { formatCents } from '../../ui/price.tsx';
import { formatInstant, Time } from '../../ui/time.tsx';
import { causeWords, proposalWords, refundStateWords } from '../booking/history-words.ts';
import type { ProposalRecord, RefundRecord } from '../booking/record-domain.ts';

/** The candidate's money: what was taken, and each time some of it went back. */
export function Refunds({ refunds, zone }: { refunds: RefundRecord[]; zone: string }) {
  return (
    <ul class="record">
      {refunds.map((refund) => (
        <li key={refund.id}>
          <span class={REFUND_LOOKS[refund.state]}>{refundStateWords(refund.state)}</span>
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
          <span
            class={
              answer === null || answer === 'accepted'
                ? 'status status--ack'
                : answer === 'moved'
                  ? 'status status--confirmed'
                  : 'status'
            }
          >
            {proposalWords(answer)}
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
