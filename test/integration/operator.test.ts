import { beforeAll, describe, expect, test } from 'vitest';
import { Candidate } from '../support/candidate.ts';
import { deskCases } from '../support/desk-cases.ts';
import { inWorld } from '../support/in-world.ts';
import { bookingRow, confirmedBooking, interviewer, operator, refundRows } from '../support/panel.ts';
import { until } from '../support/until.ts';

// What the operator's desk shows, and to whom.

const OWNER = 'adaeze-okonkwo';
const NOBODY = '00000000-0000-0000-0000-000000000000';

const world = inWorld();
let desk: Candidate;
let member: Candidate;

beforeAll(async () => {
  [desk, member] = await Promise.all([operator(world), interviewer(world, OWNER)]);
});

const { addAlert, addClaim, addMail } = deskCases(() => world);
const db = () => world.application.deps.db;
const pageOf = async (id: string) => (await desk.get(`/operator/bookings/${id}`)).text();

async function addDelivery(lastError: string | null = 'Error: it broke'): Promise<string> {
  const row = await db()
    .insertInto('inbox')
    .values({
      source: 'stripe',
      externalId: `evt_${Math.random()}`,
      type: 'charge.made-up',
      payload: JSON.stringify({ data: { object: { id: '<script>' } } }),
      attempts: 2,
      lastError,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

describe('the desk', () => {
  test('is not there for interviewers, and asks visitors to sign in, on every route', async () => {
    const id = await confirmedBooking(world, OWNER);
    const [alert, mail, delivery] = [
      await addAlert(id),
      await addMail(id, { lastError: 'full' }),
      await addDelivery(),
    ];
    await addClaim(id);
    const before = await bookingRow(world, id);
    const reads = ['', '/bookings', '/inbox', '/repairs', `/bookings/${id}`, `/inbox/${delivery}`];
    const acts = [
      `/bookings/${id}/cancellation`,
      `/bookings/${id}/refund`,
      `/bookings/${id}/claim`,
      `/mails/${mail}/sending`,
      `/alerts/${alert}/resolution`,
      `/inbox/${delivery}/replay`,
    ];
    for (const path of [...reads, `/bookings/${id}/cancellation`]) {
      expect((await member.get(`/operator${path}`)).status, path).toBe(404);
      expect((await new Candidate(world).get(`/operator${path}`)).headers.get('location'), path).toMatch(
        /^\/admin\/sign-in/,
      );
    }
    for (const path of acts) {
      const fields = { decision: 'granted', note: '' };
      expect((await member.post(`/operator${path}`, fields)).status, path).toBe(404);
      const visitor = await new Candidate(world).post(`/operator${path}`, fields);
      expect(visitor.headers.get('location'), path).toMatch(/^\/admin\/sign-in/);
    }
    expect(await bookingRow(world, id)).toEqual(before);
    expect(await refundRows(world, id)).toEqual([]);
  });

  test('knows nothing of made-up ids', async () => {
    for (const id of ['nonsense', NOBODY, '%00']) {
      for (const path of [`/bookings/${id}`, `/inbox/${id}`, `/bookings/${id}/cancellation`]) {
        expect((await desk.get(`/operator${path}`)).status, path).toBe(404);
      }
      for (const path of [
        `/bookings/${id}/refund`,
        `/bookings/${id}/claim`,
        `/mails/${id}/sending`,
        `/alerts/${id}/resolution`,
        `/inbox/${id}/replay`,
      ]) {
        expect((await desk.post(`/operator${path}`, {})).status, path).toBe(404);
      }
    }
  });

  test('finds a booking by what is read out and by the address, and says when there is none', async () => {
    const id = await confirmedBooking(world, OWNER, { name: 'Findable Person' });
    const { reference } = await bookingRow(world, id);
    for (const q of [reference, reference.toLowerCase().slice(4), 'Findable.Person@example.com']) {
      const response = await desk.get(`/operator/bookings?q=${encodeURIComponent(q)}`);
      expect(response.headers.get('location'), q).toBe(`/operator/bookings/${id}`);
    }
    const none = await desk.get('/operator/bookings?q=508-NOPE');
    expect(none.status).toBe(200);
    expect(await none.text()).toContain('Nobody booked under “508-NOPE”.');
  });

  test('shows everything of a booking: money, mails, webhooks, ids, history', async () => {
    const id = await confirmedBooking(world, OWNER);
    const { paymentIntentId, calcomUid } = await bookingRow(world, id);
    const html = await pageOf(id);
    for (const text of [
      'Taken $150.00',
      'Candidate confirmation',
      'checkout.session.completed',
      'BOOKING_REQUESTED',
      String(paymentIntentId),
      calcomUid,
      'The calendar said yes, and the money was taken.',
    ]) {
      expect(html).toContain(text);
    }
  });
});

describe('the inbox', () => {
  test('shows what was not handled and what failed, and a delivery with its payload as text', async () => {
    const id = await addDelivery();
    for (const show of ['waiting', 'failed']) {
      expect(await (await desk.get(`/operator/inbox?show=${show}`)).text()).toContain(id);
    }
    const html = await (await desk.get(`/operator/inbox/${id}`)).text();
    expect(html).toContain('Error: it broke');
    expect(html).toContain('"data": {'.replaceAll('"', '&quot;'));
    expect(html).not.toContain('<script>"');
  });

  test('replays a delivery: it is handled, and tried once more', async () => {
    const id = await addDelivery();
    for (const _ of [1, 2]) {
      expect((await desk.post(`/operator/inbox/${id}/replay`, {})).headers.get('location')).toBe(
        `/operator/inbox/${id}`,
      );
    }
    await until(
      async () => {
        const row = await db().selectFrom('inbox').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
        return row.handledAt && row.lastError === null && row.attempts > 2;
      },
      { what: 'it is handled' },
    );
  });

  test('is paged: every delivery is on one page, once', async () => {
    for (let n = 0; n < 55; n++) await addDelivery(null);
    const seen: string[] = [];
    let path: string | undefined = '/operator/inbox';
    for (let pages = 0; path && pages < 20; pages++) {
      const html: string = await (await desk.get(path)).text();
      seen.push(
        ...[...html.matchAll(/href="\/operator\/inbox\/([0-9a-f-]{36})"/g)].map(([, one]) => one ?? ''),
      );
      path = /href="([^"]+)"[^>]*>Older/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    }
    const all = await db().selectFrom('inbox').select('id').execute();
    expect(seen).toHaveLength(new Set(seen).size);
    expect(new Set(seen)).toEqual(new Set(all.map(({ id }) => id)));
  });
});

test('repairs are counted by kind for a day and a week', async () => {
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
  await db().deleteFrom('repairs').execute();
  const kind = 'record-dispute';
  await db()
    .insertInto('repairs')
    .values([1, 23, 25, 24 * 6, 24 * 8].map((hours) => ({ at: hoursAgo(hours), kind, found: 'completed' })))
    .execute();
  const html = await (await desk.get('/operator/repairs')).text();
  expect(html).toMatch(/A dispute nobody told us of<\/th><td class="num">2<\/td><td class="num">4<\/td>/);
});
