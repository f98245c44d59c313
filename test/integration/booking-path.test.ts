import { describe, expect, it } from 'vitest';
import { reconcile } from '../../src/features/booking/jobs.ts';
import { Candidate } from '../support/candidate.ts';
import { inWorld } from '../support/in-world.ts';
import { moneyOf } from '../support/stripe-state.ts';
import { until } from '../support/until.ts';

const INTERVIEWER = 'adaeze-okonkwo';

const world = inWorld();

const stateOf = async (id: string) =>
  (await world.application.deps.db
    .selectFrom('bookings')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()) ?? null;

const calendarOf = async (uid: string) =>
  (await world.calcom.state()).bookings.find((booking) => booking.uid === uid)?.status;

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
      const row = await stateOf(id);
      return row?.state === 'confirmed' && row;
    });
    expect(await calendarOf(booking.calcomUid)).toBe('accepted');
    expect((await moneyOf(world, id)).captured).toBe(150_00);

    const mails = await until(async () => {
      const all = await world.mail.messages();
      return all.length === 2 && all;
    });
    const toCandidate = mails.find(({ to }) => to.includes(candidate.email));
    const toInterviewer = mails.find(({ to }) => to.includes(`${INTERVIEWER}@demo.508.test`));
    expect(toCandidate?.icalendar).toContain(`UID:${id}@508.dev`);
    expect(toInterviewer?.text).toContain('Rendering decisions, said out loud.');

    const history = await world.application.deps.db
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
    const candidate = new Candidate(world, 'Ada Late');
    const id = await candidate.hold(INTERVIEWER);
    await candidate.giveDetails(id);
    const session = await candidate.checkout(id);
    world.clock.advance(37);
    // As long as the session can't be closed it can still be paid: the time stays theirs.
    await world.stripe.post('faults', {
      api: { match: 'POST /v1/checkout/sessions/…/expire', mode: 'down' },
    });
    await reconcile(world.application.deps);
    const held = await stateOf(id);
    expect(held?.state).toBe('checkout');
    expect(await calendarOf(held?.calcomUid ?? '')).toBe('pending');
    await world.stripe.clearFaults();
    const booking = await until(async () => {
      await reconcile(world.application.deps);
      const row = await stateOf(id);
      return row?.calendarReleasedAt && row;
    });
    expect(booking.state).toBe('expired');
    expect(await calendarOf(booking.calcomUid)).toBe('rejected');
    const { sessions } = await moneyOf(world, id);
    expect(sessions.map(({ id, status }) => [id, status])).toEqual([[session, 'expired']]);
  });
});
