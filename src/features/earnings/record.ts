import type { Db } from '../../db/connect.ts';
import { currentShare } from './queries.ts';

/** What the co-op keeps of a session confirmed now, in percent: for those outside who tell of it. */
export const shareFrom = (db: Db, now: Date): Promise<number> => currentShare(db, now);
