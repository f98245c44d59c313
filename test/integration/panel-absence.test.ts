import { beforeAll, describe, expect, test } from 'vitest';
import type { Candidate } from '../support/candidate.ts';
import { inWorld } from '../support/in-world.ts';
import {
  bookingRow,
  confirmedBooking,
  interviewer,
  letItPass,
  mailKinds,
  refundRows,
} from '../support/panel.ts';
import { until } from '../support/until.ts';

// What an interviewer changes about a booking: each once, twice, too late, and by somebody it is not for.

const OWNER = 'adaeze-okonkwo';

const world = inWorld();
let owner: Candidate;

beforeAll(async () => {
  owner = await interviewer(world, OWNER);
});

const book = (name?: string) => confirmedBooking(world, OWNER, name ? { name } : {});
const pageOf = async (id: string, who = owner) => (await who.get(`/admin/bookings/${id}`)).text();

describe('saying who did not come', () => {
  test('is refused before the session, with when it can be said', async () => {
    const id = await book();
    expect(await (await owner.get(`/admin/bookings/${id}/absence`)).text()).toContain('too early');
    const response = await owner.post(`/admin/bookings/${id}/absence`, { who: 'candidate' });
    expect(response.status).toBe(409);
    expect((await bookingRow(world, id)).absent).toBeNull();
  });

  test('keeps the price when it was the candidate, however often it is said', async () => {
    const id = await book();
    await letItPass(world, id);
    for (const _ of [1, 2]) {
      expect((await owner.post(`/admin/bookings/${id}/absence`, { who: 'candidate' })).status).toBe(303);
    }
    expect(await bookingRow(world, id)).toMatchObject({ state: 'completed', absent: 'candidate' });
    expect(await refundRows(world, id)).toEqual([]);
    expect((await mailKinds(world, id)).filter((kind) => kind === 'absence')).toHaveLength(1);
    expect(await pageOf(id)).toContain('Theo did not come');
  });

  test('gives all of it back, once, when it was the interviewer', async () => {
    const id = await book();
    await letItPass(world, id);
    for (const _ of [1, 2]) {
      const said = { who: 'interviewer', note: 'I overslept.' };
      expect((await owner.post(`/admin/bookings/${id}/absence`, said)).status).toBe(303);
    }
    expect(await bookingRow(world, id)).toMatchObject({ state: 'cancelled', absent: 'interviewer' });
    await until(async () => (await refundRows(world, id))[0]?.state === 'succeeded', { what: 'the refund' });
    expect(await refundRows(world, id)).toHaveLength(1);
    expect(await pageOf(id)).toContain('You did not come');
  });

  test('needs somebody: a form without one asks again', async () => {
    const id = await book();
    await letItPass(world, id);
    const response = await owner.post(`/admin/bookings/${id}/absence`, { who: 'nobody' });
    expect(response.headers.get('location')).toBe(`/admin/bookings/${id}/absence`);
  });
});
