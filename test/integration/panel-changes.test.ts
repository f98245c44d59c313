import { beforeAll, describe, expect, test } from 'vitest';
import { answerProposal } from '../../src/features/booking/change-commands.ts';
import { type Candidate, freeSlot } from '../support/candidate.ts';
import { inWorld } from '../support/in-world.ts';
import {
  bookingRow,
  confirmedBooking,
  interviewer,
  letItPass,
  mailKinds,
  operator,
  refundRows,
} from '../support/panel.ts';
import { until } from '../support/until.ts';

// What an interviewer changes about a booking: each once, twice, too late, and by somebody it is not for.

const OWNER = 'adaeze-okonkwo';

const CHANGES = ['cancellation', 'proposal', 'absence'] as const;

const world = inWorld();

let owner: Candidate;

let stranger: Candidate;

beforeAll(async () => {
  [owner, stranger] = await Promise.all([interviewer(world, OWNER), interviewer(world, 'oskar-nowak')]);
});

const book = (name?: string) => confirmedBooking(world, OWNER, name ? { name } : {});

const pageOf = async (id: string, who = owner) => (await who.get(`/admin/bookings/${id}`)).text();

const proposalsOf = (bookingId: string) =>
  world.application.deps.db
    .selectFrom('proposals')
    .selectAll()
    .where('bookingId', '=', bookingId)
    .orderBy('id')
    .execute();

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('a change of somebody else’s booking', () => {
  test('does not exist, on every route, and changes nothing', async () => {
    const id = await book();
    const before = await bookingRow(world, id);
    for (const person of [stranger, await operator(world)]) {
      for (const change of CHANGES) {
        const path = `/admin/bookings/${id}/${change}`;
        expect((await person.get(path)).status).toBe(404);
        const fields = { who: 'interviewer', note: 'mine', date: inDays(5), time: '12:00' };
        expect((await person.post(path, fields)).status).toBe(404);
      }
    }
    for (const made of ['nonsense', '00000000-0000-0000-0000-000000000000', '%00']) {
      for (const change of CHANGES) {
        expect((await owner.get(`/admin/bookings/${made}/${change}`)).status).toBe(404);
      }
    }
    expect(await bookingRow(world, id)).toEqual(before);
    expect(await proposalsOf(id)).toEqual([]);
  });
});

describe('canceling', () => {
  test('says first what goes back to whom, then gives all of it back, once, and tells both', async () => {
    const id = await book();
    const form = await (await owner.get(`/admin/bookings/${id}/cancellation`)).text();
    expect(form).toContain('Gets $150.00 back today');
    expect(form).toContain('Your earnings for this one: $0.');
    const presses = await Promise.all(
      [1, 2, 3].map(() => owner.post(`/admin/bookings/${id}/cancellation`, { note: 'I am ill. <b>' })),
    );
    for (const press of presses) {
      expect(press.status).toBe(303);
      expect(press.headers.get('location')).toBe(`/admin/bookings/${id}`);
    }
    expect(await bookingRow(world, id)).toMatchObject({
      state: 'cancelled',
      endReason: 'interviewer-cancelled',
      endNote: 'I am ill. <b>',
    });
    await until(async () => (await refundRows(world, id))[0]?.state === 'succeeded', { what: 'the refund' });
    expect(await refundRows(world, id)).toHaveLength(1);
    expect((await mailKinds(world, id)).filter((kind) => kind.startsWith('cancelled'))).toEqual([
      'cancelled-candidate',
      'cancelled-interviewer',
    ]);
    const html = await pageOf(id);
    expect(html).toContain('You canceled');
    expect(html).toContain('I am ill. &lt;b>');
    expect(html).toContain('Given back');
    expect(html).not.toContain('Change of plan?');
    expect(await (await owner.get('/admin')).text()).toContain('You canceled');
  });

  test('is refused for a session that is over, in words, and changes nothing', async () => {
    const id = await book();
    await letItPass(world, id);
    const response = await owner.post(`/admin/bookings/${id}/cancellation`, { note: '' });
    expect(response.status).toBe(409);
    expect(await response.text()).toContain('What is over can’t be canceled');
    expect((await bookingRow(world, id)).state).toBe('completed');
    expect(await refundRows(world, id)).toEqual([]);
  });

  test('keeps a note that is too long as typed, and cancels nothing', async () => {
    const id = await book();
    const response = await owner.post(`/admin/bookings/${id}/cancellation`, { note: 'x'.repeat(1001) });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('x'.repeat(1001));
    expect((await bookingRow(world, id)).state).toBe('confirmed');
  });

  test('comes as a dialog to a page that asks for one', async () => {
    const id = await book();
    const response = await owner.request(`/admin/bookings/${id}/cancellation`, {
      headers: { 'HX-Request': 'true', 'HX-Request-Type': 'partial' },
    });
    const html = await response.text();
    expect(html).toMatch(/^<dialog/);
    expect(html).toContain('Cancel and refund');
  });
});

describe('proposing another time', () => {
  test('reads the time on the interviewer’s own clock, and the newest takes the place of the one before', async () => {
    const id = await book();
    const first = { date: inDays(40), time: '10:00', message: 'A plane.' };
    expect((await owner.post(`/admin/bookings/${id}/proposal`, first)).status).toBe(303);
    expect((await owner.post(`/admin/bookings/${id}/proposal`, { ...first, time: '11:30' })).status).toBe(
      303,
    );
    const rows = await proposalsOf(id);
    expect(rows.map(({ answer }) => answer)).toEqual(['withdrawn', null]);
    // Lagos keeps UTC+1 all year.
    expect(rows[1]?.startsAt).toEqual(new Date(`${first.date}T10:30:00Z`));
    expect((await mailKinds(world, id)).filter((kind) => kind === 'proposal')).toHaveLength(2);
    const html = await pageOf(id);
    expect(html).toContain('Waits for an answer');
    expect(html).toContain('Taken back');
    expect(html).toContain('A plane.');
    expect((await bookingRow(world, id)).state).toBe('confirmed');
    expect(await (await owner.get('/admin')).text()).toContain('You proposed');
  });

  test('moves the session once the candidate says yes, and says so in the history', async () => {
    const id = await book();
    const start = new Date(await freeSlot(world, OWNER, 8));
    const lagos = new Date(start.getTime() + 3_600_000).toISOString();
    const typed = { date: lagos.slice(0, 10), time: lagos.slice(11, 16), message: '' };
    expect((await owner.post(`/admin/bookings/${id}/proposal`, typed)).status).toBe(303);
    expect(await answerProposal(world.application.deps, id, 'accepted')).toHaveProperty('booking');
    await until(async () => (await bookingRow(world, id)).startsAt.getTime() === start.getTime(), {
      what: 'the session moves',
    });
    const html = await pageOf(id);
    expect(html).toContain('Moved there');
    expect(html).toContain('Moved the session from');
  });

  test.each([
    [{ date: '', time: '10:00' }, 'A day is missing'],
    [{ date: inDays(-3), time: '10:00' }, 'That time has passed'],
    [{ date: inDays(20), time: '25:00' }, 'A time is missing'],
    [{ date: inDays(20), time: '10:00', message: 'x'.repeat(1001) }, 'more than 1,000 characters'],
  ])('%j is refused at its field, with everything kept', async (typed, words) => {
    const id = await book();
    const response = await owner.post(`/admin/bookings/${id}/proposal`, {
      message: 'Kept as typed',
      ...typed,
    });
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain(words);
    if (!('message' in typed)) expect(html).toContain('Kept as typed');
    expect(await proposalsOf(id)).toEqual([]);
  });

  test('is refused where the interviewer has another interview', async () => {
    const [id, other] = [await book(), await book('Ines Kowalczyk')];
    const { startsAt } = await bookingRow(world, other);
    const lagos = new Date(startsAt.getTime() + 3_600_000 + 30 * 60_000).toISOString();
    const response = await owner.post(`/admin/bookings/${id}/proposal`, {
      date: lagos.slice(0, 10),
      time: lagos.slice(11, 16),
    });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('You have another interview');
  });

  test('is refused for a session that was called off: its page says what is true', async () => {
    const id = await book();
    await owner.post(`/admin/bookings/${id}/cancellation`, {});
    const response = await owner.post(`/admin/bookings/${id}/proposal`, { date: inDays(20), time: '10:00' });
    expect(response.headers.get('location')).toBe(`/admin/bookings/${id}`);
    expect(await proposalsOf(id)).toEqual([]);
  });
});

test('what is behind is paged, and every row of history reads as a sentence', async () => {
  const id = await book();
  const html = await pageOf(id);
  expect(html).toContain('Picked the time.');
  expect(html).toContain('The calendar said yes, and the money was taken.');
  for (const technical of ['slot firm', 'checkout asked for', 'payment authorized']) {
    // The rows as they were written down are for the operator.
    expect(html).not.toContain(technical);
  }
  expect((await owner.get('/admin/past')).status).toBe(200);
  expect(await (await owner.get('/admin/past?page=999')).text()).toContain('Nothing further back');
  expect((await owner.get('/admin/past?page=-1e9')).status).toBe(200);
});
