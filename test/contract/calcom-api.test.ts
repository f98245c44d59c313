import { describe, expect, test } from 'vitest';
import {
  ALICE,
  api,
  BEA,
  BOB,
  book,
  conforms,
  control,
  eventTypeId,
  freeStarts,
  hookUrl,
  type Payload,
  week,
} from './calcom-bench.ts';

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

  test('an event type that its owner deletes is gone, and its webhooks with it', async () => {
    const path = `/event-types/${eventTypeId}`;
    expect((await api('DELETE', path, { key: BOB })).status).toBe(403);
    const deleted = await api('DELETE', path, { key: ALICE });
    conforms('DELETE', '/v2/event-types/{eventTypeId}', deleted);
    expect((await api('GET', path, { key: ALICE })).status).toBe(404);
    expect((await api('GET', `${path}/webhooks`, { key: ALICE })).status).toBe(404);
    expect((await api('GET', '/event-types?username=alice', { key: ALICE })).data).toEqual([]);
  });

  test('an event type says the other lengths that may be chosen, where it has some', async () => {
    const path = `/event-types/${eventTypeId}`;
    const body = { lengthInMinutes: 90, lengthInMinutesOptions: [30, 90] };
    const changed = await api('PATCH', path, { key: ALICE, body });
    conforms('PATCH', '/v2/event-types/{eventTypeId}', changed);
    expect(changed.data.lengthInMinutesOptions).toEqual([30, 90]);
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
    // What waits for its host is upcoming too: the real service leaves out only what has ended.
    expect(await count('status=upcoming')).toBe(2);
    expect(await count('status=unconfirmed')).toBe(1);
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

  test('the list goes by start, ended bookings latest first, and a stale request is only past', async () => {
    const [first, , , fourth, , , seventh] = await freeStarts();
    const uids = [];
    for (const start of [seventh, first, fourth]) uids.push((await book(start)).data.uid);
    const listed = async (query: string) =>
      (await api('GET', `/bookings?${query}`, { key: ALICE })).data.map(({ uid }: Payload) => uid);
    expect(await listed('')).toEqual([uids[1], uids[2], uids[0]]);
    for (const uid of uids) await api('POST', `/bookings/${uid}/decline`, { key: ALICE, body: {} });
    expect(await listed('status=cancelled')).toEqual([uids[0], uids[2], uids[1]]);
    const stale = (await book(first)).data.uid;
    await control('POST', 'clock', { advanceSeconds: 14 * 86_400 });
    expect(await listed('status=upcoming,unconfirmed')).toEqual([]);
    expect(await listed('status=past')).toEqual([stale]);
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
