import { pruneKeys } from '../api/idempotency.ts';
import { AUTHORISATION_SECONDS } from '../objects/charge.ts';
import { nobody, type Sandbox } from '../sandbox.ts';
import { chargeOf, lapseAuthorisation } from './capture.ts';
import { expireSession } from './checkout.ts';

/**
 * Does what the clock has made due: sessions expire, holds lapse, old idempotency keys are forgotten. A hold needs no
 * alarm of its own: its session was to expire long before it lapses, and that look at everything finds it.
 */
export function settleDue(sandbox: Sandbox): void {
  const now = sandbox.now();
  if (now < sandbox.nextDue) return;
  sandbox.nextDue = Infinity;
  pruneKeys(sandbox);
  for (const session of Object.values(sandbox.ledger.sessions)) {
    if (session.status !== 'open') continue;
    if (session.expires_at <= now) expireSession(sandbox, session, nobody);
    else sandbox.due(session.expires_at);
  }
  for (const intent of Object.values(sandbox.ledger.payment_intents)) {
    if (intent.status !== 'requires_capture') continue;
    const charge = chargeOf(sandbox, intent);
    const deadline =
      charge?.payment_method_details?.card?.capture_before ?? intent.created + AUTHORISATION_SECONDS;
    if (deadline <= now) lapseAuthorisation(sandbox, intent);
    else sandbox.due(deadline);
  }
}
