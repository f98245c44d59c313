import { formatCents } from '../../ui/price.tsx';
import { formatInstant, zonePlace } from '../../ui/time.tsx';
import type { Booking } from './domain.ts';
import type { RefundLine } from './receipt-domain.ts';

/** One word for how far a refund is, as the receipt says it. */
export const REFUND_STATES: Record<RefundLine['state'], string> = {
  owed: 'being sent',
  pending: 'on its way',
  succeeded: 'sent back',
  failed: 'did not go through',
};

/** How far a refund is, in a sentence or two that are true now. */
export function refundWords(
  refund: RefundLine,
  { price, candidate }: Pick<Booking, 'price' | 'candidate'>,
  hasOpenDispute = false,
): string {
  const amount = formatCents({ ...price, cents: refund.amountCents });
  const zone = candidate.timeZone;
  const on = (at: Date) => `${formatInstant(at, zone)}, ${zonePlace(zone)}`;
  switch (refund.state) {
    case 'owed':
      return `${amount} goes back to your card. We are asking Stripe to send it now.`;
    case 'pending':
      return `${amount} is on its way to your card. Stripe passed it to your bank; the bank has not answered yet.`;
    case 'succeeded':
      return `${amount} went back to your card: ${on(refund.settledAt ?? refund.requestedAt)}. How soon it shows is up to your bank.`;
    case 'failed':
      return hasOpenDispute
        ? `${amount} was not sent a second time: you asked your bank for it, and the bank decides.`
        : `${amount} did not go through. A person here is looking at it. You do not have to do anything.`;
  }
}
