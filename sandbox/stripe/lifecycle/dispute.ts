import { type Dispute, newDispute } from '../objects/dispute.ts';
import { refusal } from '../problem.ts';
import { nobody, type Sandbox } from '../sandbox.ts';
import { chargeOf, findIntent } from './capture.ts';

/** The card's owner asks the bank for the money back. */
export function openDispute(sandbox: Sandbox, intentId: string): Dispute {
  const charge = chargeOf(sandbox, findIntent(sandbox, intentId));
  if (!charge?.captured) throw refusal('Only a captured charge can be disputed.');
  if (charge.disputed) throw refusal(`Charge ${charge.id} is already disputed.`);
  const dispute = newDispute(charge, sandbox.now());
  sandbox.ledger.charges[charge.id] = { ...charge, disputed: true };
  sandbox.ledger.disputes[dispute.id] = dispute;
  sandbox.emit('charge.dispute.created', dispute, nobody);
  return dispute;
}

/** The bank decides. */
export function closeDispute(sandbox: Sandbox, id: string, status: 'won' | 'lost'): Dispute {
  const dispute = sandbox.ledger.disputes[id];
  if (!dispute) throw refusal(`No such dispute: '${id}'`);
  const closed: Dispute = { ...dispute, status, is_charge_refundable: status === 'won' };
  sandbox.ledger.disputes[id] = closed;
  sandbox.emit('charge.dispute.closed', closed, nobody, { status: dispute.status });
  return closed;
}
