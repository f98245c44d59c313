import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { Candidate } from '../support/candidate.ts';
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
import { startWorld, type World } from '../support/world.ts';

// The operator's desk: each action once, twice, and by those it is not for.

const OWNER = 'adaeze-okonkwo';
const NOBODY = '00000000-0000-0000-0000-000000000000';

let world: World;
let desk: Candidate;
let member: Candidate;

beforeAll(async () => {
  world = await startWorld(inject('postgres'));
  [desk, member] = await Promise.all([operator(world), interviewer(world, OWNER)]);
});
afterAll(() => world?.stop());

const db = () => world.application.deps.db;
const pageOf = async (id: string) => (await desk.get(`/operator/bookings/${id}`)).text();

async function addAlert(bookingId: string, kind = 'refund-failed'): Promise<string> {
  const row = await db()
    .insertInto('alerts')
    .values({ bookingId, kind, message: 'Somebody has to look.' })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

async function addClaim(bookingId: string): Promise<void> {
  await letItPass(world, bookingId);
  await db()
    .insertInto('claims')
    .values({
      bookingId,
      kind: 'not-worth-it',
      reason: 'Cut <short>',
      state: 'queued',
      claimedAt: new Date(),
    })
    .execute();
}

async function addMail(bookingId: string, more: { lastError?: string; sentAt?: Date } = {}): Promise<string> {
  const row = await db()
    .insertInto('mails')
    .values({ bookingId, kind: 'read-receipt', occasion: String(Math.random()), attempts: 1, ...more })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

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

describe('the operator', () => {
  test('calls a booking off once: all of it goes back and both are told', async () => {
    const id = await confirmedBooking(world, OWNER);
    expect(await (await desk.get(`/operator/bookings/${id}/cancellation`)).text()).toContain(
      'Gets $150.00 back',
    );
    for (const _ of [1, 2]) {
      const response = await desk.post(`/operator/bookings/${id}/cancellation`, { note: 'A fire drill.' });
      expect(response.headers.get('location')).toBe(`/operator/bookings/${id}`);
    }
    expect(await bookingRow(world, id)).toMatchObject({
      state: 'cancelled',
      endReason: 'operator-cancelled',
    });
    await until(async () => (await refundRows(world, id))[0]?.state === 'succeeded', { what: 'the refund' });
    expect(await refundRows(world, id)).toMatchObject([{ cause: 'operator', amountCents: 150_00 }]);
    expect((await mailKinds(world, id)).filter((kind) => kind.startsWith('cancelled'))).toHaveLength(2);
    await until(async () => (await pageOf(id)).includes('given back $150.00'), { what: 'Stripe has told' });
  });

  test('can’t call off what is over, and is told what to do instead', async () => {
    const id = await confirmedBooking(world, OWNER);
    await letItPass(world, id);
    const response = await desk.post(`/operator/bookings/${id}/cancellation`, {});
    expect(response.status).toBe(409);
    expect(await response.text()).toContain('Give the money back');
    expect(await refundRows(world, id)).toEqual([]);
  });

  test('gives the money back once, however often the key is pressed, and again only after it failed', async () => {
    const id = await confirmedBooking(world, OWNER);
    await letItPass(world, id);
    expect(await pageOf(id)).toContain('Give it back');
    await Promise.all([1, 2, 3].map(() => desk.post(`/operator/bookings/${id}/refund`, {})));
    expect(await refundRows(world, id)).toHaveLength(1);
    await until(async () => (await bookingRow(world, id)).refundedCents === 150_00, {
      what: 'Stripe has told',
    });
    await desk.post(`/operator/bookings/${id}/refund`, {});
    expect(await refundRows(world, id)).toHaveLength(1);
    expect(await pageOf(id)).not.toContain('Give it back');

    const failed = await confirmedBooking(world, OWNER);
    await letItPass(world, failed);
    await db()
      .insertInto('refunds')
      .values({
        bookingId: failed,
        attempt: 1,
        cause: 'guarantee',
        amountCents: 150_00,
        currency: 'usd',
        state: 'failed',
        problem: 'the bank sent it back',
        requestedBy: 'candidate',
        requestedAt: new Date(),
      })
      .execute();
    const html = await pageOf(failed);
    expect(html).toContain('Try again');
    expect(html).toContain('the bank sent it back');
    await desk.post(`/operator/bookings/${failed}/refund`, {});
    await until(async () => (await refundRows(world, failed))[1]?.state === 'succeeded', {
      what: 'it is made',
    });
  });

  test('gives the money back, and the candidate has one mail of it, with the amount', async () => {
    const id = await confirmedBooking(world, OWNER);
    await letItPass(world, id);
    await Promise.all([1, 2].map(() => desk.post(`/operator/bookings/${id}/refund`, {})));
    const { candidateEmail } = await bookingRow(world, id);
    const ofIt = async () =>
      (await world.mail.messages(candidateEmail)).filter(
        ({ subject, text }) => subject.startsWith('Your money back') && text.includes(`/bookings/${id}`),
      );
    const [mail] = await until(async () => ((await ofIt()).length > 0 ? ofIt() : null), { what: 'the mail' });
    expect(mail?.text).toContain('A person at the co-op looked at your booking and sent it.');
    expect(mail?.text).toContain('All $150 goes back to the card you paid with.');
    expect(await ofIt()).toHaveLength(1);
    expect((await mailKinds(world, id)).filter((kind) => kind === 'refunded')).toHaveLength(1);
  });

  test('gives nothing back while the bank is taking it', async () => {
    const id = await confirmedBooking(world, OWNER);
    await letItPass(world, id);
    await db()
      .insertInto('disputes')
      .values({
        id: `dp_${id}`,
        bookingId: id,
        status: 'needs_response',
        reason: 'product_not_received',
        amountCents: 150_00,
        openedAt: new Date(),
      })
      .execute();
    const html = await pageOf(id);
    expect(html).toContain('needs response');
    expect(html).not.toContain('Give it back');
    await desk.post(`/operator/bookings/${id}/refund`, {});
    expect(await refundRows(world, id)).toEqual([]);
  });

  test('grants a claim that waits once; the first decision holds', async () => {
    const id = await confirmedBooking(world, OWNER, { name: 'Lena Fischer' });
    await addClaim(id);
    const alert = await addAlert(id, 'claim-queued');
    expect(await (await desk.get('/operator')).text()).toContain('Lena Fischer wants $150 back.');
    expect(await pageOf(id)).toContain('Cut &lt;short>');
    for (const decision of ['granted', 'declined', 'granted']) {
      expect((await desk.post(`/operator/bookings/${id}/claim`, { decision })).status).toBe(303);
    }
    await until(async () => (await refundRows(world, id))[0]?.state === 'succeeded', { what: 'the refund' });
    expect(await refundRows(world, id)).toHaveLength(1);
    expect((await mailKinds(world, id)).filter((kind) => kind.startsWith('claim'))).toEqual([
      'claim-granted',
      'claim-notice',
    ]);
    const settled = await db()
      .selectFrom('alerts')
      .selectAll()
      .where('id', '=', alert)
      .executeTakeFirstOrThrow();
    expect(settled.resolvedBy).toBe('operator@demo.508.test');
    expect(await pageOf(id)).toContain('by operator@demo.508.test');
  });

  test('declines a claim: nothing goes back, and a decision has to be one', async () => {
    const id = await confirmedBooking(world, OWNER);
    await addClaim(id);
    expect((await desk.post(`/operator/bookings/${id}/claim`, { decision: 'maybe' })).status).toBe(400);
    await desk.post(`/operator/bookings/${id}/claim`, { decision: 'declined' });
    expect(await refundRows(world, id)).toEqual([]);
    expect(await mailKinds(world, id)).toContain('claim-declined');
  });

  test('deals with an alert once: who did so first is kept', async () => {
    const id = await confirmedBooking(world, OWNER);
    const alert = await addAlert(id);
    const read = () =>
      db().selectFrom('alerts').selectAll().where('id', '=', alert).executeTakeFirstOrThrow();
    const response = await desk.post(`/operator/alerts/${alert}/resolution`, { back: 'booking' });
    expect(response.headers.get('location')).toBe(`/operator/bookings/${id}`);
    const first = await read();
    expect(first).toMatchObject({ resolvedBy: 'operator@demo.508.test' });
    await desk.post(`/operator/alerts/${alert}/resolution`, {});
    expect(await read()).toEqual(first);
    expect(await pageOf(id)).toContain('Dealt with by operator@demo.508.test');
  });

  test('sends a mail again that did not go out, and no other', async () => {
    const id = await confirmedBooking(world, OWNER);
    const failed = await addMail(id, { lastError: 'mailbox full' });
    const sent = await addMail(id, { sentAt: new Date('2026-01-01T00:00:00Z') });
    expect(await pageOf(id)).toContain('mailbox full');
    for (const mail of [failed, sent]) {
      expect((await desk.post(`/operator/mails/${mail}/sending`, {})).status).toBe(303);
    }
    const read = (mail: string) =>
      db().selectFrom('mails').selectAll().where('id', '=', mail).executeTakeFirstOrThrow();
    await until(async () => (await read(failed)).sentAt, { what: 'it goes out' });
    expect((await read(sent)).attempts).toBe(1);
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
