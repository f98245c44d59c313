import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { type CalendarAccess, TRIAL } from '../../src/integrations/scheduling/port.ts';
import { addAccount, control, OWN, OWN_KEY, scheduling, TEAM_KEY } from './scheduling-bench.ts';

// Our side of cal.com: what the port promises of bookings and of what is told of them, against the stand-in.

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
