import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import type { FaultsInput, UserInput, UserOutput } from '../../sandbox/calcom/control.ts';
import { type RunningCalcom, startCalcom } from '../../sandbox/calcom/server.ts';

/**
 * What the contract tests of the cal.com stand-in share: one stand-in a test file, emptied before each test and
 * set up with two accounts, and a receiver for its webhooks. Importing this registers the hooks.
 */

/** cal.com's own document of its API: what the operations we use answer, without the prose. */
const DOCUMENT = new URL('documents/calcom-v2.openapi.json', import.meta.url);

const VERSIONS = { bookings: '2026-02-25', 'event-types': '2024-06-14', slots: '2024-09-04', me: undefined };
export const ALICE = 'cal_alice';
export const BOB = 'cal_bob';
export const SECRET = 'hook-secret';
const TRIGGERS = ['REQUESTED', 'CREATED', 'REJECTED', 'CANCELLED', 'RESCHEDULED', 'NO_SHOW_UPDATED'];
export const BEA = { name: 'Bea', email: 'bea@example.com', timeZone: 'Asia/Kolkata', language: 'en' };

export type Hook = {
  headers: Record<string, string | string[] | undefined>;
  raw: string;
  event: string;
  payload: Payload;
};
// biome-ignore lint/suspicious/noExplicitAny: answers are checked against the official document instead
export type Payload = Record<string, any>;

export let cal: RunningCalcom;
export let receiver: Server;
export const hooks: Hook[] = [];
/** Pages for a browser, by path, on the receiver's own origin. */
export const pages = new Map<string, () => string>();
let run = 0;
export let eventTypeId: number;

beforeAll(async () => {
  cal = await startCalcom({ port: 0 });
  receiver = createServer(async (request, response) => {
    const page = pages.get(request.url ?? '');
    if (page) return response.setHeader('Content-Type', 'text/html').end(page());
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
  hooks.length = 0;
  eventTypeId = await setUp();
});

export function interview() {
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

export async function setUp(): Promise<number> {
  await user('bob', BOB, { eventTypes: [] });
  const [eventType] = await user('alice', ALICE, { eventTypes: [interview()] });
  return eventType?.id ?? 0;
}

export async function user(
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

export async function api(method: string, path: string, { key, body, version }: Asked = {}) {
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

export function book(start: string | undefined, id = eventTypeId) {
  const body = { start, eventTypeId: id, attendee: BEA, metadata: { draft: 'd1' } };
  return api('POST', '/bookings', { body });
}

/** The free starts on days with three of them and more: of today there may be one left, or none. */
export async function freeStarts(id = eventTypeId, range = week()): Promise<string[]> {
  const { data } = await api('GET', `/slots?eventTypeId=${id}&${range}`);
  return Object.values<{ start: string }[]>(data)
    .filter((slots) => slots.length >= 3)
    .flatMap((slots) => slots.map(({ start }) => start));
}

/** The name of such a day in the booker. */
export const DAY_WITH_TIMES = /, ([3-9]|\d\d) times$/;

export function week(): string {
  const today = Temporal.Now.plainDateISO('UTC');
  return `start=${today}&end=${today.add({ days: 7 })}`;
}

export async function control(method: string, path: string, body?: unknown) {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  return (await fetch(`${cal.url}/_sandbox/${path}`, init)).json();
}

export const faults = (wish: FaultsInput) => control('POST', 'faults', wish);

export async function clockTo(date: string, time = '00:00:00Z'): Promise<void> {
  const advanceSeconds = (Date.parse(`${date}T${time}`) - Date.now()) / 1000;
  await control('POST', 'clock', { advanceSeconds });
}

export async function received(count: number): Promise<Hook[]> {
  await expect.poll(() => hooks.length, { timeout: 10_000, interval: 10 }).toBe(count);
  return hooks;
}

export function hookUrl(): string {
  return `http://127.0.0.1:${(receiver.address() as AddressInfo).port}${hookPath()}`;
}

const hookPath = () => `/hook/${run}`;

type Schema = Record<string, unknown>;

const document: Payload = JSON.parse(readFileSync(DOCUMENT, 'utf8'));
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema({ $id: 'cal', components: jsonSchema(document.components) as Schema });

/** Checks an answer against the operation's answer schema. */
export function conforms(method: string, path: string, answer: { status: number; body: Payload }): void {
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
