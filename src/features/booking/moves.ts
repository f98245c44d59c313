import type { Deps } from '../../deps.ts';
import { converge } from './converge.ts';

/**
 * Somebody says that a session was moved on the calendar. That is a hint: the calendar itself is asked, at
 * once for whoever waits for the answer, and by a job where that did not settle it.
 */
export async function lookForMove(deps: Deps, bookingId: string): Promise<void> {
  try {
    if ((await converge(deps, bookingId)) === 'resting') return;
  } catch (error) {
    deps.log.warn({ booking: bookingId, error: String(error) }, 'a move could not be followed at once');
  }
  await deps.jobs.enqueue(deps.db, 'booking.converge', { bookingId });
}
