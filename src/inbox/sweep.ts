import type { Deps } from '../deps.ts';
import { converge } from '../features/booking/converge.ts';
import { MINUTE, POLICY } from '../features/booking/policy.ts';
import { noteFound } from '../features/booking/repairs.ts';
import { changesOf, claimedUid, connectionIds, unclaimedSlotSeen } from '../features/booking/signals.ts';
import { answerSeen } from '../features/calendar/checks.ts';
import { CalendarError } from '../integrations/scheduling/port.ts';
import { atOnce } from '../jobs/at-once.ts';
import { noteSweep, sweptUntil } from './queries.ts';
import { storeDelivery } from './store.ts';

/** The first look reaches back so far: a service that was down for a day catches up by itself. */
const FIRST_LOOK_MINUTES = 24 * 60;
/** Calendars asked at a time. */
const AT_ONCE = 3;

/** Takes in what Stripe could not deliver: a lost webhook costs minutes, not a booking. */
export async function sweepPayments(deps: Deps): Promise<void> {
  await sweep(deps, 'stripe', async (since) => {
    for (const event of await deps.payments.undelivered(since)) {
      const { id: externalId, type, payload } = event;
      const delivery = { source: 'stripe' as const, externalId, type, payload };
      const isNews = await storeDelivery(deps, delivery, { handle: event.matchesMode });
      if (isNews) await noteFound(deps, { bookingId: null, kind: 'lost-event', found: type });
    }
  });
}

/**
 * Asks every connected calendar what has changed. cal.com never repeats a webhook, so what was lost is
 * found here: our bookings converge, and pending slots that nobody claimed are declined.
 */
export async function sweepCalendars(deps: Deps): Promise<void> {
  await atOnce(await connectionIds(deps), AT_ONCE, async (connectionId) => {
    try {
      await sweep(deps, `calcom:${connectionId}`, (since) => sweepCalendar(deps, connectionId, since));
      await answerSeen(deps, connectionId, 'key-works');
    } catch (error) {
      if (error instanceof CalendarError && error.refused === 'key') {
        await answerSeen(deps, connectionId, 'key');
      }
      deps.log.warn({ connection: connectionId, error: String(error) }, 'calendar could not be swept');
    }
  });
}

async function sweepCalendar(deps: Deps, connectionId: string, since: Date): Promise<void> {
  for (const change of await changesOf(deps, connectionId, since)) {
    const known =
      (await claimedUid(deps, change.uid)) ??
      (change.movedFrom && (await claimedUid(deps, change.movedFrom)));
    if (known) await converge(deps, known, 'reconciler');
    else if (change.status === 'pending')
      await unclaimedSlotSeen(deps, connectionId, change.uid, change.createdAt);
  }
}

/** Looks at what happened since the last time, and a little before it: the far side's clock is not ours. */
async function sweep(deps: Deps, name: string, look: (since: Date) => Promise<void>): Promise<void> {
  const now = deps.now();
  const last = await sweptUntil(deps.db, name);
  const back = last ? POLICY.sweepOverlapMinutes : FIRST_LOOK_MINUTES;
  await look(new Date((last ?? now).getTime() - back * MINUTE));
  await noteSweep(deps.db, name, now);
}
