import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { State, UserInput } from '../../sandbox/calcom/control.ts';
import { startCalcom } from '../../sandbox/calcom/server.ts';
import { calcomScheduling } from '../../src/integrations/scheduling/calcom.ts';
import { type CalendarAccess, TRIAL } from '../../src/integrations/scheduling/port.ts';

// Our side of cal.com: what the port promises, against the stand-in.

const TEAM_KEY = 'cal_team_key_0123456789';
const OWN_KEY = 'cal_own_key_0123456789';
const OWN = { apiKey: OWN_KEY };

let calcom: Awaited<ReturnType<typeof startCalcom>>;

beforeAll(async () => {
  calcom = await startCalcom({ port: 0 });
});
afterAll(() => calcom.close());
beforeEach(() => control('POST', 'reset', {}));

const control = (method: string, path: string, body?: object) =>
  fetch(`${calcom.url}/_sandbox/${path}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
const state = async () => (await (await control('GET', 'state')).json()) as State;
const scheduling = (teamKey: string | null = null) =>
  calcomScheduling({ apiUrl: new URL(calcom.url), teamKey });

async function addAccount(eventTypes: UserInput['eventTypes'] = []): Promise<void> {
  await control('PUT', 'users/alice', {
    name: 'Alice',
    email: 'alice@example.com',
    timeZone: 'Europe/Berlin',
    apiKey: OWN_KEY,
    schedule: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '08:00', to: '20:00' }],
    eventTypes,
  });
}

const loose = {
  slug: 'interview',
  title: 'Chat',
  lengthInMinutes: 30,
  confirmationPolicy: { disabled: true },
} as unknown as NonNullable<UserInput['eventTypes']>[number];

const RIGHT = { minutes: 90, otherLengths: false, asksFirst: true, pendingBlocks: true, guests: false };

/** As its owner would, by cal.com's own API. */
const api = (method: string, path: string, body?: object) =>
  fetch(`${calcom.url}/v2/${path}`, {
    method,
    headers: {
      ...{ Authorization: `Bearer ${OWN_KEY}`, 'Content-Type': 'application/json' },
      'cal-api-version': '2024-06-14',
    },
    ...(body && { body: JSON.stringify(body) }),
  });

/** An account with its event type, and a pending booking in it. */
async function pendingBooking(): Promise<{ access: CalendarAccess; uid: string }> {
  await addAccount();
  const { id: eventTypeId } = await scheduling().makeEventType(OWN, 'interview');
  const start = new Date(Date.now() + 3 * 86_400_000);
  start.setUTCHours(12, 0, 0, 0);
  const response = await control('POST', 'bookings', {
    username: 'alice',
    slug: 'interview',
    start: start.toISOString(),
    attendee: { name: 'Bea', email: 'bea@example.com', timeZone: 'Asia/Taipei' },
  });
  const { uid } = (await response.json()) as { uid: string };
  return { access: { username: 'alice', eventTypeId, apiKey: OWN_KEY }, uid };
}

describe('an account', () => {
  it('is its owner’s, with name and zone, as the key says', async () => {
    await addAccount();
    expect(await scheduling().owner(OWN)).toEqual({
      ...{ username: 'alice', name: 'Alice', timeZone: 'Europe/Berlin' },
    });
  });

  it('of a member is seen with the team’s key, event types and all', async () => {
    await addAccount([loose]);
    await control('PUT', 'team-key', { key: TEAM_KEY });
    const member = { memberOfTeam: 'alice' };
    expect(await scheduling(TEAM_KEY).owner(member)).toMatchObject({ username: 'alice', name: null });
    expect(await scheduling(TEAM_KEY).eventTypes(member, 'alice')).toHaveLength(1);
    expect(await scheduling(TEAM_KEY).eventTypes(member, 'nobody')).toEqual([]);
    await expect(scheduling().eventTypes(member, 'alice')).rejects.toMatchObject({ refused: 'key' });
  });

  it('gets the event type that an interview needs', async () => {
    await addAccount();
    const made = await scheduling().makeEventType(OWN, 'interview');
    expect(made).toMatchObject({ slug: 'interview', ...RIGHT });
    expect((await state()).eventTypes.find(({ id }) => id === made.id)).toMatchObject({
      lengthInMinutes: 90,
      disableGuests: true,
      confirmationPolicy: { type: 'always', blockUnconfirmedBookingsInBooker: true },
    });
  });

  it('has an event type put right that would let a slot be sold twice', async () => {
    await addAccount([loose]);
    const [found] = await scheduling().eventTypes(OWN, 'alice');
    if (!found) throw new Error('There is no event type.');
    expect(found).toMatchObject({
      ...{ slug: 'interview', title: 'Chat', minutes: 30, otherLengths: false },
      ...{ asksFirst: false, pendingBlocks: false, guests: true },
    });
    await api('PATCH', `event-types/${found.id}`, { lengthInMinutes: 90, lengthInMinutesOptions: [30, 90] });
    const [odd = found] = await scheduling().eventTypes(OWN, 'alice');
    expect(odd).toMatchObject({ minutes: 90, otherLengths: true });
    expect(await scheduling().repairEventType(OWN, odd)).toMatchObject({ id: found.id, ...RIGHT });
  });

  it('that waits for its host on short notice only does not ask first', async () => {
    const policy = {
      type: 'time',
      noticeThreshold: { unit: 'hours', count: 2 },
      blockUnconfirmedBookingsInBooker: true,
    };
    await addAccount([{ ...loose, confirmationPolicy: policy } as typeof loose]);
    expect((await scheduling().eventTypes(OWN, 'alice'))[0]).toMatchObject({
      asksFirst: false,
      pendingBlocks: true,
    });
  });

  it('tells one address of changes, however often it is asked to, and stops when told', async () => {
    await addAccount();
    const { id } = await scheduling().makeEventType(OWN, 'interview');
    const url = 'http://127.0.0.1:9/webhooks/calcom/x';
    expect(await scheduling().subscription(OWN, id, url)).toBeNull();
    await scheduling().subscribe(OWN, id, url, 'first-secret');
    await scheduling().subscribe(OWN, id, url, 'second-secret');
    const webhooks = (await state()).eventTypes.flatMap((eventType) => eventType.webhooks);
    expect(webhooks.map(({ subscriberUrl, secret }) => [subscriberUrl, secret])).toEqual([
      [url, 'second-secret'],
    ]);
    expect(await scheduling().subscription(OWN, id, url)).toEqual({
      ...{ active: true, complete: true, secret: 'second-secret' },
    });
    await api('PATCH', `event-types/${id}/webhooks/${webhooks[0]?.id}`, {
      active: false,
      triggers: ['BOOKING_PAID'],
    });
    expect(await scheduling().subscription(OWN, id, url)).toMatchObject({ active: false, complete: false });
    await scheduling().unsubscribe(OWN, id, url);
    expect(await scheduling().subscription(OWN, id, url)).toBeNull();
  });

  it('says whether it is the key or the thing that is refused, and neither where it does not answer', async () => {
    await addAccount();
    await expect(scheduling().owner({ apiKey: 'cal_nobody' })).rejects.toMatchObject({
      ...{ permanent: true, refused: 'key' },
    });
    const { id } = await scheduling().makeEventType(OWN, 'interview');
    await api('DELETE', `event-types/${id}`);
    await expect(scheduling().subscription(OWN, id, 'http://127.0.0.1:9/')).rejects.toMatchObject({
      ...{ permanent: true, refused: 'missing' },
    });
    for (const mode of ['down', '429', '500-before'] as const) {
      await control('POST', 'faults', { api: { mode } });
      await expect(scheduling().owner(OWN)).rejects.toMatchObject({ permanent: false, refused: null });
    }
  });

  it('is not refused by something between us and cal.com', async () => {
    const wall = createServer((_, answer) =>
      answer.writeHead(401, { 'Content-Type': 'text/html' }).end('<h1>No</h1>'),
    );
    await once(wall.listen(0, '127.0.0.1'), 'listening');
    const { port } = wall.address() as AddressInfo;
    const behind = calcomScheduling({ apiUrl: new URL(`http://127.0.0.1:${port}`), teamKey: null });
    await expect(behind.owner(OWN)).rejects.toMatchObject({ refused: null });
    wall.close();
  });
});

describe('a booking', () => {
  it('is read with its host, attendee, times and status', async () => {
    const { access, uid } = await pendingBooking();
    const booking = await scheduling().booking(access, uid);
    expect(booking).toMatchObject({
      uid,
      status: 'pending',
      eventTypeId: access.eventTypeId,
      hostUsernames: ['alice'],
      attendee: { name: 'Bea', email: 'bea@example.com', timeZone: 'Asia/Taipei' },
    });
    expect((booking?.endsAt.getTime() ?? 0) - (booking?.startsAt.getTime() ?? 0)).toBe(90 * 60_000);
  });

  it('that does not exist is null, not an error', async () => {
    const { access } = await pendingBooking();
    expect(await scheduling().booking(access, 'nobody-knows-this')).toBeNull();
  });

  it.each(['confirm', 'decline'] as const)(
    'can be %sed twice: the second time changes nothing',
    async (verb) => {
      const { access, uid } = await pendingBooking();
      await scheduling()[verb](access, uid, 'no');
      await scheduling()[verb](access, uid, 'no');
      const wanted = verb === 'confirm' ? 'accepted' : 'rejected';
      expect((await scheduling().booking(access, uid))?.status).toBe(wanted);
    },
  );

  it('that was accepted is cancelled, not declined', async () => {
    const { access, uid } = await pendingBooking();
    await scheduling().confirm(access, uid);
    await scheduling().cancel(access, uid, 'not paid');
    await scheduling().cancel(access, uid, 'not paid');
    expect((await scheduling().booking(access, uid))?.status).toBe('cancelled');
  });

  it("can be confirmed with the team's key where the interviewer gave none", async () => {
    const { access, uid } = await pendingBooking();
    await control('PUT', 'team-key', { key: TEAM_KEY });
    await scheduling(TEAM_KEY).confirm({ ...access, apiKey: null }, uid);
    expect((await scheduling(TEAM_KEY).booking({ ...access, apiKey: null }, uid))?.status).toBe('accepted');
  });

  it('is read again when the service stumbles, and reported unreachable when it stays down', async () => {
    const { access, uid } = await pendingBooking();
    await control('POST', 'faults', { api: { match: 'GET /v2/bookings', mode: '500-before', times: 1 } });
    expect((await scheduling().booking(access, uid))?.status).toBe('pending');
    await control('POST', 'faults', { api: { match: 'GET /v2/bookings', mode: 'down' } });
    await expect(scheduling().booking(access, uid)).rejects.toMatchObject({ permanent: false });
  });
});

describe('a delivery', () => {
  const body = JSON.stringify({ triggerEvent: 'BOOKING_CREATED', payload: { uid: 'abc' } });
  const signed = (secret: string) => createHmac('sha256', secret).update(body).digest('hex');

  it('counts when it is signed with the secret of its connection', () => {
    expect(scheduling().verifyEvent(body, signed('s3cret'), 's3cret')).toMatchObject({
      type: 'BOOKING_CREATED',
      uid: 'abc',
    });
  });

  it('that we send on trial is signed as cal.com signs, and says whether it was taken in', async () => {
    const seen: (string | undefined)[] = [];
    const receiver = createServer(async (request, answer) => {
      const raw = Buffer.concat(await request.toArray()).toString();
      const signature = request.headers['x-cal-signature-256'];
      seen.push(scheduling().verifyEvent(raw, String(signature), 's3cret')?.type);
      answer.writeHead(request.url === '/takes' ? 200 : 401).end();
    });
    await once(receiver.listen(0, '127.0.0.1'), 'listening');
    const { port } = receiver.address() as AddressInfo;
    expect(await scheduling().tryDelivery(`http://127.0.0.1:${port}/takes`, 's3cret')).toBe(true);
    expect(await scheduling().tryDelivery(`http://127.0.0.1:${port}/refuses`, 's3cret')).toBe(false);
    receiver.close();
    expect(await scheduling().tryDelivery('http://127.0.0.1:9/', 's3cret')).toBe(false);
    expect(seen).toEqual([TRIAL, TRIAL]);
  });

  it.each([
    ['another secret', signed('other')],
    ['no secret at all', 'no-secret-provided'],
    ['nothing', undefined],
  ])('does not count when it is signed with %s', (_what, signature) => {
    expect(scheduling().verifyEvent(body, signature, 's3cret')).toBeNull();
  });
});
