import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { UserInput } from '../../sandbox/calcom/control.ts';
import { calcomScheduling } from '../../src/integrations/scheduling/calcom.ts';
import {
  addAccount,
  calcom,
  control,
  OWN,
  OWN_KEY,
  scheduling,
  state,
  TEAM_KEY,
} from './scheduling-bench.ts';

// Our side of cal.com: what the port promises of accounts and their event types, against the stand-in.

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
