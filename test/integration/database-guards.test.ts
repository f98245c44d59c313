import type { Insertable, Updateable } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { refusedBy } from '../../src/db/refused.ts';
import type { Bookings } from '../../src/db/tables.ts';
import {
  bareTables,
  CHECK,
  EXCLUSION,
  FOREIGN,
  MINUTE,
  MISSING,
  NO_RANGE,
  refusal,
  UNIQUE,
} from '../support/around-the-code.ts';

// Around the code, straight to the tables: what must hold when the code is wrong.

const { db, anInterviewer, aRow, insert } = bareTables();
let colleague: string;

beforeAll(async () => {
  colleague = await anInterviewer('grace');
});

let made = 0;
/** What no other test has. */
const another = (what: string) => `${what}-${++made}`;

const change = (id: string, values: Updateable<Bookings>) =>
  db().updateTable('bookings').set(values).where('id', '=', id).execute();

/** The same slot, moved by so many minutes, and made longer or shorter. */
function shifted(row: Insertable<Bookings>, startBy: number, endBy = startBy) {
  return {
    startsAt: new Date(new Date(row.startsAt as Date).getTime() + startBy * MINUTE),
    endsAt: new Date(new Date(row.endsAt as Date).getTime() + endBy * MINUTE),
  };
}

const LIVE = ['held', 'checkout', 'authorised', 'confirmed'] as const;
const PAID = { paymentIntentId: 'later', capturedCents: 150_00, confirmedAt: new Date() };
/** What a booking in this state needs besides. */
const due = (state: string): Partial<Insertable<Bookings>> => {
  if (state === 'confirmed' || state === 'completed')
    return { capturedCents: 150_00, confirmedAt: new Date() };
  return state === 'checkout' ? { checkoutSessionId: another('cs') } : {};
};

describe('one slot, one booking', () => {
  it.each([
    ['the very same time', 0, 0],
    ['a start a minute later', 1, 1],
    ['a start 89 minutes later', 89, 89],
    ['an end a minute after the start', -89, -89],
    ['a shorter time within it', 30, -30],
    ['a longer time around it', -30, 30],
  ])('scenario 2: the database refuses %s for the same interviewer', async (_what, startBy, endBy) => {
    const row = aRow();
    await insert(row);
    const write = insert(aRow(shifted(row, startBy, endBy)));
    expect(await refusal(write)).toBe(EXCLUSION);
  });

  it.each([
    ['right after it', 90],
    ['right before it', -90],
  ])('the database takes one %s', async (_what, by) => {
    const row = aRow();
    await insert(row);
    expect(await refusal(insert(aRow(shifted(row, by))))).toBeNull();
  });

  it('the database takes the same time for another interviewer', async () => {
    const row = aRow();
    await insert(row);
    expect(await refusal(insert(aRow({ ...shifted(row, 0), interviewerId: colleague })))).toBeNull();
  });

  it.each(LIVE.flatMap((one) => LIVE.map((other) => [one, other] as const)))(
    'a %s booking keeps a %s one out',
    async (one, other) => {
      const row = aRow({ state: one, ...due(one), paymentIntentId: another('pi') });
      await insert(row);
      const more = { ...due(other), paymentIntentId: another('pi') };
      const write = insert(aRow({ ...shifted(row, 10), state: other, ...more }));
      expect(await refusal(write)).toBe(EXCLUSION);
    },
  );

  it.each(['expired', 'released', 'cancelled'])('a booking that is %s is in nobody’s way', async (state) => {
    const row = aRow({ state, endedAt: new Date() });
    await insert(row);
    expect(await refusal(insert(aRow(shifted(row, 0))))).toBeNull();
  });

  it('an ended booking does not come back to life over a live one', async () => {
    const ended = aRow({ state: 'expired', endedAt: new Date() });
    const { id } = await insert(ended);
    await insert(aRow(shifted(ended, 0)));
    expect(await refusal(change(id, { state: 'held', endedAt: null }))).toBe(EXCLUSION);
  });

  it('a live booking does not move onto another', async () => {
    const one = aRow();
    await insert(one);
    const { id } = await insert(aRow());
    expect(await refusal(change(id, shifted(one, 30)))).toBe(EXCLUSION);
  });
});

describe('what there is one of', () => {
  it('a cal.com uid is claimed once, even by another interviewer and after the end', async () => {
    const row = aRow({ state: 'expired', endedAt: new Date() });
    await insert(row);
    const write = insert(aRow({ calcomUid: row.calcomUid, interviewerId: colleague }));
    expect(await refusal(write)).toBe(UNIQUE);
  });

  it.each(['reference', 'checkoutSessionId', 'paymentIntentId'] as const)(
    '%s is of one booking',
    async (column) => {
      await insert(aRow({ [column]: `twice-${column}` }));
      expect(await refusal(insert(aRow({ [column]: `twice-${column}` })))).toBe(UNIQUE);
    },
  );

  it('a mail of a kind is owed once for a booking', async () => {
    const [one, other] = [await insert(aRow()), await insert(aRow())];
    const owe = (bookingId: string, kind: string) =>
      refusal(db().insertInto('mails').values({ bookingId, kind }).execute());
    expect(await owe(one.id, 'candidate-confirmation')).toBeNull();
    expect(await owe(one.id, 'candidate-confirmation')).toBe(UNIQUE);
    expect(await owe(one.id, 'interviewer-notice')).toBeNull();
    expect(await owe(other.id, 'candidate-confirmation')).toBeNull();
  });

  it('a delivery is stored once for its sender', async () => {
    const store = (source: string, externalId: string) =>
      refusal(db().insertInto('inbox').values({ source, externalId, type: 'x', payload: '{}' }).execute());
    expect(await store('stripe', 'evt_1')).toBeNull();
    expect(await store('stripe', 'evt_1')).toBe(UNIQUE);
    expect(await store('calcom', 'evt_1')).toBeNull();
    expect(await store('paypal', 'evt_2')).toBe(CHECK);
  });

  it('details and resume there are one of for a booking, an alert of each kind', async () => {
    const { id: bookingId } = await insert(aRow());
    const details = { bookingId, background: '', subject: '', focus: '' };
    const resume = { bookingId, filename: 'a.pdf', size: 1, sha256: '', bytes: Buffer.from('a') };
    const alert = { bookingId, kind: 'slot-refused', message: '' };
    const twice = [
      () => db().insertInto('bookingDetails').values(details).execute(),
      () => db().insertInto('resumes').values(resume).execute(),
      () => db().insertInto('alerts').values(alert).execute(),
    ];
    for (const write of twice) {
      expect(await refusal(write())).toBeNull();
      expect(await refusal(write())).toBe(UNIQUE);
    }
  });

  it('the code understands which guard said no', async () => {
    const row = aRow();
    await insert(row);
    const guard = (write: Promise<unknown>) => write.then(() => null, refusedBy);
    expect(await guard(insert(aRow({ calcomUid: row.calcomUid })))).toBe('unique');
    expect(await guard(insert(aRow(shifted(row, 5))))).toBe('exclusion');
    expect(await guard(insert(aRow({ priceCents: -1 })))).toBeNull();
  });
});

describe('a booking that makes no sense can’t be stored', () => {
  it.each<[string, Partial<Insertable<Bookings>>, string]>([
    ['a negative price', { priceCents: -1 }, CHECK],
    ['a currency that is none', { currency: 'USD' }, CHECK],
    ['a currency of two letters', { currency: 'us' }, CHECK],
    ['an unheard-of state', { state: 'paid' }, CHECK],
    ['an end before its start', { endsAt: new Date('2020-01-01') }, NO_RANGE],
    ['authorised without a payment', { state: 'authorised' }, CHECK],
    ['confirmed without a payment', { state: 'confirmed' }, CHECK],
    ['completed without a payment', { state: 'completed' }, CHECK],
    ['expired without a moment of its end', { state: 'expired' }, CHECK],
    ['released without a moment of its end', { state: 'released' }, CHECK],
    ['cancelled without a moment of its end', { state: 'cancelled' }, CHECK],
    ['at checkout without a session', { state: 'checkout' }, CHECK],
    ['charged more than its price', { capturedCents: 150_01 }, CHECK],
    ['charged less than nothing', { capturedCents: -1 }, CHECK],
    ['given back without having been charged', { refundedCents: 1 }, CHECK],
    ['promised less than nothing', { freeCancelHours: -1 }, CHECK],
    ['a guarantee of more than a year', { guaranteeDays: 366 }, CHECK],
    ['somebody else who did not come', { absent: 'nobody' }, CHECK],
    ['held and ended', { endedAt: new Date() }, CHECK],
    ['confirmed and ended', { ...PAID, state: 'confirmed', endedAt: new Date() }, CHECK],
    ['a candidate without a name', { candidateName: '' }, CHECK],
    ['a candidate’s name of 101 letters', { candidateName: 'x'.repeat(101) }, CHECK],
    ['an address of 255 letters', { candidateEmail: 'x'.repeat(255) }, CHECK],
    ['nobody’s booking', { interviewerId: '00000000-0000-0000-0000-000000000000' }, FOREIGN],
    ['no hold', { holdExpiresAt: null as never }, MISSING],
  ])('%s', async (_what, changes, code) => {
    expect(await refusal(insert(aRow(changes)))).toBe(code);
  });

  it('an end at its start', async () => {
    const row = aRow();
    expect(await refusal(insert({ ...row, endsAt: row.startsAt }))).toBe(CHECK);
  });

  it.each<[string, Updateable<Bookings>]>([
    ['loses its payment', { paymentIntentId: null }],
    ['ends without a moment of its end', { state: 'cancelled' }],
    ['costs less than nothing', { priceCents: -1 }],
    ['was not paid in full', { capturedCents: 149_99 }],
    ['was never confirmed', { confirmedAt: null }],
    ['got more back than was taken', { refundedCents: 150_01 }],
    ['got less than nothing back', { refundedCents: -1 }],
  ])('a confirmed one that %s', async (_what, changes) => {
    const row = aRow({ ...PAID, state: 'confirmed', paymentIntentId: another('pi') });
    const { id } = await insert(row);
    expect(await refusal(change(id, changes))).toBe(CHECK);
  });

  it('what a candidate wrote is never longer than the form allows, nor a resume empty or larger', async () => {
    const { id: bookingId } = await insert(aRow());
    const details = { bookingId, background: '', subject: '', focus: '' };
    const limits = { background: 4000, focus: 4000, notes: 4000, targetCompanies: 500 };
    for (const [field, limit] of Object.entries(limits)) {
      const row = { ...details, [field]: 'x'.repeat(limit + 1) };
      expect(await refusal(db().insertInto('bookingDetails').values(row).execute()), field).toBe(CHECK);
    }
    const resume = { bookingId, filename: 'a.pdf', size: 1, sha256: '', bytes: Buffer.from('a') };
    const odd = [{ size: 0 }, { size: 5_242_881 }, { filename: '' }, { filename: 'x'.repeat(121) }];
    for (const changes of odd) {
      const row = { ...resume, ...changes };
      const write = db().insertInto('resumes').values(row).execute();
      expect(await refusal(write), JSON.stringify(changes)).toBe(CHECK);
    }
  });

  it('an interviewer with bookings can’t be deleted from under them', async () => {
    const row = aRow();
    await insert(row);
    const write = db().deleteFrom('interviewers').where('id', '=', row.interviewerId).execute();
    expect(await refusal(write)).toBe(FOREIGN);
  });
});
