import type { Deps } from '../../deps.ts';
import type { Claim, ClaimFacts } from './domain.ts';
import { claimOf, hasOpenDispute } from './queries.ts';

/** What a booking's page knows of the guarantee. */
export interface GuaranteeStanding {
  claim: Claim | null;
  /** The candidate's bank is taking the money back, or has. */
  hasOpenDispute: boolean;
}

/** How the guarantee stands for a booking. */
export async function guaranteeStanding(
  { db }: Pick<Deps, 'db'>,
  bookingId: string,
): Promise<GuaranteeStanding> {
  const [claim, disputed] = await Promise.all([claimOf(db, bookingId), hasOpenDispute(db, bookingId)]);
  return { claim, hasOpenDispute: disputed };
}

/** What decides whether a claim can be made, besides the booking and who makes it. */
export async function claimFacts(
  deps: Pick<Deps, 'db'>,
  bookingId: string,
): Promise<Omit<ClaimFacts, 'earlierClaims'>> {
  const { claim, hasOpenDispute } = await guaranteeStanding(deps, bookingId);
  return { hasClaim: claim !== null, hasOpenDispute };
}
