import { describe, expect, it } from 'vitest';
import { cancelBooking, reportAbsence } from '../../src/features/booking/change-commands.ts';
import { converge } from '../../src/features/booking/converge.ts';
import { bookingsOf } from '../support/booked.ts';
import { inWorld } from '../support/in-world.ts';
import { until } from '../support/until.ts';

// Who does not come: docs/scenarios.md, 25. Guards to take out, to see a test here fail: the refund in `settleCallOff`
// left out, `isOver` always true.

const CAMILA = 'camila-restrepo';
const HOUR = 3_600_000;

const world = inWorld();

const on = bookingsOf(() => world);
const deps = () => world.application.deps;

describe('scenario 25: the interviewer is not there', () => {
  it('scenario 25: cancels hours before, and the candidate gets everything back and is told', async () => {
    const { id } = await on.confirmed(CAMILA, 'Let Down');
    await on.startsIn(id, HOUR);
    await cancelBooking(deps(), id, { by: 'interviewer', note: 'Ill, sorry.' });
    expect(await on.refunded(id)).toMatchObject([{ amount: 120_00, status: 'succeeded' }]);
    expect(await on.mailsOf(id)).toContain('cancelled-candidate');
  });

  it('scenario 25: cancels on cal.com itself, and it is the same', async () => {
    const { id, row } = await on.confirmed(CAMILA, 'Let Down Elsewhere');
    await on.asHost(CAMILA, `${row.calcomUid}/cancel`, { cancellationReason: 'ill' });
    await on.settled(id, ({ state }) => state === 'cancelled', 'the cancelation is followed');
    expect(await on.refunded(id)).toHaveLength(1);
    expect(await on.mailsOf(id)).toContain('cancelled-candidate');
  });

  it('scenario 25: cancels on cal.com, and we hear of it only when the session would be over: everything back', async () => {
    const { id, row: before } = await on.confirmed(CAMILA, 'Let Down In Silence');
    await world.calcom.post('faults', { api: { match: 'GET /v2/bookings', mode: 'down' } });
    await on.asHost(CAMILA, `${before.calcomUid}/cancel`, { cancellationReason: 'ill' });
    world.clock.advance(3 * 60);
    await on.startsIn(id, -1.6 * HOUR);
    await until(async () => (await converge(deps(), id)) === 'unanswered');
    expect(await on.rowOf(id)).toMatchObject({ state: 'confirmed' });
    await world.calcom.post('faults', { api: null });
    const row = await on.settled(id, ({ state }) => state !== 'confirmed', 'cal.com is heard');
    expect(row).toMatchObject({ state: 'cancelled' });
    expect(await on.refunded(id)).toHaveLength(1);
  });

  it('scenario 25: says afterwards that they did not come, and everything goes back', async () => {
    const { id } = await on.over(CAMILA, 'Waited In Vain', 0.5 * HOUR);
    const told = await reportAbsence(deps(), id, { who: 'interviewer', note: 'My train stood still.' });
    expect(told).toMatchObject({ booking: { state: 'cancelled', absent: 'interviewer' } });
    expect(await on.refunded(id)).toHaveLength(1);
  });

  it('scenario 25: a candidate who does not come gets nothing back, and is told', async () => {
    const { id } = await on.confirmed(CAMILA, 'Overslept');
    await on.startsIn(id, -HOUR);
    await reportAbsence(deps(), id, { who: 'candidate', note: '' });
    await reportAbsence(deps(), id, { who: 'candidate', note: '' });
    expect(await on.refundsOf(id)).toEqual([]);
    expect((await on.mailsOf(id)).filter((kind) => kind === 'absence')).toHaveLength(1);
  });
});
