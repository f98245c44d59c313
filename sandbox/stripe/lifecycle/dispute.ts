import { type Dispute, newDispute } from '../objects/dispute.ts';
import { refusal } from '../problem.ts';
import { nobody, type Sandbox } from '../sandbox.ts';
import { chargeOf, findIntent } from './capture.ts';

/**
 * The card's owner asks the bank for the money back, and it is taken at once. With `inquiry` the bank only
 * asks: the money stays, and a refund is still possible.
 */
export function openDispute(sandbox: Sandbox, intentId: string, { inquiry = false } = {}): Dispute {
  const charge = chargeOf(sandbox, findIntent(sandbox, intentId));
  if (!charge?.captured) throw refusal('Only a captured charge can be disputed.');
  if (charge.disputed) throw refusal(`Charge ${charge.id} is already disputed.`);
  const dispute = newDispute(charge, sandbox.now(), inquiry);
  sandbox.ledger.charges[charge.id] = { ...charge, disputed: true };
  sandbox.ledger.disputes[dispute.id] = dispute;
  sandbox.emit('charge.dispute.created', dispute, nobody);
  if (!inquiry) sandbox.emit('charge.dispute.funds_withdrawn', dispute, nobody);
  return dispute;
}

/** Our evidence went to the bank, which now thinks it over. */
export function reviewDispute(sandbox: Sandbox, id: string): Dispute {
  const dispute = findDispute(sandbox, id);
  const inquiry = dispute.status.startsWith('warning');
  const reviewed: Dispute = { ...dispute, status: inquiry ? 'warning_under_review' : 'under_review' };
  sandbox.ledger.disputes[id] = reviewed;
  sandbox.emit('charge.dispute.updated', reviewed, nobody, { status: dispute.status });
  return reviewed;
}

/** The bank decides. An inquiry that is not lost just ends. */
export function closeDispute(sandbox: Sandbox, id: string, outcome: 'won' | 'lost'): Dispute {
  const dispute = findDispute(sandbox, id);
  const inquiry = dispute.status.startsWith('warning');
  const status = inquiry && outcome === 'won' ? 'warning_closed' : outcome;
  const closed: Dispute = { ...dispute, status, is_charge_refundable: outcome === 'won' };
  sandbox.ledger.disputes[id] = closed;
  sandbox.emit('charge.dispute.closed', closed, nobody, { status: dispute.status });
  if (status === 'won') sandbox.emit('charge.dispute.funds_reinstated', closed, nobody);
  return closed;
}

function findDispute(sandbox: Sandbox, id: string): Dispute {
  const dispute = sandbox.ledger.disputes[id];
  if (!dispute) throw refusal(`No such dispute: '${id}'`);
  if (['won', 'lost', 'warning_closed'].includes(dispute.status)) {
    throw refusal(`Dispute ${id} is closed: ${dispute.status}.`);
  }
  return dispute;
}
