import { afterEach, describe, expect, it, vi } from 'vitest';
import { claimMoney, decideWaitingClaim } from '../../src/features/guarantee/commands.ts';
import { bookingsOf } from '../support/booked.ts';
import { inWorld } from '../support/in-world.ts';
import { booked, refundsOf, rowOf, words } from '../support/on-pages.ts';
import { moneyOf } from '../support/stripe-state.ts';
import { until } from '../support/until.ts';

// Guards, each taken out once to see its test fail: every line of refuseClaim (the window among them), the count of
// earlier claims in decideClaim.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const WEEK = 7 * 24 * HOUR;
const world = inWorld();

// Each makes a booking by the whole way, which a busy machine takes its time for.
vi.setConfig({ testTimeout: 60_000 });

afterEach(() => world.clock.stopAt(null));

const claimsOf = (id: string) =>
  world.application.deps.db.selectFrom('claims').selectAll().where('bookingId', '=', id).execute();

/** Somebody whose session is so many milliseconds from its end: negative before, positive after. */
async function someone(name: string, slug: string, afterEnd: number) {
  const one = await booked(world, name, slug);
  const { endsAt, startsAt } = await rowOf(world, one.id);
  world.clock.stopAt(new Date(endsAt.getTime() + afterEnd));
  return {
    ...one,
    startsAt,
    endsAt,
    claim: (fields = {}) => one.candidate.post(`/bookings/${one.id}/claim`, fields),
  };
}

describe('scenario 28: the guarantee', () => {
  const on = bookingsOf(() => world);
  const claimDirectly = (id: string) =>
    claimMoney(world.application.deps, id, { kind: 'not-worth-it', reason: '' });
  const refunds = async (id: string) => (await moneyOf(world, id)).refunds;

  it('pays all of it back from the instant the session ends, once, however often it is pressed', async () => {
    const { candidate, id, endsAt, claim } = await someone('Gwen Granted', 'adaeze-okonkwo', -1);
    const early = await claim({ kind: 'not-worth-it' });
    expect(early.status).toBe(409);
    expect(await words(early)).toContain('It is not over yet.');
    expect((await candidate.get(`/bookings/${id}/claim`)).status).toBe(409);

    world.clock.stopAt(endsAt);
    expect(await words(await candidate.get(`/bookings/${id}`))).toContain('Was it worth it?');
    expect(await words(await candidate.get(`/bookings/${id}/claim`))).toContain('Take $150.00 back?');
    const press = () => claim({ kind: 'not-worth-it', reason: 'Too <b>quick</b>.' });
    const answers = await Promise.all([press(), press(), press()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409]);
    expect(await claimsOf(id)).toMatchObject([{ state: 'granted', reason: 'Too <b>quick</b>.' }]);
    await until(async () => (await refundsOf(world, id))[0]?.state === 'succeeded', { what: 'the refund' });
    expect((await moneyOf(world, id)).refunds.map(({ amount }) => amount)).toEqual([150_00]);
    const told = await words(await candidate.get(`/bookings/${id}`));
    expect(told).toContain('$150.00 goes back.');
    expect(told).toContain('$150.00 went back to your card');
    const again = await words(await claim({ kind: 'nobody-came' }));
    expect(again).toContain('You have asked already.');
    expect(await refundsOf(world, id)).toHaveLength(1);
  });

  it('holds to the last instant of its days, and not a thousandth longer', async () => {
    const { candidate, id, endsAt, claim } = await someone('Lou Last', 'kenji-aoyama', WEEK + 1);
    const late = await claim({ kind: 'not-worth-it' });
    expect(late.status).toBe(409);
    expect(await words(late)).toContain('The guarantee has ended.');
    expect(await words(await candidate.get(`/bookings/${id}`))).not.toContain('Was it worth it?');
    world.clock.stopAt(new Date(endsAt.getTime() + WEEK));
    expect((await claim({ kind: 'not-worth-it' })).status).toBe(303);
    expect(await claimsOf(id)).toMatchObject([{ state: 'granted' }]);
  });

  it('holds for as many days as this booking was promised', async () => {
    const { id, claim } = await someone('Dee Days', 'wei-lin-hsu', WEEK);
    await world.application.deps.db
      .updateTable('bookings')
      .set({ guaranteeDays: 3 })
      .where('id', '=', id)
      .execute();
    const late = await claim({ kind: 'not-worth-it' });
    expect(await words(late)).toContain('You could ask for 3 days');
  });

  it('lets somebody say that nobody came, ten minutes after the start and not before', async () => {
    const { candidate, id, startsAt, claim } = await someone('Noa Nobody', 'jonah-pryce', 0);
    world.clock.stopAt(new Date(startsAt.getTime() + 10 * MINUTE - 1));
    const early = await claim({ kind: 'nobody-came' });
    expect(early.status).toBe(409);
    expect(await words(early)).toContain('Wait a moment longer.');
    expect(await words(await candidate.get(`/bookings/${id}`))).not.toContain('Nobody there?');
    world.clock.stopAt(new Date(startsAt.getTime() + 10 * MINUTE));
    expect(await words(await candidate.get(`/bookings/${id}`))).toContain('Nobody there?');
    expect((await candidate.get(`/bookings/${id}/claim?kind=nobody-came`)).status).toBe(200);
    expect((await claim({ kind: 'not-worth-it' })).status).toBe(409);
    expect((await claim({ kind: 'nobody-came' })).status).toBe(303);
    expect(await refundsOf(world, id)).toMatchObject([{ cause: 'interviewer-absent' }]);
  });

  it('puts a second claim of the same candidate before a person, and says so', async () => {
    const first = await someone('Rob Repeat', 'ruth-mwangi', 0);
    expect((await first.claim({ kind: 'not-worth-it' })).status).toBe(303);
    world.clock.stopAt(null);
    const second = await someone('Rob Repeat', 'ines-haddad', 0);
    expect((await second.claim({ kind: 'not-worth-it' })).status).toBe(303);
    expect(await claimsOf(second.id)).toMatchObject([{ state: 'queued' }]);
    expect(await refundsOf(world, second.id)).toEqual([]);
    expect(await words(await second.candidate.get(`/bookings/${second.id}`))).toContain('A person reads it.');
  });

  it('keeps a reason that is too long and pays nothing yet', async () => {
    const { id, claim } = await someone('Wanda Words', 'daniel-abramov', 0);
    const reason = 'y'.repeat(2001);
    const answer = await claim({ kind: 'not-worth-it', reason });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(reason);
    expect(await claimsOf(id)).toEqual([]);
  });

  it('scenario 28: gives everything back, once, without an argument', async () => {
    const { id } = await on.over('adaeze-okonkwo', 'Claims Once', HOUR);
    expect(await claimDirectly(id)).toEqual({ state: 'granted' });
    await on.refundIs(id, 'succeeded');
    expect(await refunds(id)).toMatchObject([{ amount: 150_00, status: 'succeeded' }]);
    expect(await claimDirectly(id)).toEqual({ refused: 'already-claimed' });
    expect(await refunds(id)).toHaveLength(1);
    expect(await on.mailsOf(id)).toEqual(expect.arrayContaining(['claim-granted', 'claim-notice']));
  });

  it('scenario 28: two clicks at the same moment are one claim and one refund', async () => {
    const { id } = await on.over('adaeze-okonkwo', 'Clicks Twice', HOUR);
    const answers = await Promise.all([claimDirectly(id), claimDirectly(id), claimDirectly(id)]);
    expect(answers.filter((answer) => 'state' in answer)).toHaveLength(1);
    await on.refundIs(id, 'succeeded');
    expect(await refunds(id)).toHaveLength(1);
  });

  it.each([
    ['seconds before the window closes', WEEK - 30_000, { state: 'granted' }],
    ['a second after it has closed', WEEK + 1000, { refused: 'window-closed' }],
  ])('scenario 28: %s', async (name, ms, outcome) => {
    const { id } = await on.over('adaeze-okonkwo', name, ms);
    expect(await claimDirectly(id)).toEqual(outcome);
  });

  it('scenario 28: who has claimed before waits for a person, who decides once', async () => {
    const [first, second] = [
      await on.over('adaeze-okonkwo', 'Again', HOUR),
      await on.over('camila-restrepo', 'Again', HOUR),
    ];
    expect(await claimDirectly(first.id)).toEqual({ state: 'granted' });
    expect(await claimDirectly(second.id)).toEqual({ state: 'queued' });
    expect(await on.alertsOf(second.id)).toContain('claim-queued');
    expect(await refunds(second.id)).toEqual([]);
    const decide = () =>
      decideWaitingClaim(world.application.deps, second.id, { state: 'granted', by: 'operator@example.com' });
    expect(await Promise.all([decide(), decide()])).toEqual(expect.arrayContaining([true, false]));
    await on.refundIs(second.id, 'succeeded');
    expect(await refunds(second.id)).toHaveLength(1);
  });
});

describe('a claim that can’t be made says why, and what to do', () => {
  async function refusal(one: Awaited<ReturnType<typeof someone>>): Promise<string> {
    const page = await one.candidate.get(`/bookings/${one.id}/claim`);
    const posted = await one.claim({ kind: 'not-worth-it' });
    expect([page.status, posted.status]).toEqual([409, 409]);
    const told = await words(posted);
    expect(await words(page)).toBe(told);
    expect(await claimsOf(one.id)).toEqual([]);
    return told;
  }
  const intentOf = async (id: string) => (await moneyOf(world, id)).intents[0]?.id;

  it('to somebody whose interviewer says that they did not come', async () => {
    const one = await someone('Abe Absent', 'oskar-nowak', 0);
    await world.application.deps.db
      .updateTable('bookings')
      .set({ absent: 'candidate' })
      .where('id', '=', one.id)
      .execute();
    expect(await refusal(one)).toContain('waited for you.');
  });

  it('to somebody who has all of it back already', async () => {
    const one = await someone('Fred Refunded', 'tomas-ferreira', 0);
    await world.stripe.post('refund', { payment_intent: await intentOf(one.id) });
    await until(async () => (await rowOf(world, one.id)).refundedCents > 0, { what: 'we know of it' });
    expect(await refusal(one)).toContain('All of it went back already.');
  });

  it('to somebody whose bank is taking it back', async () => {
    const one = await someone('Dora Dispute', 'priya-raghunathan', 0);
    await world.stripe.post('dispute', { payment_intent: await intentOf(one.id) });
    const known = () =>
      world.application.deps.db.selectFrom('disputes').select('id').where('bookingId', '=', one.id).execute();
    await until(async () => (await known()).length > 0, { what: 'we know of it' });
    expect(await refusal(one)).toContain('Your bank is deciding this.');
  });

  it('to somebody whose session was called off', async () => {
    const one = await someone('Cal Canceled', 'camila-restrepo', 0);
    world.clock.stopAt(new Date(one.startsAt.getTime() - 1));
    await one.candidate.post(`/bookings/${one.id}/cancellation`, { terms: 'kept' });
    world.clock.stopAt(one.endsAt);
    expect(await refusal(one)).toContain('This session did not take place.');
  });
});
