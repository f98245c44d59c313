import { forgetSpent } from '../../db/allowances.ts';
import type { Deps } from '../../deps.ts';
import { forgetEnded } from './queries.ts';

/** Forgets what is over: nothing asks for it any more, and it says who was here when. */
export async function tidyAccounts({ db, now }: Pick<Deps, 'db' | 'now'>): Promise<void> {
  // Sessions live by the system's clock, as the library that opens them does.
  await forgetEnded(db, new Date());
  await forgetSpent(db, now());
}
