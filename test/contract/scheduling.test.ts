import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { State, UserInput } from '../../sandbox/calcom/control.ts';
import { startCalcom } from '../../sandbox/calcom/server.ts';
import { calcomScheduling } from '../../src/integrations/scheduling/calcom.ts';
import type { CalendarAccess } from '../../src/integrations/scheduling/port.ts';

// Our side of cal.com: what the port promises, against the stand-in.

const TEAM_KEY = 'cal_team_key_0123456789';
const OWN_KEY = 'cal_own_key_0123456789';

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

/** An account with its event type, and a pending booking in it. */
async function pendingBooking(): Promise<{ access: CalendarAccess; uid: string }> {
  await addAccount();
  const account = await scheduling().verifyAccount({ apiKey: OWN_KEY }, 'interview');
  const start = new Date(Date.now() + 3 * 86_400_000);
  start.setUTCHours(12, 0, 0, 0);
  const response = await control('POST', 'bookings', {
    username: 'alice',
    slug: 'interview',
    start: start.toISOString(),
    attendee: { name: 'Bea', email: 'bea@example.com', timeZone: 'Asia/Taipei' },
  });
  const { uid } = (await response.json()) as { uid: string };
  return { access: { ...account, apiKey: OWN_KEY }, uid };
}

describe('connecting an account', () => {
  it('makes the event type that an interview needs where there is none', async () => {
    await addAccount();
    const account = await scheduling().verifyAccount({ apiKey: OWN_KEY }, 'interview');
    const made = (await state()).eventTypes.find(({ id }) => id === account.eventTypeId);
    expect(made).toMatchObject({
      slug: 'interview',
      lengthInMinutes: 90,
      disableGuests: true,
      confirmationPolicy: { type: 'always', blockUnconfirmedBookingsInBooker: true },
    });
  });

  it('repairs an event type that would let a slot be sold twice', async () => {
    await addAccount([loose]);
    const account = await scheduling().verifyAccount({ apiKey: OWN_KEY }, 'interview');
    const { eventTypes } = await state();
    expect(eventTypes).toHaveLength(1);
    expect(eventTypes[0]).toMatchObject({
      id: account.eventTypeId,
      lengthInMinutes: 90,
      confirmationPolicy: { type: 'always', blockUnconfirmedBookingsInBooker: true },
    });
  });

  it('subscribes once, however often it is done', async () => {
    await addAccount();
    const account = await scheduling().verifyAccount({ apiKey: OWN_KEY }, 'interview');
    const url = 'http://127.0.0.1:9/webhooks/calcom/x';
    await scheduling().subscribe({ apiKey: OWN_KEY }, account.eventTypeId, url, 'first-secret');
    await scheduling().subscribe({ apiKey: OWN_KEY }, account.eventTypeId, url, 'second-secret');
    const webhooks = (await state()).eventTypes.flatMap((eventType) => eventType.webhooks);
    expect(webhooks.map(({ subscriberUrl, secret }) => [subscriberUrl, secret])).toEqual([
      [url, 'second-secret'],
    ]);
  });

  it('refuses a key that cal.com does not know, for good', async () => {
    await addAccount();
    await expect(scheduling().verifyAccount({ apiKey: 'cal_nobody' }, 'interview')).rejects.toMatchObject({
      permanent: true,
    });
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

  it.each([
    ['another secret', signed('other')],
    ['no secret at all', 'no-secret-provided'],
    ['nothing', undefined],
  ])('does not count when it is signed with %s', (_what, signature) => {
    expect(scheduling().verifyEvent(body, signature, 's3cret')).toBeNull();
  });
});
