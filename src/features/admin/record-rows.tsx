import type { ComponentChildren } from 'preact';
import { formatCents } from '../../ui/price.tsx';
import { formatInstant, Time } from '../../ui/time.tsx';
import { causeWords, proposalWords, refundStateWords } from '../booking/history-words.ts';
import type { ProposalRecord, RefundRecord } from '../booking/record-domain.ts';

/** Each time some of a booking's money went back. `more`: what only some are told of it. */
export function RefundRows({
  refunds,
  zone,
  more,
}: {
  refunds: RefundRecord[];
  zone: string;
  more?: (refund: RefundRecord) => ComponentChildren;
}) {
  return (
    <ul class="record">
      {refunds.map((refund) => {
        const sum = (
          <p>
            <b>{formatCents({ cents: refund.amountCents, currency: refund.currency })}</b>, because{' '}
            {causeWords(refund.cause)}.
          </p>
        );
        return (
          <li key={refund.id}>
            <span class={REFUND_LOOKS[refund.state]}>{refundStateWords(refund.state)}</span>
            {more ? (
              <div>
                {sum}
                {more(refund)}
              </div>
            ) : (
              sum
            )}
            <Time at={refund.settledAt ?? refund.requestedAt} zone={zone} />
          </li>
        );
      })}
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
export function ProposalRows({
  proposals,
  zone,
  look = () => 'status',
}: {
  proposals: ProposalRecord[];
  zone: string;
  look?: (answer: ProposalRecord['answer']) => string;
}) {
  return (
    <ul class="record">
      {proposals.map(({ id, startsAt, message, answer, answeredAt, madeAt }) => (
        <li key={id}>
          <span class={look(answer)}>{proposalWords(answer)}</span>
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
