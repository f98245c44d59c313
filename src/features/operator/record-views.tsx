import { formatCents } from '../../ui/price.tsx';
import { formatInstant, Time } from '../../ui/time.tsx';
import {
  causeWords,
  proposalWords,
  refundProblemWords,
  refundStateWords,
  spaced,
} from '../booking/history-words.ts';
import {
  type DisputeRecord,
  isOpenDispute,
  type ProposalRecord,
  type RefundRecord,
} from '../booking/record-domain.ts';
import { DESK_ZONE } from './zone.ts';

/** Each refund with everything that is known of it. */
export function RefundRows({ refunds }: { refunds: RefundRecord[] }) {
  return (
    <ul class="record">
      {refunds.map((refund) => (
        <li key={refund.id}>
          <span class={REFUND_LOOKS[refund.state]}>{refundStateWords(refund.state)}</span>
          <div>
            <p>
              <b>{formatCents({ cents: refund.amountCents, currency: refund.currency })}</b>, because{' '}
              {causeWords(refund.cause)}.
            </p>
            <p class="soft">
              Asked for by {refund.requestedBy}.{' '}
              {refund.stripeRefundId && <code>{refund.stripeRefundId}</code>}
            </p>
            {refund.problem && (
              <p class="soft dossier__text">It failed: {refundProblemWords(refund.problem)}.</p>
            )}
          </div>
          <Time at={refund.settledAt ?? refund.requestedAt} zone={DESK_ZONE} />
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

export function ProposalRows({ proposals }: { proposals: ProposalRecord[] }) {
  return (
    <ul class="record">
      {proposals.map((proposal) => (
        <li key={proposal.id}>
          <span class="status">{proposalWords(proposal.answer)}</span>
          <div>
            <p>
              <b>{formatInstant(proposal.startsAt, DESK_ZONE)}</b>
            </p>
            {proposal.message && <p class="dossier__text soft">{proposal.message}</p>}
          </div>
          <Time at={proposal.answeredAt ?? proposal.madeAt} zone={DESK_ZONE} />
        </li>
      ))}
    </ul>
  );
}

export function Disputes({ disputes, currency }: { disputes: DisputeRecord[]; currency: string }) {
  return (
    <ul class="record">
      {disputes.map((dispute) => (
        <li key={dispute.id}>
          <span class={isOpenDispute(dispute) ? 'status status--bad' : 'status'}>
            {spaced(dispute.status)}
          </span>
          <div>
            <p>
              <b>{formatCents({ cents: dispute.amountCents, currency })}</b>, for the reason “
              {spaced(dispute.reason)}”. Answer it in Stripe’s dashboard.
            </p>
            <p class="soft">
              <code>{dispute.id}</code>
            </p>
          </div>
          <Time at={dispute.openedAt} zone={DESK_ZONE} />
        </li>
      ))}
    </ul>
  );
}
