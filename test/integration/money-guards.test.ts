import type { Insertable } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Claims, Proposals, Refunds } from '../../src/db/tables.ts';
import { setPublished } from '../../src/features/operator/member-queries.ts';
import { bareTables, CHECK, FOREIGN, refusal, UNIQUE } from '../support/around-the-code.ts';

// Around the code, straight to the tables: what happens to a booking's money can be written down once, and no rate is
// shown that nobody could be paid.

const NOBODY = '00000000-0000-0000-0000-000000000000';

const { db, aRow, insert } = bareTables();

let made = 0;
async function aBooking(): Promise<string> {
  made += 1;
  const paid = { capturedCents: 150_00, paymentIntentId: `pi-${made}`, confirmedAt: new Date() };
  return (await insert(aRow({ state: 'confirmed', ...paid }))).id;
}

const refund = (bookingId: string, changes: Partial<Insertable<Refunds>> = {}) => {
  const row = { bookingId, attempt: 1, cause: 'guarantee', amountCents: 150_00, currency: 'usd' };
  const asked = { requestedBy: 'candidate', requestedAt: new Date() };
  return refusal(
    db()
      .insertInto('refunds')
      .values({ ...row, ...asked, ...changes })
      .execute(),
  );
};

describe('a refund', () => {
  it('of ours is under way once', async () => {
    const id = await aBooking();
    expect(await refund(id)).toBeNull();
    expect(await refund(id, { attempt: 2, cause: 'operator' })).toBe(UNIQUE);
  });

  it.each(['pending', 'succeeded'])('that is %s keeps another of ours out', async (state) => {
    const id = await aBooking();
    expect(await refund(id, { state, stripeRefundId: `re-${made}` })).toBeNull();
    expect(await refund(id, { attempt: 2 })).toBe(UNIQUE);
  });

  it('that failed lets the next one in, under a key of its own', async () => {
    const id = await aBooking();
    expect(await refund(id, { state: 'failed' })).toBeNull();
    expect(await refund(id)).toBe(UNIQUE);
    expect(await refund(id, { attempt: 2 })).toBeNull();
  });

  it('made in Stripe’s dashboard is kept beside ours, and once', async () => {
    const [id, other] = [await aBooking(), await aBooking()];
    const theirs = { cause: 'stripe', state: 'succeeded', stripeRefundId: `re-theirs-${made}` };
    expect(await refund(id)).toBeNull();
    expect(await refund(id, { attempt: 2, ...theirs })).toBeNull();
    expect(await refund(other, theirs)).toBe(UNIQUE);
  });

  it.each<[string, Partial<Insertable<Refunds>>, string]>([
    ['of nothing', { amountCents: 0 }, CHECK],
    ['of less than nothing', { amountCents: -1 }, CHECK],
    ['for no cause we know', { cause: 'kindness' }, CHECK],
    ['in an unheard-of state', { state: 'lost' }, CHECK],
    ['numbered 0', { attempt: 0 }, CHECK],
    ['in a currency that is none', { currency: 'USD' }, CHECK],
    ['succeeded without a name at Stripe', { state: 'succeeded' }, CHECK],
    ['pending without a name at Stripe', { state: 'pending' }, CHECK],
    ['of nobody’s booking', { bookingId: NOBODY }, FOREIGN],
  ])('can’t be %s', async (_what, changes, code) => {
    expect(await refund(await aBooking(), changes)).toBe(code);
  });

  it('keeps its booking from being deleted', async () => {
    const id = await aBooking();
    await refund(id);
    expect(await refusal(db().deleteFrom('bookings').where('id', '=', id).execute())).toBe(FOREIGN);
  });
});

const claim = (bookingId: string, changes: Partial<Insertable<Claims>> = {}) => {
  const row = {
    bookingId,
    kind: 'not-worth-it',
    state: 'granted',
    claimedAt: new Date(),
    decidedAt: new Date(),
  };
  return refusal(
    db()
      .insertInto('claims')
      .values({ ...row, ...changes })
      .execute(),
  );
};

describe('a claim', () => {
  it('is made once for a booking, whatever became of it', async () => {
    const id = await aBooking();
    expect(await claim(id, { state: 'declined' })).toBeNull();
    expect(await claim(id)).toBe(UNIQUE);
  });

  it.each<[string, Partial<Insertable<Claims>>, string]>([
    ['queued and decided', { state: 'queued' }, CHECK],
    ['granted by nobody, at no time', { decidedAt: null }, CHECK],
    ['of no kind we know', { kind: 'bored' }, CHECK],
    ['in an unheard-of state', { state: 'maybe' }, CHECK],
    ['with a reason of 2,001 letters', { reason: 'x'.repeat(2001) }, CHECK],
    ['of nobody’s booking', { bookingId: NOBODY }, FOREIGN],
  ])('can’t be %s', async (_what, changes, code) => {
    expect(await claim(await aBooking(), changes)).toBe(code);
  });
});

const propose = (bookingId: string, changes: Partial<Insertable<Proposals>> = {}) => {
  const row = { bookingId, startsAt: new Date(), madeAt: new Date() };
  return refusal(
    db()
      .insertInto('proposals')
      .values({ ...row, ...changes })
      .execute(),
  );
};

describe('a proposed time', () => {
  it('waits for an answer alone, also while the calendar is asked', async () => {
    const [one, other] = [await aBooking(), await aBooking()];
    expect(await propose(one)).toBeNull();
    expect(await propose(one)).toBe(UNIQUE);
    expect(await propose(other, { answer: 'accepted', answeredAt: new Date() })).toBeNull();
    expect(await propose(other)).toBe(UNIQUE);
  });

  it('that was answered makes room for the next', async () => {
    const id = await aBooking();
    expect(await propose(id, { answer: 'declined', answeredAt: new Date() })).toBeNull();
    expect(await propose(id)).toBeNull();
  });

  it.each<[string, Partial<Insertable<Proposals>>]>([
    ['an answer at no time', { answer: 'moved' }],
    ['a time of no answer', { answeredAt: new Date() }],
    ['an answer we do not know', { answer: 'perhaps', answeredAt: new Date() }],
    ['a message of 1,001 letters', { message: 'x'.repeat(1001) }],
  ])('has no %s', async (_what, changes) => {
    expect(await propose(await aBooking(), changes)).toBe(CHECK);
  });
});

describe('a rate', () => {
  it.each([-1, 1_000_001])('is not %i cents', async (rateCents) => {
    const row = { slug: `rate-${++made}`, name: 'x', headline: '', timeZone: 'UTC', rateCents };
    expect(await refusal(db().insertInto('interviewers').values(row).execute())).toBe(CHECK);
  });

  it('under 5 dollars may be written down, and nobody is shown to visitors at it', async () => {
    const slug = `rate-${++made}`;
    const row = { slug, name: 'x', headline: '', timeZone: 'UTC', rateCents: 0 };
    await db().insertInto('interviewers').values(row).execute();
    const change = (values: { rateCents?: number; publishedAt?: Date }) =>
      db().updateTable('interviewers').set(values).where('slug', '=', slug).execute();
    expect(await refusal(change({ publishedAt: new Date() }))).toBe(CHECK);
    expect(await setPublished(db(), slug, new Date())).toBe('unpayable');
    await change({ rateCents: 5_00 });
    expect(await setPublished(db(), slug, new Date())).toBe('done');
    expect(await refusal(change({ rateCents: 4_99 }))).toBe(CHECK);
  });
});

it('a mail is owed once for an occasion, an alert once until it is dealt with', async () => {
  const bookingId = await aBooking();
  const owe = (occasion: string) =>
    refusal(db().insertInto('mails').values({ bookingId, kind: 'reminder-candidate', occasion }).execute());
  expect([await owe('24h:0'), await owe('1h:0'), await owe('24h:0')]).toEqual([null, null, UNIQUE]);

  for (const about of [bookingId, null]) {
    const raise = () =>
      refusal(db().insertInto('alerts').values({ bookingId: about, kind: 'x', message: '' }).execute());
    expect([await raise(), await raise()]).toEqual([null, UNIQUE]);
    await db().updateTable('alerts').set({ resolvedAt: new Date() }).execute();
    expect(await raise()).toBeNull();
  }
});
