import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { bookingsOf } from '../support/booked.ts';
import { deliveriesTo, signed } from '../support/deliveries.ts';
import { inWorld } from '../support/in-world.ts';
import { jobsAbout, queueAtRest } from '../support/queue.ts';
import { moneyOf } from '../support/stripe-state.ts';
import { until } from '../support/until.ts';

const INTERVIEWER = 'mara-lindqvist';
const OTHER = 'ruth-mwangi';

const world = inWorld();

const db = () => world.application.deps.db;
const on = bookingsOf(() => world);
const { rowOf } = on;
const { stripeEvent, stripeSignature, toStripe, calcomEvent, toCalcom, connectionOf } = deliveriesTo(
  () => world,
);
const restingBookings = async () => {
  await queueAtRest(world);
  return db().selectFrom('bookings').selectAll().orderBy('id').execute();
};
const stored = (source: 'stripe' | 'calcom', type: string) =>
  db().selectFrom('inbox').selectAll().where('source', '=', source).where('type', '=', type).execute();
const handled = (source: 'stripe' | 'calcom', type: string) =>
  until(
    async () => {
      const rows = await stored(source, type);
      return rows.length > 0 && rows.every((row) => row.handledAt) && rows;
    },
    { what: `${type} is handled` },
  );

describe('an event from Stripe', () => {
  it('with a bad or missing signature, or an old one, is refused and stored nowhere', async () => {
    const body = stripeEvent('forged.event');
    const good = stripeSignature(body);
    const signatures: [string, string | null][] = [
      ['none', null],
      ['empty', ''],
      ['nonsense', 'nonsense'],
      ['of another secret', stripeSignature(body, { secret: 'whsec_somebody_elses' })],
      ['of another body', stripeSignature(stripeEvent('forged.event'))],
      ['without its time', good.replace(/^t=\d+,/, '')],
      ['with its time moved', good.replace(/^t=\d+/, `t=${Math.floor(Date.now() / 1000) - 1}`)],
      ['of an older scheme', good.replace('v1=', 'v0=')],
      ['six minutes old', stripeSignature(body, { secondsAgo: 360 })],
      ['cut short', good.slice(0, -1)],
      ['not in ASCII', `${good.slice(0, -1)}é`],
    ];
    for (const [what, signature] of signatures) {
      expect((await toStripe(body, signature)).status, what).toBe(401);
    }
    expect((await toStripe(`${body} `, good)).status, 'a body changed by a blank').toBe(401);
    expect(await stored('stripe', 'forged.event')).toEqual([]);
  });

  it('that is signed but no event is refused, not stumbled over', async () => {
    for (const body of ['', '{', 'null', '[]', '"event"', '{}', '{"object":"event"}']) {
      expect((await toStripe(body)).status, body).toBe(401);
    }
  });

  it('scenario 13: is stored once, however often it comes, also all at once', async () => {
    const body = stripeEvent('repeated.event');
    const answers = await Promise.all(Array.from({ length: 10 }, () => toStripe(body)));
    answers.push(await toStripe(body, stripeSignature(body, { secondsAgo: 60 })));
    expect(answers.map(({ status }) => status)).toEqual(Array(11).fill(200));
    const [row, ...more] = await handled('stripe', 'repeated.event');
    expect(more).toEqual([]);
    expect(row).toMatchObject({ attempts: 1, lastError: null });
    const text = sql<string>`payload::text`.as('text');
    const kept = await db().selectFrom('inbox').select(text).where('type', '=', 'repeated.event').execute();
    expect(kept.map((each) => JSON.parse(each.text))).toEqual([JSON.parse(body)]);
  });

  it.each([
    ['an unknown type', 'unheard.of', {}],
    ['a booking nobody knows', 'checkout.session.completed', { booking: crypto.randomUUID() }],
    ['a booking that is no id', 'payment_intent.succeeded', { booking: '../../etc/passwd' }],
    ['no booking', 'payment_intent.canceled', {}],
  ])('scenario 22: of %s is answered, stored and handled, and changes nothing', async (_what, type, more) => {
    const before = await restingBookings();
    const body = stripeEvent(type, more);
    expect((await toStripe(body)).status).toBe(200);
    await handled('stripe', type);
    expect(await restingBookings()).toEqual(before);
  });

  it('scenario 22: of live mode is answered and stored on a test deployment, and changes nothing', async () => {
    const { candidate, id, session } = await on.atStripe(INTERVIEWER, 'Live Mode');
    await world.stripe.post('faults', { webhooks: { drop: true } });
    await candidate.pay(session);
    const before = await rowOf(id);
    const body = stripeEvent('live.event', { booking: id, livemode: true });
    expect((await toStripe(body)).status).toBe(200);
    const [row] = await handled('stripe', 'live.event');
    expect(row?.attempts).toBe(0);
    expect(await jobsAbout(world, { deliveryId: row?.id })).toEqual([]);
    expect(await rowOf(id)).toEqual(before);
    // Not left for the reconciler to find while another test looks.
    await on.settled(id, ({ state }) => state === 'confirmed', 'it is booked after all');
  });

  it('that says "expired" changes nothing while the session can still be paid', async () => {
    const { id } = await on.atStripe(INTERVIEWER, 'Still Open');
    const before = await rowOf(id);
    await toStripe(stripeEvent('checkout.session.expired', { booking: id }));
    await handled('stripe', 'checkout.session.expired');
    expect((await rowOf(id)).state).toBe('checkout');
    expect((await rowOf(id)).holdExpiresAt).toEqual(before.holdExpiresAt);
  });

  it.each([
    ['after', ['checkout.session.completed', 'checkout.session.expired']],
    ['before', ['checkout.session.expired', 'checkout.session.completed']],
  ])(
    'scenario 13: that says "expired", coming %s "completed", does not undo a payment: paid wins, once',
    async (when, types) => {
      const { candidate, id, session } = await on.atStripe(INTERVIEWER, `Expired ${when}`);
      await world.stripe.post('faults', { webhooks: { drop: true } });
      await candidate.pay(session);
      expect((await rowOf(id)).state).toBe('checkout');
      for (const type of types) {
        expect((await toStripe(stripeEvent(type, { booking: id }))).status).toBe(200);
        await handled('stripe', type);
      }
      await until(async () => (await rowOf(id)).state === 'confirmed', { what: 'it is confirmed' });
      await toStripe(stripeEvent('checkout.session.expired', { booking: id }));
      await handled('stripe', 'checkout.session.expired');
      expect((await rowOf(id)).state).toBe('confirmed');
      const { captured, intents } = await moneyOf(world, id);
      expect(captured).toBe((await rowOf(id)).priceCents);
      expect(intents).toHaveLength(1);
    },
  );
});

describe('a delivery from cal.com', () => {
  it('scenario 32: with a bad or missing signature, or for another connection, is refused and stored nowhere', async () => {
    const { id, secret } = await connectionOf(INTERVIEWER);
    const other = await connectionOf(OTHER);
    const body = calcomEvent('FORGED_EVENT');
    const good = signed(secret, body);
    const attempts: [string, string, string | null][] = [
      ['none', id, null],
      ['empty', id, ''],
      ['what cal.com sends without a secret', id, 'no-secret-provided'],
      ['as long and wrong', id, 'a'.repeat(64)],
      ['as long and not in ASCII', id, `${'a'.repeat(63)}é`],
      ['of another body', id, signed(secret, calcomEvent('FORGED_EVENT'))],
      ['of an empty secret', id, signed('', body)],
      ['of another connection', id, signed(other.secret, body)],
      ['sent to another connection', other.id, good],
      ['sent to a connection nobody knows', crypto.randomUUID(), good],
      ['sent to what is no connection', 'nonsense', good],
      ['cut short', id, good.slice(0, -1)],
    ];
    for (const [what, connection, signature] of attempts) {
      expect((await toCalcom(connection, body, signature)).status, what).toBe(401);
    }
    expect((await toCalcom(id, `${body} `, good)).status, 'a body changed by a blank').toBe(401);
    expect(await stored('calcom', 'FORGED_EVENT')).toEqual([]);
  });

  it('that is signed but no delivery is refused, not stumbled over', async () => {
    const { id, secret } = await connectionOf(INTERVIEWER);
    for (const body of ['', '{', 'null', '[]', '{}', '{"triggerEvent":1}']) {
      expect((await toCalcom(id, body, signed(secret, body))).status, body).toBe(401);
    }
  });

  it('is stored once, however often it comes, and once for each connection it comes to', async () => {
    const body = calcomEvent('BOOKING_REPEATED');
    for (const username of [INTERVIEWER, OTHER]) {
      const { id, secret } = await connectionOf(username);
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => toCalcom(id, body, signed(secret, body))),
      );
      expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    }
    expect(await handled('calcom', 'BOOKING_REPEATED')).toHaveLength(2);
  });

  it.each([
    ['of an unknown type', 'SOMETHING_NEW', undefined],
    ['of a booking nobody knows', 'BOOKING_CANCELLED', undefined],
    ['of no booking, as its trial button sends', 'PING', { type: 'Test', title: 'Test trigger event' }],
  ])('scenario 22: %s is answered, stored and handled, and changes nothing', async (_what, type, payload) => {
    const { id, secret } = await connectionOf(INTERVIEWER);
    const before = await restingBookings();
    const body = calcomEvent(type, payload);
    expect((await toCalcom(id, body, signed(secret, body))).status).toBe(200);
    await handled('calcom', type);
    expect(await restingBookings()).toEqual(before);
  });

  it('that lies about a booking changes nothing: the calendar itself is asked', async () => {
    const { id: bookingId } = await on.atStripe(INTERVIEWER, 'Lied About');
    const { calcomUid } = await rowOf(bookingId);
    const { id, secret } = await connectionOf(INTERVIEWER);
    const body = calcomEvent('BOOKING_REJECTED', { uid: calcomUid, status: 'REJECTED' });
    expect((await toCalcom(id, body, signed(secret, body))).status).toBe(200);
    await handled('calcom', 'BOOKING_REJECTED');
    expect((await rowOf(bookingId)).state).toBe('checkout');
  });
});

it('nobody else posts to the webhooks’ addresses: other methods and made-up senders find nothing', async () => {
  for (const path of ['/webhooks/stripe', '/webhooks/calcom/x', '/webhooks/paypal', '/webhooks']) {
    expect((await fetch(world.site + path)).status, path).toBe(404);
  }
});
