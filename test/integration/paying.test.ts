import { describe, expect, it } from 'vitest';
import { changeTimeZone } from '../../src/features/booking/commands.ts';
import { take } from '../../src/features/booking/deeds.ts';
import { reconcile } from '../../src/features/booking/jobs.ts';
import { lookAt } from '../../src/features/booking/look.ts';
import { oweMail } from '../../src/features/booking/mails.ts';
import { bookingsOf } from '../support/booked.ts';
import { inWorld } from '../support/in-world.ts';
import { dueWithin, jobsAbout } from '../support/queue.ts';
import { moneyOf } from '../support/stripe-state.ts';
import { until } from '../support/until.ts';

const CAMILA = 'camila-restrepo';

const world = inWorld();

const on = bookingsOf(() => world);
const ready = (name: string) => on.unpaid(CAMILA, name);
const decline = (uid: string) => on.asHost(CAMILA, `${uid}/decline`, { reason: 'ill' });

/** Moves the application's clock: put it back afterwards. */
async function letGoAfterHalfAnHour(id: string): Promise<void> {
  world.clock.advance(31);
  await on.reconciled(id, ({ state }) => state === 'released');
  await on.moneyLetGo(id);
}

/** The looks at a booking that were queued for at once, and how often each was tried again: the hold's end is none. */
async function looksAt(id: string): Promise<number[]> {
  const jobs = await jobsAbout(world, { bookingId: id });
  const looks = jobs.filter(({ name }) => name === 'booking.converge').filter(dueWithin(1));
  return looks.map(({ retryCount }) => retryCount);
}

describe('after paying', () => {
  it('scenario 10: is finished by the webhook alone when the browser was closed', async () => {
    const { id } = await on.paid(CAMILA, 'Closed Browser');
    await on.inState(id, 'confirmed');
    expect(await looksAt(id), 'the delivery has it looked at').not.toEqual([]);
  });

  it('scenario 11: is finished by coming back to the thank-you page when the webhook is lost', async () => {
    const { candidate, id } = await ready('Lost Webhook');
    await world.stripe.post('faults', { webhooks: { drop: true } });
    await candidate.pay(await candidate.checkout(id));
    expect((await on.rowOf(id)).state).toBe('checkout');
    // The round of each minute may have come by meanwhile.
    const before = (await looksAt(id)).length;
    expect((await candidate.get(`/bookings/${id}/thanks`)).status).toBe(200);
    expect(await looksAt(id), 'coming back has it looked at').toHaveLength(before + 1);
    await on.inState(id, 'confirmed');
  });

  it('scenario 11: is finished by the reconciler when nothing else comes', async () => {
    const { candidate, id } = await ready('Nothing Comes');
    await world.stripe.post('faults', { webhooks: { drop: true } });
    await candidate.pay(await candidate.checkout(id));
    await on.reconciled(id, ({ state }) => state === 'confirmed');
  });

  it('scenario 12: confirms, captures and mails once when everything comes at once and five times', async () => {
    const { candidate, id } = await ready('All At Once');
    await world.stripe.post('faults', { webhooks: { duplicate: 4, reorder: true } });
    await candidate.pay(await candidate.checkout(id));
    await Promise.all([
      candidate.get(`/bookings/${id}/thanks`),
      reconcile(world.application.deps),
      candidate.get(`/bookings/${id}/thanks`),
    ]);
    await on.inState(id, 'confirmed');
    await until(async () => (await world.mail.messages(candidate.email)).length > 0, { what: 'the mail' });
    await reconcile(world.application.deps);
    const { intents, captured } = await moneyOf(world, id);
    expect(intents).toHaveLength(1);
    expect(captured).toBe(120_00);
    expect(await on.mailsOf(id)).toEqual(['candidate-confirmation', 'interviewer-notice']);
    expect(await world.mail.messages(candidate.email)).toHaveLength(1);
  });

  it('scenario 12: a mail that is owed once more for the same occasion is not sent once more', async () => {
    const { candidate, id } = await on.paid(CAMILA, 'Told Once');
    await on.inState(id, 'confirmed');
    const { deps } = world.application;
    await deps.db.transaction().execute((db) => oweMail(deps, db, { id }, 'candidate-confirmation'));
    expect(await on.mailsOf(id)).toEqual(['candidate-confirmation', 'interviewer-notice']);
    const allSent = async () => {
      const waiting = deps.db.selectFrom('mails').select('id').where('bookingId', '=', id);
      return (await waiting.where('sentAt', 'is', null).execute()).length === 0;
    };
    await until(allSent, { what: 'what is owed was sent' });
    expect(await world.mail.messages(candidate.email)).toHaveLength(1);
  });

  it('scenario 12: a step that was decided on an older row is not taken on a newer one', async () => {
    const { deps } = world.application;
    const { id } = await ready('Changed Meanwhile');
    const facts = await lookAt(deps, id);
    if (!facts) throw new Error('There is no such booking.');
    await changeTimeZone(deps, id, 'Asia/Tokyo');
    await take(deps, facts, { do: 'give-up', event: 'hold-expired', reason: 'hold-expired' });
    expect((await on.rowOf(id)).state).toBe('held');
    const now = { ...facts, booking: (await lookAt(deps, id))?.booking ?? facts.booking };
    await take(deps, now, { do: 'give-up', event: 'hold-expired', reason: 'hold-expired' });
    expect((await on.rowOf(id)).state).toBe('expired');
  });

  it('scenario 18: takes "already confirmed" for a yes when cal.com did it but its answer was lost', async () => {
    const { candidate, id } = await ready('Lost Answer');
    await world.calcom.post('faults', {
      api: { match: 'POST .*/confirm$', mode: 'drop-after-commit', times: 1 },
    });
    await candidate.pay(await candidate.checkout(id));
    await on.inState(id, 'confirmed');
  });

  it('scenario 19: captures once when Stripe did it but answered 500', async () => {
    const { candidate, id } = await ready('Lost Capture');
    const match = 'POST /v1/payment_intents/…/capture';
    await world.stripe.post('faults', { api: { match, mode: '500-after-commit', times: 1 } });
    await candidate.pay(await candidate.checkout(id));
    await on.inState(id, 'confirmed');
    expect((await moneyOf(world, id)).captured).toBe(120_00);
  });

  it('scenario 19: captures when Stripe kept a 500 that did nothing: the next try has a key of its own', async () => {
    const { candidate, id } = await ready('Kept Failure');
    const match = 'POST /v1/payment_intents/…/capture';
    await world.stripe.post('faults', { api: { match, mode: '500-kept', times: 1 } });
    await candidate.pay(await candidate.checkout(id));
    await on.inState(id, 'confirmed');
    expect((await moneyOf(world, id)).captured).toBe(120_00);
  });

  it('scenario 19: captures although it failed at first and no other signal comes: the job itself comes back', async () => {
    const { candidate, id } = await ready('One Signal');
    const match = 'POST /v1/payment_intents/…/capture';
    const api = { match, mode: '500-kept', times: 1 };
    await world.stripe.post('faults', { api, webhooks: { drop: true } });
    await world.calcom.post('faults', { webhooks: { drop: true } });
    await candidate.pay(await candidate.checkout(id));
    await candidate.get(`/bookings/${id}/thanks`);
    await until(async () => (await looksAt(id))[0] === 1, { what: 'the job is tried again' });
    await on.inState(id, 'confirmed');
    expect((await moneyOf(world, id)).captured).toBe(120_00);
  });

  it('scenario 14: lets the money go when the interviewer declined the slot, tells the candidate and the operator', async () => {
    const { candidate, id, session } = await on.atStripe(CAMILA, 'Slot Gone');
    const { calcomUid } = await on.rowOf(id);
    await decline(calcomUid);
    await candidate.pay(session);
    await on.inState(id, 'released');
    await on.moneyLetGo(id);
    expect((await moneyOf(world, id)).captured).toBe(0);
    const [mail] = await until(async () => {
      const mails = await world.mail.messages(candidate.email);
      return mails.length > 0 && mails;
    });
    expect(mail?.text).toContain('We keep none of it.');
    expect(await on.alertsOf(id)).toHaveLength(1);
  });

  it('gives back, once and in full, money that was captured for a slot that is gone, and comes to rest', async () => {
    const { candidate, id, session } = await on.atStripe(CAMILA, 'Captured For Nothing');
    await world.stripe.post('faults', { webhooks: { drop: true } });
    await candidate.pay(session);
    // As a process would leave it that died after the capture, with the host declining just then.
    const { calcomUid, priceCents } = await on.rowOf(id);
    const intent = (await moneyOf(world, id)).intents[0]?.id ?? '';
    await world.application.deps.payments.capture(id, intent, 1);
    await decline(calcomUid);
    expect((await moneyOf(world, id)).captured).toBe(priceCents);
    const row = await on.reconciled(id, ({ calendarReleasedAt }) => calendarReleasedAt !== null);
    expect(row).toMatchObject({ state: 'released', endReason: 'slot-refused' });
    await reconcile(world.application.deps);
    const { refunds } = await moneyOf(world, id);
    expect(refunds.map(({ amount, status }) => [amount, status])).toEqual([[priceCents, 'succeeded']]);
    expect(await on.mailsOf(id)).toEqual(['apology', 'operator-alert']);
  });

  it('scenario 17: stops waiting for cal.com after half an hour, lets the money go, and declines the slot when it is back', async () => {
    const { candidate, id, session } = await on.atStripe(CAMILA, 'Calendar Down');
    const { calcomUid } = await on.rowOf(id);
    await world.calcom.post('faults', { api: { match: '/v2/bookings', mode: '500-before' } });
    await candidate.pay(session);
    await on.inState(id, 'authorised');
    await letGoAfterHalfAnHour(id);
    expect((await on.rowOf(id)).calendarReleasedAt).toBeNull();
    await world.calcom.clearFaults();
    world.clock.advance(-31);
    await on.reconciled(id, ({ calendarReleasedAt }) => calendarReleasedAt !== null);
    const { bookings } = await world.calcom.state();
    expect(bookings.find(({ uid }) => uid === calcomUid)?.status).toBe('rejected');
  });

  it('lets the money go after half an hour where the calendar’s key is no longer ours to open', async () => {
    const { candidate, id, session } = await on.atStripe(CAMILA, 'Key Lost');
    const { calcomConnectionId } = await on.rowOf(id);
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
    await on.inState(id, 'authorised');
    await letGoAfterHalfAnHour(id);
    await connections().set({ apiKeySealed }).execute();
    world.clock.advance(-31);
  });
});

describe('mails', () => {
  it('scenario 33: wait for the mail server and are sent once it is back; the booking stands meanwhile', async () => {
    await world.mail.post('faults', { mode: 'reject-temporary', times: 2 });
    const { candidate, id } = await on.paid(CAMILA, 'Mail Down');
    await on.inState(id, 'confirmed');
    await until(async () => (await world.mail.messages(candidate.email)).length === 1, {
      what: 'the mail came after all',
    });
  });
});
