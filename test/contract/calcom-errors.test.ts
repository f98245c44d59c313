import { describe, expect, test } from 'vitest';
import type { BookingInput } from '../../sandbox/calcom/control.ts';
import {
  ALICE,
  api,
  BEA,
  BOB,
  book,
  control,
  eventTypeId,
  faults,
  freeStarts,
  user,
} from './calcom-bench.ts';

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
