import { beforeAll, describe, expect, test } from 'vitest';
import { refuseRefund, tryRefund } from '../../src/features/booking/money.ts';
import { anyBooking } from '../../src/features/booking/record.ts';
import { historyRows } from '../../src/features/booking/record-queries.ts';
import { refundsOf } from '../../src/features/booking/refund-queries.ts';
import type { Candidate } from '../support/candidate.ts';
import { deskCases } from '../support/desk-cases.ts';
import { inWorld } from '../support/in-world.ts';
import {
  bookingRow,
  confirmedBooking,
  letItPass,
  mailKinds,
  operator,
  refundRows,
} from '../support/panel.ts';
import { until } from '../support/until.ts';

// What an operator does at the desk: each action once, twice, and too late.

const OWNER = 'adaeze-okonkwo';

const world = inWorld();
let desk: Candidate;

beforeAll(async () => {
  desk = await operator(world);
});

const { addAlert, addClaim, addMail } = deskCases(() => world);
const db = () => world.application.deps.db;
const pageOf = async (id: string) => (await desk.get(`/operator/bookings/${id}`)).text();

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

  test('calls a booking off while a look at it is under way: the history still goes from state to state', async () => {
    const id = await confirmedBooking(world, OWNER);
    const { deps } = world.application;
    const seen = await anyBooking(deps.db, id);
    await desk.post(`/operator/bookings/${id}/cancellation`, {});
    const [refund] = await refundsOf(deps.db, id);
    const intentId = (await bookingRow(world, id)).paymentIntentId;
    if (!seen || !refund || !intentId) throw new Error('It was not called off with its money');
    expect(seen.state).toBe('confirmed');
    await tryRefund(deps, seen, refund, intentId);
    await refuseRefund(deps, seen, refund, 'nothing-left');
    const written = await historyRows(deps.db, id);
    expect(written.map(({ reason }) => reason)).toContain('refund not made: nothing-left');
    for (const [n, { fromState }] of written.entries()) {
      expect(fromState).toBe(written[n - 1]?.toState ?? null);
    }
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
