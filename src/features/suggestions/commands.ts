import type { Deps } from '../../deps.ts';
import type { Decision } from './domain.ts';
import { addTechnology, decideSuggestion } from './queries.ts';

/** Adds a technology for everybody, or does not, and owes the member the mail that says so. False when it was decided. */
export async function settleSuggestion(
  deps: Pick<Deps, 'db' | 'jobs' | 'now'>,
  id: string,
  { decision, by, mostTechnologies }: { decision: Decision; by: string; mostTechnologies: number },
): Promise<boolean> {
  return deps.db.transaction().execute(async (tx) => {
    const decided = await decideSuggestion(tx, id, { decision, decidedAt: deps.now(), decidedBy: by });
    if (!decided) return false;
    if (decision === 'added') await addTechnology(tx, decided, mostTechnologies);
    await deps.jobs.enqueue(tx, 'account.mail', { kind: SUGGESTION_DECIDED, id });
    return true;
  });
}

/** The kind of the mail that tells a member. */
export const SUGGESTION_DECIDED = 'suggestion-decided';
