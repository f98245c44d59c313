import { describe, expect, it } from 'vitest';
import { reconcile } from '../../src/features/booking/jobs.ts';
import { bookingsOf } from '../support/booked.ts';
import { Candidate } from '../support/candidate.ts';
import { inWorld } from '../support/in-world.ts';
import { moneyOf } from '../support/stripe-state.ts';
import { until } from '../support/until.ts';

// From the price a candidate sees to a booking that is paid for. A guard to take out, to see a test here fail: the
// signature of the quote (scenario 5).

const [INTERVIEWER, CAMILA, KENJI] = ['adaeze-okonkwo', 'camila-restrepo', 'kenji-aoyama'];

const world = inWorld();

const on = bookingsOf(() => world);
const db = () => world.application.deps.db;
const statusOf = async (uid: string) => (await on.calendarOf(uid))?.status;

describe('from a picked slot to a confirmed interview', () => {
  it('scenario 9: holds the slot, takes the details, authorises, firms the slot, captures and mails both', async () => {
    const candidate = new Candidate(world);
    const id = await candidate.hold(INTERVIEWER);
    expect((await candidate.get(`/bookings/${id}/details`)).status).toBe(200);

    const resume = new Blob(['%PDF-1.7\nbytes of a resume'], { type: 'application/pdf' });
    const given = await candidate.giveDetails(id, { resume: new File([resume], 'theo.pdf') });
    expect(given.headers.get('location')).toBe(`/bookings/${id}/payment`);

    await candidate.pay(await candidate.checkout(id));
    const booking = await until(async () => {
      const row = await on.rowOf(id);
      return row.state === 'confirmed' && row;
    });
    expect(await statusOf(booking.calcomUid)).toBe('accepted');
    expect((await moneyOf(world, id)).captured).toBe(150_00);

    const mails = await until(async () => {
      const all = await world.mail.messages();
      return all.length === 2 && all;
    });
    const toCandidate = mails.find(({ to }) => to.includes(candidate.email));
    const toInterviewer = mails.find(({ to }) => to.includes(`${INTERVIEWER}@demo.508.test`));
    expect(toCandidate?.icalendar).toContain(`UID:${id}@508.dev`);
    expect(toInterviewer?.text).toContain('Rendering decisions, said out loud.');

    const history = await db()
      .selectFrom('bookingHistory')
      .select(['toState'])
      .where('bookingId', '=', id)
      .orderBy('id')
      .execute();
    const states = history.map(({ toState }) => toState);
    expect(states.filter((state, index) => state !== states[index - 1])).toEqual([
      'held',
      'checkout',
      'authorised',
      'confirmed',
    ]);
  });

  it('scenario 15: frees the slot when nobody pays: the session is closed first, then the calendar told', async () => {
    const { id, session } = await on.atStripe(INTERVIEWER, 'Ada Late');
    world.clock.advance(37);
    // As long as the session can't be closed it can still be paid: the time stays theirs.
    await world.stripe.post('faults', {
      api: { match: 'POST /v1/checkout/sessions/…/expire', mode: 'down' },
    });
    await reconcile(world.application.deps);
    const held = await on.rowOf(id);
    expect(held.state).toBe('checkout');
    expect(await statusOf(held.calcomUid)).toBe('pending');
    await world.stripe.clearFaults();
    const booking = await on.reconciled(id, ({ calendarReleasedAt }) => calendarReleasedAt !== null);
    expect(booking.state).toBe('expired');
    expect(await statusOf(booking.calcomUid)).toBe('rejected');
    const { sessions } = await moneyOf(world, id);
    expect(sessions.map(({ id, status }) => [id, status])).toEqual([[session, 'expired']]);
    world.clock.advance(-37);
  });
});

describe('scenario 5: the rate changes after the candidate saw it', () => {
  const rate = (cents: number) =>
    db().updateTable('interviewers').set({ rateCents: cents }).where('slug', '=', KENJI).execute();
  const quoteShown = async (candidate: Candidate) => {
    const page = await (await candidate.get(`/interviewers/${KENJI}/book`)).text();
    return /name="quote" value="([^"]+)"/.exec(page)?.[1] ?? '';
  };
  const priceAfter = async (candidate: Candidate, quote: string) => {
    const uid = await candidate.pick(KENJI);
    const answer = await candidate.post('/bookings', { interviewer: KENJI, uid, quote });
    const { priceCents } = await on.rowOf(answer.headers.get('location')?.split('/')[2] ?? '');
    return priceCents;
  };

  it('scenario 5: and they pay the price they were shown', async () => {
    await rate(150_00);
    const candidate = new Candidate(world, 'Saw It');
    const quote = await quoteShown(candidate);
    await rate(200_00);
    expect(await priceAfter(candidate, quote)).toBe(150_00);
  });

  it('scenario 5: and a price they wrote themselves is none', async () => {
    await rate(200_00);
    const { id } = await db()
      .selectFrom('interviewers')
      .select('id')
      .where('slug', '=', KENJI)
      .executeTakeFirstOrThrow();
    const words = [id, 100, 'usd', world.clock.now().getTime()].join('|');
    const forged = `${Buffer.from(words).toString('base64url')}.AAAA`;
    expect(await priceAfter(new Candidate(world, 'Wrote It'), forged)).toBe(200_00);
  });
});

describe('going to payment', () => {
  it('sets the hold once, to the end of the Checkout session and five minutes', async () => {
    const { candidate, id, session } = await on.atStripe(CAMILA, 'Once Only');
    const first = await on.rowOf(id);
    const { sessions } = await moneyOf(world, id);
    expect(first.holdExpiresAt.getTime()).toBe((sessions[0]?.expires_at ?? 0) * 1000 + 5 * 60_000);
    world.clock.advance(3);
    expect(await candidate.checkout(id)).toBe(session);
    expect((await on.rowOf(id)).holdExpiresAt).toEqual(first.holdExpiresAt);
    world.clock.advance(-3);
  });

  it('scenario 6: opens one session for two tabs that press the button together', async () => {
    const { candidate, id } = await on.unpaid(CAMILA, 'Two Tabs');
    const sessions = await Promise.all([candidate.checkout(id), candidate.checkout(id)]);
    expect(new Set(sessions).size).toBe(1);
    expect((await moneyOf(world, id)).sessions).toHaveLength(1);
  });

  it('leads both tabs to one session when Stripe is slow, the second one at its next press', async () => {
    const { candidate, id } = await on.unpaid(CAMILA, 'Slow Tabs');
    const match = 'POST /v1/checkout/sessions';
    await world.stripe.post('faults', { api: { match, mode: 'slow', delayMs: 4_000, times: 1 } });
    const first = candidate.checkout(id);
    await until(async () => (await on.rowOf(id)).checkoutAttempt === 1, { what: 'the first tab asks' });
    const second = await candidate.post(`/bookings/${id}/payment`, {});
    const session = await first;
    expect(second.status === 503 || second.headers.get('location')?.includes(session)).toBe(true);
    expect(await candidate.checkout(id)).toBe(session);
    expect((await moneyOf(world, id)).sessions).toHaveLength(1);
  });

  it('scenario 20: keeps everything and says so when Stripe is down, and goes on when it is back', async () => {
    const { candidate, id } = await on.unpaid(CAMILA, 'Stripe Down');
    await world.stripe.post('faults', { api: { match: 'POST /v1/checkout/sessions', mode: 'down' } });
    const refused = await candidate.post(`/bookings/${id}/payment`, {});
    expect(refused.status).toBe(503);
    expect(await refused.text()).toContain('Stripe');
    expect((await on.rowOf(id)).state).toBe('held');
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
    const { candidate, id } = await on.unpaid(CAMILA, 'Too Late');
    world.clock.advance(31);
    expect((await candidate.post(`/bookings/${id}/payment`, {})).status).toBe(410);
    expect((await candidate.get(`/bookings/${id}/details`)).status).toBe(410);
    world.clock.advance(-31);
  });
});
