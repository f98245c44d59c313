import type { Deps } from '../../deps.ts';
import type { CalendarChange } from '../../integrations/scheduling/port.ts';
import { accessOf } from './calendar.ts';
import { allConnectionIds } from './interviewer-queries.ts';
import { MINUTE, POLICY } from './policy.ts';
import { findBookingByIntent, findBookingByUid } from './queries.ts';

/** The booking that was made of this cal.com uid. */
export async function claimedUid(deps: Deps, uid: string): Promise<string | null> {
  return (await findBookingByUid(deps.db, uid))?.id ?? null;
}

/** The booking that this payment is for. */
export async function paidBy(deps: Deps, intentId: string): Promise<string | null> {
  return (await findBookingByIntent(deps.db, intentId))?.id ?? null;
}

/** Somebody took a slot on cal.com that nobody has claimed here: after a grace it is declined. */
export async function unclaimedSlotSeen(
  deps: Deps,
  connectionId: string,
  uid: string,
  since = deps.now(),
): Promise<void> {
  const startAfter = new Date(since.getTime() + POLICY.unclaimedMinutes * MINUTE);
  await deps.jobs.enqueue(deps.db, 'slot.decline-unclaimed', { connectionId, uid }, { startAfter });
}

export const connectionIds = (deps: Deps): Promise<string[]> => allConnectionIds(deps.db);

/** What changed in a calendar since an instant. Throws CalendarError when it can't be asked. */
export async function changesOf(deps: Deps, connectionId: string, since: Date): Promise<CalendarChange[]> {
  const access = await accessOf(deps, connectionId);
  return access ? deps.scheduling.changes(access, since) : [];
}
