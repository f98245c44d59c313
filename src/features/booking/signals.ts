import type { Deps } from '../../deps.ts';
import { sealedWebhookSecret } from './interviewer-queries.ts';
import { MINUTE, POLICY } from './policy.ts';
import { findBookingByUid } from './queries.ts';

/** The booking that was made of this cal.com uid. */
export async function claimedUid(deps: Deps, uid: string): Promise<string | null> {
  return (await findBookingByUid(deps.db, uid))?.id ?? null;
}

/** Somebody took a slot on cal.com that nobody has claimed here: after a grace it is declined. */
export async function unclaimedSlotSeen(deps: Deps, connectionId: string, uid: string): Promise<void> {
  const startAfter = new Date(deps.now().getTime() + POLICY.unclaimedMinutes * MINUTE);
  await deps.jobs.enqueue(deps.db, 'slot.decline-unclaimed', { connectionId, uid }, { startAfter });
}

/** The secret that cal.com signs this connection's deliveries with. */
export async function webhookSecret(deps: Deps, connectionId: string): Promise<string | null> {
  const sealed = await sealedWebhookSecret(deps.db, connectionId);
  return sealed && deps.secrets.open(sealed);
}
