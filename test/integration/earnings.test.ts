import { beforeAll, describe, expect, it } from 'vitest';
import { currentShare } from '../../src/features/earnings/queries.ts';
import { bookingsOf } from '../support/booked.ts';
import type { Candidate } from '../support/candidate.ts';
import { inWorld } from '../support/in-world.ts';
import { interviewer, letItPass, operator } from '../support/panel.ts';

// What an interviewer has earned, and what the co-op has sent. Prices are those of the sample people: Adaeze's is $150.

const OWNER = 'adaeze-okonkwo';
const DAY = 24;

const world = inWorld();
let owner: Candidate;
let desk: Candidate;
beforeAll(async () => {
  [owner, desk] = await Promise.all([interviewer(world, OWNER), operator(world)]);
});

const on = bookingsOf(() => world);
const db = () => world.application.deps.db;
const idOf = async (slug: string) =>
  (await db().selectFrom('interviewers').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()).id;
const titleOf = async (who: Candidate, path: string) =>
  /<h1>(.*?)<\/h1>/s.exec(await (await who.get(path)).text())?.[1]?.trim() ?? '';
const csv = async () => (await owner.get('/admin/earnings.csv')).text();
async function over(name: string, hoursAgo: number) {
  const { id } = await on.confirmed(OWNER, name);
  await letItPass(world, id, hoursAgo);
  return id;
}
const payout = async (fields: Record<string, string>) =>
  desk.post('/operator/payouts', {
    ...{ member: await idOf(OWNER), amount: '100', paidOn: '2026-11-01', formId: crypto.randomUUID() },
    ...fields,
  });

describe('earnings', () => {
  it('are nothing before the first session is over', async () => {
    await on.confirmed(OWNER, 'Still To Come');
    expect(await titleOf(owner, '/admin/earnings')).toBe('$0 owed to you.');
    expect((await csv()).trim().split('\r\n')).toHaveLength(1);
  });

  it('are held while the guarantee is open, then owed without the co-op’s share, and nothing where it all went back', async () => {
    await over('Fresh One', 2);
    const old = await over('Old One', 8 * DAY);
    const { candidate, id: back } = await on.confirmed(OWNER, 'Took It Back');
    await letItPass(world, back, 3);
    await candidate.post(`/bookings/${back}/claim`, { kind: 'not-worth-it', reason: '' });
    await on.settled(back, ({ refundedCents }) => refundedCents === 150_00, 'the money is back');
    await letItPass(world, back, 9 * DAY);
    expect(await titleOf(owner, '/admin/earnings')).toBe('$120 owed to you.');
    const page = await (await owner.get('/admin/earnings')).text();
    expect(page).toContain('$150 more is held until the guarantee on it ends.');
    const lines = (await csv()).trim().split('\r\n').slice(1);
    expect(lines.map((line) => line.split(',').slice(3).join(' ')).sort()).toEqual([
      '150.00 0.00 0.00 30.00 120.00',
      '150.00 0.00 150.00 0.00 0.00',
      '150.00 150.00 0.00 0.00 0.00',
    ]);
    const { reference } = await on.rowOf(old);
    expect(await csv()).toContain(reference);
  });

  it('keep the share that held when a session was confirmed, when the share changes', async () => {
    expect((await desk.post('/operator/share', { percent: '50' })).status).toBe(303);
    expect(await titleOf(owner, '/admin/earnings')).toBe('$120 owed to you.');
    const id = await over('Under The New', 8 * DAY);
    await db().updateTable('bookings').set({ confirmedAt: new Date() }).where('id', '=', id).execute();
    expect(await titleOf(owner, '/admin/earnings')).toBe('$195 owed to you.');
    expect((await desk.post('/operator/share', { percent: '101' })).status).toBe(422);
    expect((await desk.post('/operator/share', { percent: 'all' })).status).toBe(422);
  });

  it('have a share before the first one was set, and where none is left: the earliest, or 20 percent', async () => {
    const rows = await db().selectFrom('coOpShares').selectAll().orderBy('since').execute();
    const [first] = rows;
    if (!first) throw new Error('The migrations set no share.');
    const before = new Date(first.since.getTime() - 1);
    await db().updateTable('coOpShares').set({ percent: 35 }).where('since', '=', first.since).execute();
    expect([await currentShare(db(), before), await currentShare(db(), first.since)]).toEqual([35, 35]);
    await db().deleteFrom('coOpShares').execute();
    expect(await currentShare(db(), new Date())).toBe(20);
    expect(await titleOf(owner, '/admin/earnings')).toBe('$240 owed to you.');
    await db().insertInto('coOpShares').values(rows).execute();
    expect(await titleOf(owner, '/admin/earnings')).toBe('$195 owed to you.');
  });

  it('go down by what was paid out, once for each form', async () => {
    expect(await titleOf(desk, '/operator/payouts')).toBe('$195 owed to members.');
    const formId = crypto.randomUUID();
    for (const _ of [1, 2]) expect((await payout({ formId, note: 'December' })).status).toBe(303);
    expect(await titleOf(owner, '/admin/earnings')).toBe('$95 owed to you.');
    expect(await (await owner.get('/admin/earnings')).text()).toContain('December');
    await payout({ amount: '-100' });
    expect(await titleOf(owner, '/admin/earnings')).toBe('$195 owed to you.');
  });

  it('take no payout that says too little, and keep what was typed', async () => {
    for (const wrong of [
      { amount: 'some' },
      { paidOn: '2026-02-31x' },
      { paidOn: '2199-01-01' },
      { member: 'x' },
    ]) {
      const answer = await payout({ note: 'kept as typed', ...wrong });
      expect([wrong, answer.status]).toEqual([wrong, 422]);
      expect(await answer.text()).toContain('kept as typed');
    }
  });

  it('are nobody else’s to see or to write down', async () => {
    const stranger = await interviewer(world, 'oskar-nowak');
    expect(await titleOf(stranger, '/admin/earnings')).toBe('$0 owed to you.');
    for (const path of ['/operator/payouts', '/operator/share']) {
      expect((await stranger.post(path, { percent: '0' })).status).toBe(404);
    }
    expect((await stranger.get('/operator/payouts')).status).toBe(404);
    expect((await desk.get('/admin/earnings')).status).toBe(404);
  });
});
