import type { Db } from '../../db/connect.ts';
import { type OwnSuggestion, TOLD_DAYS } from './domain.ts';
import { addSuggestions, countWaiting, suggestionsBy } from './queries.ts';

/** What a member misses, in the transaction that saves their profile. */
export const suggestTechnologies = addSuggestions;

/** What a member suggested and what became of it, for their profile's page. */
export const ownSuggestions = (db: Db, interviewerId: string, now: Date): Promise<OwnSuggestion[]> =>
  suggestionsBy(db, interviewerId, new Date(now.getTime() - TOLD_DAYS * 86_400_000));

/** How many wait, for the operator's desk. */
export const waitingSuggestions = (db: Db): Promise<number> => countWaiting(db);
