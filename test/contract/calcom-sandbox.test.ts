import { createHmac } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sparticuz from '@sparticuz/chromium';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type {
  BookingInput,
  FaultsInput,
  State,
  UserInput,
  UserOutput,
} from '../../sandbox/calcom/control.ts';
import { type RunningCalcom, startCalcom } from '../../sandbox/calcom/server.ts';

const DOCUMENT = new URL('../../../shared/reference/calcom-v2.openapi.json', import.meta.url);
const documented = existsSync(DOCUMENT);
if (!documented) console.warn('No OpenAPI document of cal.com here: answers are not checked against it.');

const VERSIONS = { bookings: '2026-02-25', 'event-types': '2024-06-14', slots: '2024-09-04', me: undefined };
const ALICE = 'cal_alice';
const BOB = 'cal_bob';
const SECRET = 'hook-secret';
const TRIGGERS = ['REQUESTED', 'CREATED', 'REJECTED', 'CANCELLED', 'RESCHEDULED', 'NO_SHOW_UPDATED'];
const BEA = { name: 'Bea', email: 'bea@example.com', timeZone: 'Asia/Kolkata', language: 'en' };

type Hook = {
  headers: Record<string, string | string[] | undefined>;
  raw: string;
  event: string;
  payload: Payload;
};
// biome-ignore lint/suspicious/noExplicitAny: answers are checked against the official document instead
type Payload = Record<string, any>;

let cal: RunningCalcom;
let receiver: Server;
let hooks: Hook[] = [];
let run = 0;
let eventTypeId: number;

beforeAll(async () => {
  cal = await startCalcom({ port: 0 });
  receiver = createServer(async (request, response) => {
    if (request.url === '/parent') return response.setHeader('Content-Type', 'text/html').end(parentPage());
    const raw = Buffer.concat(await request.toArray()).toString();
    const { triggerEvent: event, payload } = JSON.parse(raw);
    // A late delivery of the test before this one does not count.
    if (request.url === hookPath()) hooks.push({ headers: request.headers, raw, event, payload });
    response.end('ok');
  }).listen(0);
});

afterAll(async () => {
  await cal.close();
  receiver.closeAllConnections();
  receiver.close();
});

beforeEach(async () => {
  await control('POST', 'reset', {});
  run += 1;
  hooks = [];
  eventTypeId = await setUp();
});

describe('the API answers as the official document says', () => {
  test.each([
    ['GET', '/me', '/v2/me', undefined, 200],
    ['GET', '/event-types?username=alice&eventSlug=interview', '/v2/event-types', undefined, 200],
    ['POST', '/event-types', '/v2/event-types', { title: 'Chat', slug: 'chat', lengthInMinutes: 30 }, 201],
  ] as const)('%s %s', async (method, path, template, body, status) => {
    const answer = await api(method, path, { key: ALICE, body });
    expect(answer.status).toBe(status);
    conforms(method, template, answer);
  });

  test('one event type can be read and changed by its owner, and by nobody else', async () => {
    const path = `/event-types/${eventTypeId}`;
    const changed = await api('PATCH', path, { key: ALICE, body: { title: 'Mock interview' } });
    conforms('PATCH', '/v2/event-types/{eventTypeId}', changed);
    const read = await api('GET', path, { key: ALICE });
    conforms('GET', '/v2/event-types/{eventTypeId}', read);
    expect(read.data).toMatchObject({ title: 'Mock interview', lengthInMinutes: 90, slug: 'interview' });
    expect((await api('GET', path, { key: BOB })).status).toBe(403);
    expect((await api('GET', path)).status).toBe(401);
  });

  test('webhooks of an event type are created, listed and deleted', async () => {
    const path = `/event-types/${eventTypeId}/webhooks`;
    const body = { active: true, subscriberUrl: hookUrl(), triggers: ['BOOKING_CREATED'], secret: 's' };
    const created = await api('POST', path, { key: ALICE, body });
    conforms('POST', '/v2/event-types/{eventTypeId}/webhooks', created);
    expect(created.status).toBe(201);
    const listed = await api('GET', path, { key: ALICE });
    conforms('GET', '/v2/event-types/{eventTypeId}/webhooks', listed);
    expect(listed.data).toHaveLength(2);
    const deleted = await api('DELETE', `${path}/${created.data.id}`, { key: ALICE });
    conforms('DELETE', '/v2/event-types/{eventTypeId}/webhooks/{webhookId}', deleted);
    expect((await api('GET', path, { key: ALICE })).data).toHaveLength(1);
  });

  test('a booking lives through create, read, confirm, reschedule, mark-absent and cancel', async () => {
    const [first, , third] = await freeStarts();
    const created = await book(first);
    conforms('POST', '/v2/bookings', created);
    expect(created.status).toBe(201);
    expect(created.data).toMatchObject({ status: 'pending', metadata: { draft: 'd1' }, duration: 90 });
    const uid: string = created.data.uid;
    conforms('GET', '/v2/bookings/{bookingUid}', await api('GET', `/bookings/${uid}`));

    const confirmed = await api('POST', `/bookings/${uid}/confirm`, { key: ALICE });
    conforms('POST', '/v2/bookings/{bookingUid}/confirm', confirmed);
    expect(confirmed.data.status).toBe('accepted');

    const body = { start: third, rescheduledBy: 'alice@example.com', reschedulingReason: 'flu' };
    const moved = await api('POST', `/bookings/${uid}/reschedule`, { key: ALICE, body });
    conforms('POST', '/v2/bookings/{bookingUid}/reschedule', moved);
    expect(moved.status).toBe(201);
    expect(moved.data).toMatchObject({
      status: 'accepted',
      rescheduledFromUid: uid,
      metadata: { draft: 'd1' },
    });
    expect((await api('GET', `/bookings/${uid}`)).data.status).toBe('cancelled');

    const path = `/bookings/${moved.data.uid}`;
    const absent = await api('POST', `${path}/mark-absent`, { key: ALICE, body: { host: true } });
    conforms('POST', '/v2/bookings/{bookingUid}/mark-absent', absent);
    expect(absent.data.absentHost).toBe(true);
    const cancelled = await api('POST', `${path}/cancel`, {
      key: ALICE,
      body: { cancellationReason: 'flu' },
    });
    conforms('POST', '/v2/bookings/{bookingUid}/cancel', cancelled);
    expect(cancelled.data).toMatchObject({ status: 'cancelled', cancellationReason: 'flu' });
  });

  test('a booking moved by its attendee waits for the host again', async () => {
    const [first, , third] = await freeStarts();
    const { uid } = (await book(first)).data;
    await api('POST', `/bookings/${uid}/confirm`, { key: ALICE });
    const body = { start: third, rescheduledBy: BEA.email };
    expect((await api('POST', `/bookings/${uid}/reschedule`, { body })).data.status).toBe('pending');
  });

  test('the list filters by status, event type and time of change, and pages', async () => {
    const [first, , , fourth, , , seventh] = await freeStarts();
    const accepted = (await book(first)).data.uid;
    await api('POST', `/bookings/${accepted}/confirm`, { key: ALICE });
    await book(fourth);
    const declined = (await book(seventh)).data.uid;
    await api('POST', `/bookings/${declined}/decline`, { key: ALICE, body: { reason: 'no' } });
    const count = async (query: string) =>
      (await api('GET', `/bookings?${query}`, { key: ALICE })).data.length;
    expect(await count('status=upcoming')).toBe(1);
    expect(await count('status=upcoming,unconfirmed')).toBe(2);
    expect(await count('status=cancelled')).toBe(1);
    expect(await count(`eventTypeIds=${eventTypeId}`)).toBe(3);
    expect(await count('eventTypeIds=1')).toBe(0);
    expect(await count('afterUpdatedAt=2200-01-01T00:00:00Z')).toBe(0);
    const page = await api('GET', '/bookings?take=2&skip=2', { key: ALICE });
    conforms('GET', '/v2/bookings', page);
    expect(page.body.pagination).toMatchObject({
      totalItems: 3,
      returnedItems: 1,
      currentPage: 2,
      hasNextPage: false,
    });
    expect((await api('GET', '/bookings', { key: BOB })).data).toHaveLength(0);
  });

  test('a request without the right version gets an older, different answer', async () => {
    const { uid } = (await book((await freeStarts())[0])).data;
    const old = await api('GET', `/bookings/${uid}`, { version: '1999-01-01' });
    expect(old.data).toMatchObject({ startTime: expect.any(String), status: 'PENDING' });
    expect(old.data).not.toHaveProperty('hosts');
    expect(
      (await api('GET', `/slots?eventTypeId=${eventTypeId}&${week()}`, { version: '' })).data,
    ).toHaveProperty('slots');
    const types = await api('GET', '/event-types?username=alice', { version: '' });
    expect(types.data).toHaveProperty('eventTypeGroups');
    expect((await api('POST', `/bookings/${uid}/confirm`, { key: ALICE, version: '' })).status).toBe(404);
  });
});

describe('errors have the words of the real service', () => {
  test('a taken slot is a 400', async () => {
    const [first] = await freeStarts();
    await book(first);
    const again = await book(first);
    expect(again.status).toBe(400);
    expect(again.body).toEqual({
      status: 'error',
      timestamp: expect.any(String),
      path: '/v2/bookings',
      error: {
        code: 'BadRequestException',
        message: 'User either already has booking at this time or is not available',
        details: {},
      },
    });
  });

  test('confirming as a stranger, twice, or declining what is accepted is refused', async () => {
    const { uid } = (await book((await freeStarts())[0])).data;
    const error = async (verb: string, key?: string) => {
      const { status, body } = await api('POST', `/bookings/${uid}/${verb}`, { key, body: {} });
      return [status, body.error?.code, body.error?.message];
    };
    expect(await error('confirm', BOB)).toEqual([
      401,
      'TRPCError',
      'User is not authorized to confirm this booking',
    ]);
    expect(await error('confirm', 'cal_wrong')).toEqual([401, 'UnauthorizedException', expect.any(String)]);
    expect((await error('confirm'))[0]).toBe(401);
    expect((await error('confirm', ALICE))[0]).toBe(200);
    expect(await error('confirm', ALICE)).toEqual([400, 'TRPCError', 'Booking already confirmed']);
    expect(await error('decline', ALICE)).toEqual([400, 'TRPCError', 'Booking already confirmed']);
  });

  test('an unknown booking is a 404, an oversized metadata value a 400', async () => {
    expect((await api('GET', '/bookings/nope')).body.error.code).toBe('NotFoundException');
    const [start] = await freeStarts();
    const body = { start, eventTypeId, attendee: BEA, metadata: { long: 'x'.repeat(501) } };
    expect((await api('POST', '/bookings', { body })).status).toBe(400);
  });

  test('past and off-hours times are refused', async () => {
    expect((await book('2020-01-06T15:00:00.000Z')).status).toBe(400);
    const [first = ''] = await freeStarts();
    const night = Temporal.Instant.from(first)
      .toZonedDateTimeISO('America/New_York')
      .with({ hour: 3, minute: 0 });
    expect((await book(night.add({ days: 1 }).toInstant().toString())).status).toBe(400);
  });

  test('faults: down, lost after commit, too many requests', async () => {
    const [first, , , fourth] = await freeStarts();
    await faults({ api: { mode: 'down', times: 1 } });
    expect((await api('GET', '/me', { key: ALICE })).status).toBe(503);
    expect((await api('GET', '/me', { key: ALICE })).status).toBe(200);

    const { uid } = (await book(first)).data;
    await faults({ api: { match: 'POST .*/confirm$', mode: 'drop-after-commit', times: 1 } });
    await expect(api('POST', `/bookings/${uid}/confirm`, { key: ALICE })).rejects.toThrow();
    expect((await api('GET', `/bookings/${uid}`)).data.status).toBe('accepted');

    await faults({ api: { mode: '500-before', match: 'POST /v2/bookings$', times: 1 } });
    expect((await book(fourth)).status).toBe(500);
    expect((await book(fourth)).status).toBe(201);

    await faults({ api: { mode: '429', times: 1 } });
    const limited = await api('GET', '/me', { key: ALICE });
    expect(limited.status).toBe(429);
    expect(limited.headers.get('x-ratelimit-remaining-default')).toBe('0');
  });
});

describe('the traps of the real service are here too', () => {
  test('confirm revives rejected and cancelled bookings', async () => {
    const { uid } = (await book((await freeStarts())[0])).data;
    await api('POST', `/bookings/${uid}/decline`, { key: ALICE, body: {} });
    expect((await api('POST', `/bookings/${uid}/confirm`, { key: ALICE })).data.status).toBe('accepted');
    await api('POST', `/bookings/${uid}/cancel`, { key: ALICE, body: {} });
    expect((await api('POST', `/bookings/${uid}/confirm`, { key: ALICE })).data.status).toBe('accepted');
  });

  test('two pendings on one slot can both be confirmed', async () => {
    const [start = ''] = await freeStarts();
    const wish: BookingInput = { username: 'alice', slug: 'interview', start, attendee: BEA, force: true };
    for (const { uid } of [
      await control('POST', 'bookings', wish),
      await control('POST', 'bookings', wish),
    ]) {
      expect((await api('POST', `/bookings/${uid}/confirm`, { key: ALICE })).data.status).toBe('accepted');
    }
  });

  test('a pending booking blocks only its own event type, and only where asked', async () => {
    const eventTypes = [
      { slug: 'other', title: 'Other', lengthInMinutes: 90 },
      {
        slug: 'loose',
        title: 'Loose',
        lengthInMinutes: 90,
        confirmationPolicy: { type: 'always' as const, blockUnconfirmedBookingsInBooker: false },
      },
    ];
    const [other, loose] = await user('alice', ALICE, { eventTypes });
    const [first] = await freeStarts();
    await book(first);
    expect(await freeStarts()).not.toContain(first);
    expect(await freeStarts(other?.id)).toContain(first);
    await book(first, loose?.id);
    expect(await freeStarts(loose?.id)).toContain(first);
  });

  test('a team key acts for every member', async () => {
    await control('PUT', 'team-key', { key: 'cal_team' });
    const { uid } = (await book((await freeStarts())[0])).data;
    expect((await api('GET', '/bookings', { key: 'cal_team' })).data).toHaveLength(1);
    expect((await api('POST', `/bookings/${uid}/confirm`, { key: 'cal_team' })).data.status).toBe('accepted');
  });
});

describe('webhooks', () => {
  test('are signed, named after what happened, and sent once', async () => {
    const [first, , , fourth] = await freeStarts();
    const { uid } = (await book(first)).data;
    const act = (verb: string, body: unknown, on = uid) =>
      api('POST', `/bookings/${on}/${verb}`, { key: ALICE, body });
    await received(1);
    await act('confirm', {});
    await received(2);
    await act('mark-absent', { host: true });
    await received(3);
    await act('cancel', { cancellationReason: 'flu' });
    await received(4);
    const second = (await book(fourth)).data.uid;
    await received(5);
    await act('decline', {}, second);
    const got = await received(6);
    expect(got.map(({ event, payload }) => [event, payload.uid, payload.status])).toEqual([
      ['BOOKING_REQUESTED', uid, 'PENDING'],
      ['BOOKING_CREATED', uid, 'ACCEPTED'],
      ['BOOKING_NO_SHOW_UPDATED', uid, 'ACCEPTED'],
      ['BOOKING_CANCELLED', uid, 'CANCELLED'],
      ['BOOKING_REQUESTED', second, 'PENDING'],
      ['BOOKING_REJECTED', second, 'REJECTED'],
    ]);
    for (const { headers, raw } of got) {
      expect(headers['x-cal-signature-256']).toBe(createHmac('sha256', SECRET).update(raw).digest('hex'));
      expect(headers['x-cal-webhook-version']).toBe('2021-10-20');
    }
    expect(got[0]?.payload).toMatchObject({ metadata: { draft: 'd1' }, type: 'interview', length: 90 });
    expect(got[1]?.payload.metadata).toEqual({ videoCallUrl: expect.stringContaining(uid) });
    expect(got[3]?.payload).toMatchObject({ cancelledBy: 'alice@example.com', cancellationReason: 'flu' });
  });

  test('a move names the old booking', async () => {
    const [first, , third] = await freeStarts();
    const { uid, id } = (await book(first)).data;
    await api('POST', `/bookings/${uid}/confirm`, { key: ALICE });
    await received(2);
    const body = { start: third, rescheduledBy: 'alice@example.com' };
    await api('POST', `/bookings/${uid}/reschedule`, { key: ALICE, body });
    const { event, payload } = (await received(3)).at(-1) as Hook;
    expect(event).toBe('BOOKING_RESCHEDULED');
    expect(payload).toMatchObject({
      rescheduleId: id,
      rescheduleUid: uid,
      rescheduledBy: 'alice@example.com',
    });
  });

  test('can be dropped, doubled and swapped', async () => {
    const starts = await freeStarts();
    await faults({ webhooks: { drop: 1, duplicate: true } });
    await book(starts[0]);
    await book(starts[3]);
    expect((await received(2)).map(({ event }) => event)).toEqual(['BOOKING_REQUESTED', 'BOOKING_REQUESTED']);
    const { deliveries }: State = await control('GET', 'state');
    expect(deliveries.map(({ outcome }) => outcome)).toContain('dropped');

    hooks = [];
    await faults({ webhooks: { duplicate: false, reorder: true } });
    const { uid } = (await book(starts[6])).data;
    await api('POST', `/bookings/${uid}/confirm`, { key: ALICE });
    expect((await received(2)).map(({ event }) => event)).toEqual(['BOOKING_CREATED', 'BOOKING_REQUESTED']);
  });
});

describe('availability', () => {
  test('answers slots by date, in the asked zone, and as ranges', async () => {
    const utc = await api('GET', `/slots?eventTypeId=${eventTypeId}&${week()}`);
    for (const [date, slots] of Object.entries<{ start: string }[]>(utc.data)) {
      for (const { start } of slots) expect(start).toMatch(new RegExp(`^${date}T\\d\\d:[03]0:00\\.000Z$`));
    }
    const query = `username=alice&eventTypeSlug=interview&${week()}&timeZone=Asia/Kolkata&format=range`;
    const ranges = await api('GET', `/slots?${query}`);
    // The document describes the map, but its own example wraps it in the usual envelope.
    conforms('GET', '/v2/slots', { ...ranges, body: ranges.data });
    expect(JSON.stringify(ranges.data)).toContain('+05:30');
  });

  test.each([
    ['spring', '2027-03-12', '2027-03-16T16:00:00Z', '2027-03-12T14:00:00.000Z', '2027-03-15T13:00:00.000Z'],
    ['autumn', '2027-11-05', '2027-11-09T16:00:00Z', '2027-11-05T13:00:00.000Z', '2027-11-08T14:00:00.000Z'],
  ])('nine in New York stays nine when clocks change in %s', async (_, start, end, friday, monday) => {
    await clockTo(start);
    const starts = await freeStarts(eventTypeId, `start=${start}&end=${end}`);
    expect(starts).toContain(friday);
    expect(starts).toContain(monday);
    expect(starts).not.toContain(Temporal.Instant.from(monday).subtract({ minutes: 30 }).toString());
    expect(
      starts.filter((time) => time < '2027-03-13' || time.startsWith(monday.slice(0, 10))),
    ).not.toHaveLength(0);
  });

  test('nothing on shorter notice than two hours, nor after sixty days, nor past the end of the day', async () => {
    await clockTo('2027-06-07', '14:10:00Z');
    const starts = await freeStarts(eventTypeId, 'start=2027-06-01&end=2027-09-30');
    expect(starts[0]).toBe('2027-06-07T16:30:00.000Z');
    expect(starts.filter((time) => time.startsWith('2027-06-07')).at(-1)).toBe('2027-06-07T19:30:00.000Z');
    expect(starts.at(-1)?.slice(0, 10)).toBe('2027-08-06');
  });
});

describe('accounts and memory', () => {
  test('setting up twice keeps every id, and a restart forgets nothing', async () => {
    expect(await setUp()).toBe(eventTypeId);
    const dataFile = join(mkdtempSync(join(tmpdir(), 'calcom-')), 'calcom.json');
    const first = await startCalcom({ port: 0, dataFile });
    const before = await user('alice', ALICE, { on: first.url, eventTypes: [interview()] });
    await first.close();
    const second = await startCalcom({ port: 0, dataFile });
    const state: State = await (await fetch(`${second.url}/_sandbox/state`)).json();
    expect(state.eventTypes.map(({ id }) => id)).toEqual([before[0]?.id]);
    expect(before[0]?.id).toBe(eventTypeId);
    await second.close();
  });

  test('the dashboard shows and confirms a booking', async () => {
    const { uid } = (await book((await freeStarts())[0])).data;
    await fetch(`${cal.url}/_dashboard/bookings/${uid}/confirm`, { method: 'POST' });
    const dashboard = await (await fetch(cal.url)).text();
    expect(dashboard).toContain(uid);
    expect(dashboard).toContain('accepted');
  });
});

describe('the widget in a real browser', () => {
  afterEach(() => faults({}));

  test('shakes hands, books a time and tells the page', { timeout: 60_000 }, async (context) => {
    const browser = await launch();
    if (!browser) return context.skip('Chromium does not start on this machine');
    try {
      const page = await browser.newPage({ timezoneId: 'Europe/Berlin' });
      await page.goto(`http://localhost:${(receiver.address() as AddressInfo).port}/parent`);
      const frame = page.frameLocator('iframe.cal-embed');
      await frame
        .getByRole('button', { name: /, \d+ times$/ })
        .first()
        .click();
      const time = frame.getByRole('button', { name: /^\d\d:\d\d$/ });
      const rival = (await freeStarts())[0];
      await time.first().click();
      await frame.getByLabel('Your name').fill('Bea');
      await frame.getByLabel('Email address').fill('bea@example.com');
      await book(rival);
      await frame.getByRole('button', { name: 'Confirm' }).click();
      await frame.getByText('This time was just taken').waitFor();
      await time.first().click();
      await frame.getByRole('button', { name: 'Confirm' }).click();
      await frame.getByRole('heading', { name: 'Requested' }).waitFor();
      const seen = await page.evaluate<[string, Payload][]>('window.seen');
      const order = seen.map(([type]) => type).filter((type) => type !== '__dimensionChanged');
      expect(order).toEqual([
        '__iframeReady',
        '__windowLoadComplete',
        'linkReady',
        'bookerReady',
        'bookerViewed',
        'bookingSuccessfulV2',
      ]);
      const { uid, status } = seen.find(([type]) => type === 'bookingSuccessfulV2')?.[1] ?? {};
      expect(status).toBe('PENDING');
      expect((await api('GET', `/bookings/${uid}`)).data.metadata).toEqual({ draft: 'd7' });
    } finally {
      await browser.close();
    }
  });
});

function interview() {
  return {
    slug: 'interview',
    title: 'Interview',
    lengthInMinutes: 90,
    confirmationPolicy: { type: 'always' as const, blockUnconfirmedBookingsInBooker: true },
    webhooks: [
      { subscriberUrl: hookUrl(), triggers: TRIGGERS.map((name) => `BOOKING_${name}`), secret: SECRET },
    ],
  };
}

async function setUp(): Promise<number> {
  await user('bob', BOB, { eventTypes: [] });
  const [eventType] = await user('alice', ALICE, { eventTypes: [interview()] });
  return eventType?.id ?? 0;
}

async function user(
  username: string,
  apiKey: string,
  { on = cal.url, eventTypes = [] }: { on?: string; eventTypes?: UserInput['eventTypes'] },
) {
  const body: UserInput = {
    name: username,
    email: `${username}@example.com`,
    timeZone: 'America/New_York',
    apiKey,
    eventTypes,
  };
  const response = await fetch(`${on}/_sandbox/users/${username}`, {
    method: 'PUT',
    body: JSON.stringify(body),
  });
  return ((await response.json()) as UserOutput).eventTypes;
}

type Asked = { key?: string | undefined; body?: unknown; version?: string };

async function api(method: string, path: string, { key, body, version }: Asked = {}) {
  const family = path.match(/^\/([a-z-]+)/)?.[1] as keyof typeof VERSIONS;
  const sent = version ?? VERSIONS[family];
  const response = await fetch(`${cal.url}/v2${path}`, {
    method,
    headers: {
      'Content-Type': 'application/json',
      ...(key ? { Authorization: `Bearer ${key}` } : {}),
      ...(sent ? { 'cal-api-version': sent } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const json: Payload = text.startsWith('{') ? JSON.parse(text) : {};
  return { status: response.status, headers: response.headers, body: json, data: json.data };
}

function book(start: string | undefined, id = eventTypeId) {
  const body = { start, eventTypeId: id, attendee: BEA, metadata: { draft: 'd1' } };
  return api('POST', '/bookings', { body });
}

async function freeStarts(id = eventTypeId, range = week()): Promise<string[]> {
  const { data } = await api('GET', `/slots?eventTypeId=${id}&${range}`);
  return Object.values<{ start: string }[]>(data).flatMap((slots) => slots.map(({ start }) => start));
}

function week(): string {
  const today = Temporal.Now.plainDateISO('UTC');
  return `start=${today}&end=${today.add({ days: 7 })}`;
}

async function control(method: string, path: string, body?: unknown) {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  return (await fetch(`${cal.url}/_sandbox/${path}`, init)).json();
}

const faults = (wish: FaultsInput) => control('POST', 'faults', wish);

async function clockTo(date: string, time = '00:00:00Z'): Promise<void> {
  const advanceSeconds = (Date.parse(`${date}T${time}`) - Date.now()) / 1000;
  await control('POST', 'clock', { advanceSeconds });
}

async function received(count: number): Promise<Hook[]> {
  await expect.poll(() => hooks.length, { timeout: 2_000, interval: 10 }).toBe(count);
  return hooks;
}

function hookUrl(): string {
  return `http://127.0.0.1:${(receiver.address() as AddressInfo).port}${hookPath()}`;
}

const hookPath = () => `/hook/${run}`;

async function launch() {
  try {
    const args = sparticuz.args.filter((arg) => arg !== '--single-process');
    return await chromium.launch({ executablePath: await sparticuz.executablePath(), args, headless: true });
  } catch {
    return undefined;
  }
}

/** A page that embeds the widget with cal.com's own snippet and keeps what it hears. */
function parentPage(): string {
  return `<!doctype html><div id="cal"></div><script>
  (function (C, A, L) { let p = function (a, ar) { a.q.push(ar); }; let d = C.document; C.Cal = C.Cal || function () { let cal = C.Cal; let ar = arguments; if (!cal.loaded) { cal.ns = {}; cal.q = cal.q || []; d.head.appendChild(d.createElement("script")).src = A; cal.loaded = true; } if (ar[0] === L) { const api = function () { p(api, arguments); }; const namespace = ar[1]; api.q = api.q || []; if (typeof namespace === "string") { cal.ns[namespace] = cal.ns[namespace] || api; p(cal.ns[namespace], ar); p(cal, ["initNamespace", namespace]); } else p(cal, ar); return; } p(cal, ar); }; })(window, "${cal.url}/embed/embed.js", "init");
  Cal("init", "book", { origin: "${cal.url}" });
  Cal.ns.book("inline", { elementOrSelector: "#cal", calLink: "alice/interview", config: { layout: "month_view", theme: "light", "metadata[draft]": "d7" } });
  window.seen = [];
  Cal.ns.book("on", { action: "*", callback: (e) => seen.push([e.detail.type, e.detail.data]) });
  </script>`;
}

type Schema = Record<string, unknown>;

const document: Payload | undefined = documented ? JSON.parse(readFileSync(DOCUMENT, 'utf8')) : undefined;
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
if (document) ajv.addSchema({ $id: 'cal', components: jsonSchema(document.components) as Schema });

/** Checks an answer against the operation's answer schema; says nothing where there is no document. */
function conforms(method: string, path: string, answer: { status: number; body: Payload }): void {
  if (!document) return;
  const responses = document.paths[path][method.toLowerCase()].responses;
  const schema = responses[answer.status].content['application/json'].schema;
  const check = ajv.compile(JSON.parse(JSON.stringify(jsonSchema(schema)).replaceAll('"#/', '"cal#/')));
  check(answer.body);
  expect(check.errors ?? []).toEqual([]);
}

/**
 * OpenAPI 3.0 says `nullable: true` where JSON Schema says "or null". The document's `oneOf` variants overlap
 * (a booking window fits two of them), so any one that fits will do.
 */
function jsonSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(jsonSchema);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { nullable, ...rest } = schema as Schema;
  const entries = Object.entries(rest).map(([key, value]) => [
    key === 'oneOf' ? 'anyOf' : key,
    jsonSchema(value),
  ]);
  const converted = Object.fromEntries(entries);
  return nullable === true ? { anyOf: [{ type: 'null' }, converted] } : converted;
}
