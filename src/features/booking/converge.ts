import { withLock } from '../../db/lock.ts';
import type { Deps } from '../../deps.ts';
import { nextStep } from './convergence.ts';
import { isRepair, take } from './deeds.ts';
import { lookAt } from './look.ts';
import { recordRepair } from './repair-queries.ts';

/** More steps than any path through a booking has; reaching it means a step did not take. */
const MOST_STEPS = 14;

/**
 * `resting`: nothing to do before its hold ends, if ever. `busy`: another process is at it.
 * `unanswered`: somebody out there has not made up their mind or does not answer.
 */
export type Convergence = 'resting' | 'busy' | 'unanswered';

/** Who found that something was to be done: a job somebody queued, or the reconciler on its round. */
export type Finder = 'signal' | 'reconciler';

/**
 * Brings one booking, its payment and its slot into agreement, from whatever it finds. The webhook, the
 * thank-you page and the reconciler all come here. Idempotent: it looks, takes one step, looks again.
 * One process at a time works on a booking; another is told to look again soon.
 */
export async function converge(
  deps: Deps,
  bookingId: string,
  finder: Finder = 'signal',
): Promise<Convergence> {
  return withLock(deps.db, `booking:${bookingId}`, () => takeSteps(deps, bookingId, finder));
}

async function takeSteps(deps: Deps, bookingId: string, finder: Finder): Promise<Convergence> {
  for (let taken = 0; taken < MOST_STEPS; taken++) {
    const facts = await lookAt(deps, bookingId);
    if (!facts) return 'resting';
    const step = nextStep(facts, deps.now());
    if (step.do === 'done') return 'resting';
    if (step.do === 'ask-again') return 'unanswered';
    // The end of a hold has its own job, queued in the transaction that set the hold.
    if (step.do === 'wait') return step.until ? 'resting' : 'unanswered';
    const { id: booking, state } = facts.booking;
    deps.log.info({ booking, state, step: step.do, finder }, 'booking step');
    await take(deps, facts, step);
    if (finder === 'reconciler' && isRepair(step)) {
      await recordRepair(deps.db, { at: deps.now(), bookingId, kind: step.do, found: state });
    }
  }
  throw new Error(`Booking ${bookingId} does not settle`);
}
