import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { changeTimeZone } from '../../src/features/booking/commands.ts';
import { take } from '../../src/features/booking/deeds.ts';
import { reconcile } from '../../src/features/booking/jobs.ts';
import { lookAt } from '../../src/features/booking/look.ts';
import { oweMail } from '../../src/features/booking/mails.ts';
import { Candidate } from '../support/candidate.ts';
import { inWorld } from '../support/in-world.ts';
import { moneyOf } from '../support/stripe-state.ts';
import { until } from '../support/until.ts';

const CAMILA = 'camila-restrepo';

const world = inWorld();

const rowOf = (id: string) =>
  world.application.deps.db.selectFrom('bookings').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const inState = (id: string, state: string) =>
  until(async () => ((await rowOf(id)).state === state ? rowOf(id) : null), { what: `${id} is ${state}` });
/** Reconciles until the booking is as wanted: a round that meets the worker at the same booking passes by. */
const reconciled = (id: string, isThere: (row: Awaited<ReturnType<typeof rowOf>>) => boolean) =>
  until(
    async () => {
      await reconcile(world.application.deps);
      const row = await rowOf(id);
      return isThere(row) && row;
    },
    { what: `${id} is reconciled` },
  );
/** Moves the application's clock: put it back afterwards. */
async function letGoAfterHalfAnHour(id: string): Promise<void> {
  world.clock.advance(31);
  await reconciled(id, ({ state }) => state === 'released');
  await until(async () => (await moneyOf(world, id)).intents[0]?.status === 'canceled', {
    what: 'the money is let go',
  });
}
const mailsOf = async (id: string) => {
  const rows = await world.application.deps.db
    .selectFrom('mails')
    .select('kind')
    .where('bookingId', '=', id)
    .execute();
  return rows.map(({ kind }) => kind).sort();
};

/** The looks at a booking that were queued for at once, and how often each was tried again: the hold's end is none. */
async function looksAt(id: string): Promise<number[]> {
  const { rows } = await sql<{ retryCount: number }>`
    select retry_count from pgboss.job where name = 'booking.converge' and data->>'bookingId' = ${id}
    and start_after < now() + interval '1 minute'`.execute(world.application.deps.db);
  return rows.map(({ retryCount }) => retryCount);
}

/** The interviewer says no on cal.com itself. */
const decline = (uid: string) =>
  fetch(`${world.calcom.url}/v2/bookings/${uid}/decline`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer cal_sandbox_${CAMILA}`,
      'cal-api-version': '2026-02-25',
      'Content-Type': 'application/json',
    },
    body: '{"reason":"ill"}',
  });

/** A candidate with details given, about to pay. */
async function readyToPay(name: string): Promise<{ candidate: Candidate; id: string }> {
  const candidate = new Candidate(world, name);
  const id = await candidate.hold(CAMILA);
  await candidate.giveDetails(id);
  return { candidate, id };
}

describe('going to payment', () => {
  it('sets the hold once, to the end of the Checkout session and five minutes', async () => {
    const { candidate, id } = await readyToPay('Once Only');
    const session = await candidate.checkout(id);
    const first = await rowOf(id);
    const { sessions } = await moneyOf(world, id);
    expect(first.holdExpiresAt.getTime()).toBe((sessions[0]?.expires_at ?? 0) * 1000 + 5 * 60_000);
    world.clock.advance(3);
    expect(await candidate.checkout(id)).toBe(session);
    expect((await rowOf(id)).holdExpiresAt).toEqual(first.holdExpiresAt);
    world.clock.advance(-3);
  });

  it('scenario 6: opens one session for two tabs that press the button together', async () => {
    const { candidate, id } = await readyToPay('Two Tabs');
    const sessions = await Promise.all([candidate.checkout(id), candidate.checkout(id)]);
    expect(new Set(sessions).size).toBe(1);
    expect((await moneyOf(world, id)).sessions).toHaveLength(1);
  });

  it('leads both tabs to one session when Stripe is slow, the second one at its next press', async () => {
    const { candidate, id } = await readyToPay('Slow Tabs');
    const match = 'POST /v1/checkout/sessions';
    await world.stripe.post('faults', { api: { match, mode: 'slow', delayMs: 4_000, times: 1 } });
    const first = candidate.checkout(id);
    await until(async () => (await rowOf(id)).checkoutAttempt === 1, { what: 'the first tab asks' });
    const second = await candidate.post(`/bookings/${id}/payment`, {});
    const session = await first;
    expect(second.status === 503 || second.headers.get('location')?.includes(session)).toBe(true);
    expect(await candidate.checkout(id)).toBe(session);
    expect((await moneyOf(world, id)).sessions).toHaveLength(1);
  });

  it('scenario 20: keeps everything and says so when Stripe is down, and goes on when it is back', async () => {
    const { candidate, id } = await readyToPay('Stripe Down');
    await world.stripe.post('faults', { api: { match: 'POST /v1/checkout/sessions', mode: 'down' } });
    const refused = await candidate.post(`/bookings/${id}/payment`, {});
    expect(refused.status).toBe(503);
    expect(await refused.text()).toContain('Stripe');
    expect((await rowOf(id)).state).toBe('held');
    await world.stripe.clearFaults();
    expect(await candidate.checkout(id)).toMatch(/^cs_test_/);
  });

  it('leads to the details step when they were not given', async () => {
    const candidate = new Candidate(world, 'Skips Steps');
    const id = await candidate.hold(CAMILA);
    const answer = await candidate.post(`/bookings/${id}/payment`, {});
    expect(answer.headers.get('location')).toBe(`/bookings/${id}/details`);
    expect((await moneyOf(world, id)).sessions).toHaveLength(0);
  });

  it('refuses once the hold has run out, with a page that says what happened', async () => {
    const { candidate, id } = await readyToPay('Too Late');
    world.clock.advance(31);
    expect((await candidate.post(`/bookings/${id}/payment`, {})).status).toBe(410);
    expect((await candidate.get(`/bookings/${id}/details`)).status).toBe(410);
    world.clock.advance(-31);
  });
});

describe('after paying', () => {
  it('scenario 10: is finished by the webhook alone when the browser was closed', async () => {
    const { candidate, id } = await readyToPay('Closed Browser');
    await candidate.pay(await candidate.checkout(id));
    await inState(id, 'confirmed');
    expect(await looksAt(id), 'the delivery has it looked at').not.toEqual([]);
  });

  it('scenario 11: is finished by coming back to the thank-you page when the webhook is lost', async () => {
    const { candidate, id } = await readyToPay('Lost Webhook');
    await world.stripe.post('faults', { webhooks: { drop: true } });
    await candidate.pay(await candidate.checkout(id));
    expect((await rowOf(id)).state).toBe('checkout');
    // The round of each minute may have come by meanwhile.
    const before = (await looksAt(id)).length;
    expect((await candidate.get(`/bookings/${id}/thanks`)).status).toBe(200);
    expect(await looksAt(id), 'coming back has it looked at').toHaveLength(before + 1);
    await inState(id, 'confirmed');
  });

  it('scenario 11: is finished by the reconciler when nothing else comes', async () => {
    const { candidate, id } = await readyToPay('Nothing Comes');
    await world.stripe.post('faults', { webhooks: { drop: true } });
    await candidate.pay(await candidate.checkout(id));
    await reconciled(id, ({ state }) => state === 'confirmed');
  });

  it('scenario 12: confirms, captures and mails once when everything comes at once and five times', async () => {
    const { candidate, id } = await readyToPay('All At Once');
    await world.stripe.post('faults', { webhooks: { duplicate: 4, reorder: true } });
    await candidate.pay(await candidate.checkout(id));
    await Promise.all([
      candidate.get(`/bookings/${id}/thanks`),
      reconcile(world.application.deps),
      candidate.get(`/bookings/${id}/thanks`),
    ]);
    await inState(id, 'confirmed');
    await until(async () => (await world.mail.messages(candidate.email)).length > 0, { what: 'the mail' });
    await reconcile(world.application.deps);
    const { intents, captured } = await moneyOf(world, id);
    expect(intents).toHaveLength(1);
    expect(captured).toBe(120_00);
    expect(await mailsOf(id)).toEqual(['candidate-confirmation', 'interviewer-notice']);
    expect(await world.mail.messages(candidate.email)).toHaveLength(1);
  });

  it('scenario 12: a mail that is owed once more for the same occasion is not sent once more', async () => {
    const { candidate, id } = await readyToPay('Told Once');
    await candidate.pay(await candidate.checkout(id));
    await inState(id, 'confirmed');
    const { deps } = world.application;
    await deps.db.transaction().execute((db) => oweMail(deps, db, { id }, 'candidate-confirmation'));
    expect(await mailsOf(id)).toEqual(['candidate-confirmation', 'interviewer-notice']);
    const allSent = async () => {
      const waiting = deps.db.selectFrom('mails').select('id').where('bookingId', '=', id);
      return (await waiting.where('sentAt', 'is', null).execute()).length === 0;
    };
    await until(allSent, { what: 'what is owed was sent' });
    expect(await world.mail.messages(candidate.email)).toHaveLength(1);
  });

  it('scenario 12: a step that was decided on an older row is not taken on a newer one', async () => {
    const { deps } = world.application;
    const { id } = await readyToPay('Changed Meanwhile');
    const facts = await lookAt(deps, id);
    if (!facts) throw new Error('There is no such booking.');
    await changeTimeZone(deps, id, 'Asia/Tokyo');
    await take(deps, facts, { do: 'give-up', event: 'hold-expired', reason: 'hold-expired' });
    expect((await rowOf(id)).state).toBe('held');
    const now = { ...facts, booking: (await lookAt(deps, id))?.booking ?? facts.booking };
    await take(deps, now, { do: 'give-up', event: 'hold-expired', reason: 'hold-expired' });
    expect((await rowOf(id)).state).toBe('expired');
  });

  it('scenario 18: takes "already confirmed" for a yes when cal.com did it but its answer was lost', async () => {
    const { candidate, id } = await readyToPay('Lost Answer');
    await world.calcom.post('faults', {
      api: { match: 'POST .*/confirm$', mode: 'drop-after-commit', times: 1 },
    });
    await candidate.pay(await candidate.checkout(id));
    await inState(id, 'confirmed');
  });

  it('scenario 19: captures once when Stripe did it but answered 500', async () => {
    const { candidate, id } = await readyToPay('Lost Capture');
    const match = 'POST /v1/payment_intents/…/capture';
    await world.stripe.post('faults', { api: { match, mode: '500-after-commit', times: 1 } });
    await candidate.pay(await candidate.checkout(id));
    await inState(id, 'confirmed');
    expect((await moneyOf(world, id)).captured).toBe(120_00);
  });

  it('scenario 19: captures when Stripe kept a 500 that did nothing: the next try has a key of its own', async () => {
    const { candidate, id } = await readyToPay('Kept Failure');
    const match = 'POST /v1/payment_intents/…/capture';
    await world.stripe.post('faults', { api: { match, mode: '500-kept', times: 1 } });
    await candidate.pay(await candidate.checkout(id));
    await inState(id, 'confirmed');
    expect((await moneyOf(world, id)).captured).toBe(120_00);
  });

  it('scenario 19: captures although it failed at first and no other signal comes: the job itself comes back', async () => {
    const { candidate, id } = await readyToPay('One Signal');
    const match = 'POST /v1/payment_intents/…/capture';
    const api = { match, mode: '500-kept', times: 1 };
    await world.stripe.post('faults', { api, webhooks: { drop: true } });
    await world.calcom.post('faults', { webhooks: { drop: true } });
    await candidate.pay(await candidate.checkout(id));
    await candidate.get(`/bookings/${id}/thanks`);
    await until(async () => (await looksAt(id))[0] === 1, { what: 'the job is tried again' });
    await inState(id, 'confirmed');
    expect((await moneyOf(world, id)).captured).toBe(120_00);
  });

  it('scenario 14: lets the money go when the interviewer declined the slot, tells the candidate and the operator', async () => {
    const { candidate, id } = await readyToPay('Slot Gone');
    const session = await candidate.checkout(id);
    const { calcomUid } = await rowOf(id);
    await decline(calcomUid);
    await candidate.pay(session);
    await inState(id, 'released');
    await until(async () => (await moneyOf(world, id)).intents[0]?.status === 'canceled', {
      what: 'the money is let go',
    });
    expect((await moneyOf(world, id)).captured).toBe(0);
    const [mail] = await until(async () => {
      const mails = await world.mail.messages(candidate.email);
      return mails.length > 0 && mails;
    });
    expect(mail?.text).toContain('We keep none of it.');
    const alerts = await world.application.deps.db
      .selectFrom('alerts')
      .selectAll()
      .where('bookingId', '=', id)
      .execute();
    expect(alerts).toHaveLength(1);
  });

  it('gives back, once and in full, money that was captured for a slot that is gone, and comes to rest', async () => {
    const { candidate, id } = await readyToPay('Captured For Nothing');
    const session = await candidate.checkout(id);
    await world.stripe.post('faults', { webhooks: { drop: true } });
    await candidate.pay(session);
    // As a process would leave it that died after the capture, with the host declining just then.
    const { calcomUid, priceCents } = await rowOf(id);
    const intent = (await moneyOf(world, id)).intents[0]?.id ?? '';
    await world.application.deps.payments.capture(id, intent, 1);
    await decline(calcomUid);
    expect((await moneyOf(world, id)).captured).toBe(priceCents);
    const row = await reconciled(id, ({ calendarReleasedAt }) => calendarReleasedAt !== null);
    expect(row).toMatchObject({ state: 'released', endReason: 'slot-refused' });
    await reconcile(world.application.deps);
    const { refunds } = await moneyOf(world, id);
    expect(refunds.map(({ amount, status }) => [amount, status])).toEqual([[priceCents, 'succeeded']]);
    expect(await mailsOf(id)).toEqual(['apology', 'operator-alert']);
  });

  it('scenario 17: stops waiting for cal.com after half an hour, lets the money go, and declines the slot when it is back', async () => {
    const { candidate, id } = await readyToPay('Calendar Down');
    const session = await candidate.checkout(id);
    const { calcomUid } = await rowOf(id);
    await world.calcom.post('faults', { api: { match: '/v2/bookings', mode: '500-before' } });
    await candidate.pay(session);
    await inState(id, 'authorised');
    await letGoAfterHalfAnHour(id);
    expect((await rowOf(id)).calendarReleasedAt).toBeNull();
    await world.calcom.clearFaults();
    world.clock.advance(-31);
    await reconciled(id, ({ calendarReleasedAt }) => calendarReleasedAt !== null);
    const { bookings } = await world.calcom.state();
    expect(bookings.find(({ uid }) => uid === calcomUid)?.status).toBe('rejected');
  });

  it('lets the money go after half an hour where the calendar’s key is no longer ours to open', async () => {
    const { candidate, id } = await readyToPay('Key Lost');
    const session = await candidate.checkout(id);
    const { calcomConnectionId } = await rowOf(id);
    const connections = () =>
      world.application.deps.db.updateTable('calcomConnections').where('id', '=', calcomConnectionId);
    const { apiKeySealed } = await world.application.deps.db
      .selectFrom('calcomConnections')
      .select('apiKeySealed')
      .where('id', '=', calcomConnectionId)
      .executeTakeFirstOrThrow();
    await connections()
      .set({ apiKeySealed: Buffer.alloc(60, 7) })
      .execute();
    await candidate.pay(session);
    await inState(id, 'authorised');
    await letGoAfterHalfAnHour(id);
    await connections().set({ apiKeySealed }).execute();
    world.clock.advance(-31);
  });
});

describe('mails', () => {
  it('scenario 33: wait for the mail server and are sent once it is back; the booking stands meanwhile', async () => {
    await world.mail.post('faults', { mode: 'reject-temporary', times: 2 });
    const { candidate, id } = await readyToPay('Mail Down');
    await candidate.pay(await candidate.checkout(id));
    await inState(id, 'confirmed');
    await until(async () => (await world.mail.messages(candidate.email)).length === 1, {
      what: 'the mail came after all',
      seconds: 20,
    });
  });
});
