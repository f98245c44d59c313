import type { Db } from '../../db/connect.ts';
import type { Claim } from './domain.ts';
import { claimOf } from './queries.ts';

/** The claim of a booking, for those outside who tell of it. */
export const claimFor = (db: Db, bookingId: string): Promise<Claim | null> => claimOf(db, bookingId);
