import type { Deps } from '../../deps.ts';
import type { Claim } from './domain.ts';
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
