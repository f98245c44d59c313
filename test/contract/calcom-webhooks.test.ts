import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { State } from '../../sandbox/calcom/control.ts';
import {
  ALICE,
  api,
  book,
  control,
  faults,
  freeStarts,
  type Hook,
  hooks,
  received,
  SECRET,
} from './calcom-bench.ts';

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

    hooks.length = 0;
    await faults({ webhooks: { duplicate: false, reorder: true } });
    const { uid } = (await book(starts[6])).data;
    await api('POST', `/bookings/${uid}/confirm`, { key: ALICE });
    expect((await received(2)).map(({ event }) => event)).toEqual(['BOOKING_CREATED', 'BOOKING_REQUESTED']);
  });
});
