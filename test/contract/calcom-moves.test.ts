import { describe, expect, test } from 'vitest';
import {
  ALICE,
  api,
  BEA,
  book,
  cal,
  conforms,
  eventTypeId,
  freeStarts,
  type Payload,
  received,
} from './calcom-bench.ts';

const ONE = '/v2/bookings/{bookingUid}';

describe('a booking that its attendee moves', () => {
  test('becomes a new one that waits for the host, and the old one is cancelled at once', async () => {
    const { uid, first, second } = await accepted();
    const moved = await moveInBooker(uid, second);
    expect(moved.status).toBe(201);
    expect(moved.data).toMatchObject({ status: 'PENDING', startTime: second, paymentRequired: false });
    const fresh = await api('GET', `/bookings/${moved.data.uid}`);
    conforms('GET', ONE, fresh);
    expect(fresh.data).toMatchObject({ status: 'pending', rescheduledFromUid: uid, absentHost: false });
    const old = await api('GET', `/bookings/${uid}`);
    conforms('GET', ONE, old);
    expect(old.data).toMatchObject({
      status: 'cancelled',
      start: first,
      rescheduledToUid: moved.data.uid,
      rescheduledByEmail: BEA.email,
    });
    const told = (await received(3)).at(-1);
    expect(told?.event).toBe('BOOKING_REQUESTED');
    expect(told?.payload).toMatchObject({
      uid: moved.data.uid,
      rescheduleUid: uid,
      rescheduleStartTime: first,
    });
  });

  test('is not accepted at once because the page claims to be the host', async () => {
    const { uid, second } = await accepted();
    const moved = await moveInBooker(uid, second, { rescheduledBy: 'alice@example.com' });
    expect(moved.data.status).toBe('PENDING');
  });

  test('is offered the times that it covers itself, which nobody else is', async () => {
    const { uid, first, second } = await accepted();
    expect(await bookerSlots()).not.toContain(second);
    expect(await bookerSlots(uid)).toEqual(expect.arrayContaining([first, second]));
    const answer = await api(
      'GET',
      `/slots?eventTypeId=${eventTypeId}&${span(first)}&bookingUidToReschedule=${uid}`,
    );
    expect(JSON.stringify(answer.data)).toContain(second);
  });

  test('keeps its time when the new one is taken', async () => {
    const { uid } = await accepted();
    const taken = (await freeStarts())[0];
    await book(taken);
    expect((await moveInBooker(uid, taken)).status).toBe(409);
    expect((await api('GET', `/bookings/${uid}`)).data.status).toBe('accepted');
  });

  test('is not moved twice, and its link says so', async () => {
    const { uid, second } = await accepted();
    await moveInBooker(uid, second);
    expect((await moveInBooker(uid, second)).status).toBe(400);
    expect((await fetch(`${cal.url}/reschedule/${uid}/embed?embed=book`)).status).toBe(410);
    expect((await fetch(`${cal.url}/reschedule/nobody/embed`)).status).toBe(404);
  });

  test('has a link that leads to its own page, with the parameters the real service takes along', async () => {
    const { uid } = await accepted();
    const query = 'embed=book&layout=month_view&theme=light&metadata%5Bdraft%5D=d7';
    const answer = await fetch(`${cal.url}/reschedule/${uid}/embed?${query}`, { redirect: 'manual' });
    expect(answer.headers.get('location')).toBe(
      `/alice/interview/embed?rescheduleUid=${uid}&embed=book&layout=month_view`,
    );
  });
});

describe("the interviewer's page", () => {
  test('moves a booking, and the new time counts at once', async () => {
    const { uid, second } = await accepted();
    const shown = await (await fetch(`${cal.url}/_dashboard/hosts/alice`)).text();
    expect(shown).toContain(`value="${second.replace('.000Z', 'Z')}"`);
    await press(uid, 'reschedule', { start: second, reason: 'Train strike' });
    const old = (await api('GET', `/bookings/${uid}`)).data;
    expect(old).toMatchObject({ status: 'cancelled', rescheduledByEmail: 'alice@example.com' });
    const moved = (await api('GET', `/bookings/${old.rescheduledToUid}`)).data;
    expect(moved).toMatchObject({ status: 'accepted', start: second, reschedulingReason: 'Train strike' });
    expect((await received(3)).at(-1)?.event).toBe('BOOKING_RESCHEDULED');
  });

  test('cancels with a reason, in the name of the host', async () => {
    const { uid } = await accepted();
    const answer = await press(uid, 'cancel', { reason: 'Ill' });
    expect(answer.headers.get('location')).toBe('/_dashboard/hosts/alice');
    const booking = await api('GET', `/bookings/${uid}`);
    conforms('GET', ONE, booking);
    expect(booking.data).toMatchObject({
      status: 'cancelled',
      cancellationReason: 'Ill',
      cancelledByEmail: 'alice@example.com',
    });
  });

  test('marks who did not come', async () => {
    const { uid } = await accepted();
    await press(uid, 'absent-host');
    await press(uid, 'absent-attendee');
    const booking = await api('GET', `/bookings/${uid}`);
    conforms('GET', ONE, booking);
    expect(booking.data).toMatchObject({ absentHost: true, attendees: [{ absent: true }] });
  });

  test('says why a time is refused', async () => {
    const { uid } = await accepted();
    const answer = await press(uid, 'reschedule', { start: '2020-01-06T15:00:00Z' });
    const page = await (await fetch(new URL(answer.headers.get('location') ?? '', cal.url))).text();
    expect(page).toContain('not available');
  });
});

/** An accepted booking, its start, and the next half hour, which it covers itself. */
async function accepted(): Promise<{ uid: string; first: string; second: string }> {
  const [first = '', second = ''] = await freeStarts();
  const { uid } = (await book(first)).data;
  await api('POST', `/bookings/${uid}/confirm`, { key: ALICE });
  await received(2);
  return { uid, first, second };
}

async function moveInBooker(movingUid: string, start: string | undefined, more: object = {}) {
  const body = { eventTypeId, start, ...BEA, movingUid, ...more };
  const response = await fetch(`${cal.url}/_booker/bookings`, { method: 'POST', body: JSON.stringify(body) });
  return { status: response.status, data: (await response.json()) as Payload };
}

async function bookerSlots(movingUid = ''): Promise<string[]> {
  const query = new URLSearchParams({ eventTypeId: String(eventTypeId), movingUid });
  return ((await (await fetch(`${cal.url}/_booker/slots?${query}`)).json()) as { slots: string[] }).slots;
}

function press(uid: string, verb: string, fields: Record<string, string> = {}): Promise<Response> {
  return fetch(`${cal.url}/_dashboard/bookings/${uid}/${verb}`, {
    method: 'POST',
    body: new URLSearchParams({ from: 'host', ...fields }),
    redirect: 'manual',
  });
}

const span = (start: string) => `start=${start.slice(0, 10)}&end=${start.slice(0, 10)}`;
