import { formatCents } from '../../ui/price.tsx';
import { Time } from '../../ui/time.tsx';
import { refundProblemWords, spaced } from '../booking/history-words.ts';
import { type DisputeRecord, isOpenDispute, type RefundRecord } from '../booking/record-domain.ts';
import { DESK_ZONE } from './zone.ts';

/** What the desk is told of a refund beyond its sum. */
export function RefundFacts({ refund }: { refund: RefundRecord }) {
  return (
    <>
      <p class="soft">
        Asked for by {refund.requestedBy}. {refund.stripeRefundId && <code>{refund.stripeRefundId}</code>}
      </p>
      {refund.problem && <p class="soft dossier__text">It failed: {refundProblemWords(refund.problem)}.</p>}
    </>
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
