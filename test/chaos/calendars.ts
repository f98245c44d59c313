import type { EventType, User } from '../../sandbox/calcom/control.ts';
import { calcomState, control } from './far-side.ts';
import type { Luck } from './luck.ts';
import type { Stage } from './stage.ts';

export interface Calendar {
  username: string;
  eventTypeId: number;
}

/** A slot as the widget gave it out. */
export interface Slot {
  uid: string;
  start: Date;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Half of a session: starts that overlap, and few enough that reading them is not most of the run. */
const SLOT_INTERVAL_MINUTES = 45;

/** The first `count` interviewers' calendars, opened around the clock so that there is room for a crowd. */
export async function openCalendars(calcom: string, count: number): Promise<Calendar[]> {
  const { users, eventTypes } = await calcomState(calcom, ['users', 'eventTypes']);
  const chosen = users.toSorted((a, b) => (a.username < b.username ? -1 : 1)).slice(0, count);
  const calendars = await Promise.all(
    chosen.map(async (user) => {
      const own = eventTypes.find((each: EventType) => each.ownerId === user.id);
      if (!own) return [];
      await openWide(calcom, user, own);
      return [{ username: user.username, eventTypeId: own.id }];
    }),
  );
  return calendars.flat();
}

async function openWide(calcom: string, user: User, eventType: EventType): Promise<void> {
  const { username, name, email, timeZone, apiKey } = user;
  const { slug, title, lengthInMinutes } = eventType;
  await fetch(`${calcom}/_sandbox/users/${username}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      ...{ name, email, timeZone, apiKey },
      schedule: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }],
      eventTypes: [{ slug, title, lengthInMinutes, slotInterval: SLOT_INTERVAL_MINUTES }],
    }),
  });
}

/** The times that the widget offers, within so many days. */
export async function offered(
  stage: Stage,
  calendar: Calendar,
  days: number,
  movingUid = '',
): Promise<string[]> {
  const query = `eventTypeId=${calendar.eventTypeId}${movingUid && `&movingUid=${movingUid}`}`;
  const response = await fetch(`${stage.far.urls.calcom}/_booker/slots?${query}`);
  const { slots = [] } = (await response.json()) as { slots?: string[] };
  const last = stage.now().getTime() + days * DAY_MS;
  return slots.filter((start) => Date.parse(start) <= last);
}

export interface Person {
  name: string;
  email: string;
}

/** Takes a time in the widget; null where it was taken. `force`: two at the same moment, which cal.com lets through. */
export async function pickSlot(
  stage: Stage,
  calendar: Calendar,
  start: string,
  person: Person,
  { force = false } = {},
): Promise<Slot | null> {
  const { uid } = await control<{ uid?: string }>(stage.far.urls.calcom, 'bookings', {
    username: calendar.username,
    slug: 'interview',
    start,
    attendee: { ...person, timeZone: 'America/New_York' },
    force,
  });
  return uid ? { uid, start: new Date(start) } : null;
}

/** The booking's uid after all its moves; null when it is called off over there, or too close to be changed. */
export async function presentUid(stage: Stage, uid: string): Promise<string | null> {
  const { bookings } = await calcomState(stage.far.urls.calcom, ['bookings']);
  const byUid = new Map(bookings.map((booking) => [booking.uid, booking]));
  let found = byUid.get(uid);
  while (found?.rescheduledToUid) found = byUid.get(found.rescheduledToUid);
  if (!found || Date.parse(found.start) < stage.now().getTime() + HOUR_MS) return null;
  return found.status === 'accepted' || found.status === 'pending' ? found.uid : null;
}

/** The candidate moves the session in cal.com's own widget. */
export async function moveInWidget(
  stage: Stage,
  calendar: Calendar,
  uid: string,
  person: Person,
  luck: Luck,
): Promise<void> {
  const movingUid = await presentUid(stage, uid);
  if (!movingUid) return;
  const times = await offered(stage, calendar, 6, movingUid);
  const start = times[luck.whole(Math.min(8, times.length - 1), times.length - 1)];
  if (!start) return;
  await fetch(`${stage.far.urls.calcom}/_booker/bookings`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      ...{ eventTypeId: calendar.eventTypeId, start, movingUid, ...person },
      rescheduledBy: person.email,
      timeZone: 'America/New_York',
    }),
  });
}

/** The interviewer presses a button of cal.com's own pages. */
export async function pressAtCalcom(
  stage: Stage,
  calendar: Calendar,
  uid: string,
  verb: 'cancel' | 'decline' | 'confirm' | 'reschedule',
  luck: Luck,
): Promise<void> {
  const present = await presentUid(stage, uid);
  if (!present) return;
  const body = new URLSearchParams({ reason: 'Something came up.' });
  if (verb === 'reschedule') {
    const times = await offered(stage, calendar, 6, present);
    body.set('start', times[luck.whole(Math.min(8, times.length - 1), times.length - 1)] ?? '');
  }
  await fetch(`${stage.far.urls.calcom}/_dashboard/bookings/${present}/${verb}`, {
    method: 'POST',
    body,
    redirect: 'manual',
  });
}
