import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { declineUnclaimed } from '../../src/features/booking/jobs.ts';
import { readCalendar } from '../../src/features/booking/open-slots.ts';
import { allAtTheDoor } from '../support/at-the-door.ts';
import { bookingsOf } from '../support/booked.ts';
import { Candidate, freeSlot } from '../support/candidate.ts';
import { connectionsOf } from '../support/connections.ts';
import { inWorld } from '../support/in-world.ts';
import { jobsAbout } from '../support/queue.ts';
import { until } from '../support/until.ts';

const KENJI = 'kenji-aoyama';
const RUTH = 'ruth-mwangi';

const world = inWorld();

const on = bookingsOf(() => world);
const { deps, idOf, connectionOf } = connectionsOf(() => world);
const countBookings = async (): Promise<number> =>
  (await deps().db.selectFrom('bookings').select('id').execute()).length;
const calendarStatus = async (uid: string) => (await on.calendarOf(uid))?.status;
/** The booking to which a claim that was taken leads. */
const bookingIn = (answer: Response): string => answer.headers.get('location')?.split('/')[2] ?? '';

/** A pick of Kenji's that its delivery has told us of. */
async function toldPick(candidate: Candidate, start: string): Promise<string> {
  const uid = await candidate.pick(KENJI, start, { force: true });
  const { db } = deps();
  const deliveries = db.selectFrom('inbox').select('id').where(sql<string>`payload ->> 'uid'`, '=', uid);
  await until(async () => (await deliveries.execute()).length > 0, { what: 'the delivery of the pick' });
  return uid;
}

describe('claiming a slot', () => {
  it('scenario 1: makes one booking of fifty simultaneous claims of one slot, and declines the pending slots of the rest', async () => {
    await readCalendar(deps(), await idOf(KENJI));
    const start = await freeSlot(world, KENJI);
    const candidates = Array.from({ length: 50 }, (_, n) => new Candidate(world, `Candidate ${n}`));
    const uids = await Promise.all(candidates.map((one) => one.pick(KENJI, start, { force: true })));
    const before = await countBookings();
    const answers = await Promise.all(
      candidates.map((candidate, n) => candidate.claim(KENJI, uids[n] ?? '')),
    );
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    const lost = answers.filter(({ status }) => status === 409);
    expect(lost).toHaveLength(49);
    const pages = await Promise.all(lost.map((answer) => answer.text()));
    expect(pages.filter((page) => page.includes('Kenji is free next'))).toHaveLength(49);
    expect(await countBookings()).toBe(before + 1);
    await until(
      async () => {
        const { bookings } = await world.calcom.state();
        const rejected = bookings.filter(({ uid, status }) => uids.includes(uid) && status === 'rejected');
        return rejected.length === 49;
      },
      { what: 'the losing slots were declined' },
    );
  });

  it('lets claims of one interviewer take turns, because two at once could block each other for good', async () => {
    const candidate = new Candidate(world, 'Next In Line');
    const uid = await candidate.pick(RUTH);
    const [answer] = await allAtTheDoor(deps(), await idOf(RUTH), () => [candidate.claim(RUTH, uid)]);
    expect(answer?.status).toBe(303);
  });

  it.each([
    ['scenario 1: of one slot', 0],
    ['scenario 2: of times that overlap', 45],
  ])('%s: makes one booking of claims in two processes that both found it free', async (what, minutes) => {
    const other = await world.anotherWeb();
    try {
      const first = await freeSlot(world, KENJI);
      const second = new Date(new Date(first).getTime() + minutes * 60_000).toISOString();
      const here = new Candidate(world, `Here ${what}`);
      const there = new Candidate({ ...world, site: other.site }, `There ${what}`);
      const uids = [await here.pick(KENJI, first), await there.pick(KENJI, second, { force: true })] as const;
      const answers = await allAtTheDoor(deps(), await idOf(KENJI), () => [
        here.claim(KENJI, uids[0]),
        there.claim(KENJI, uids[1]),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    } finally {
      await other.stop();
    }
  });

  it('scenario 1: tells who comes late by what the delivery of their pick said, without asking the calendar', async () => {
    const start = await freeSlot(world, KENJI);
    await new Candidate(world, 'In Time').hold(KENJI, start);
    const late = new Candidate(world, 'Too Late');
    const uid = await toldPick(late, start);
    await world.calcom.post('faults', { api: { match: 'GET /v2/bookings', mode: 'down' } });
    const answer = await late.claim(KENJI, uid);
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('Somebody was a moment faster.');
    await world.calcom.clearFaults();
    await until(async () => (await calendarStatus(uid)) === 'rejected', { what: 'their pick is declined' });
  });

  it('scenario 1: shows those who lose a time together what each asked for, in their own zone', async () => {
    await readCalendar(deps(), await idOf(KENJI));
    const start = await freeSlot(world, KENJI);
    await new Candidate(world, 'Has It').hold(KENJI, start);
    const losers = Array.from({ length: 12 }, (_, n) => ({
      uid: toldPick(new Candidate(world, `Lost ${n}`), start),
      zone: n % 3 === 0 ? 'America/Denver' : 'Asia/Tokyo',
      isFragment: n % 2 === 0,
    }));
    const uids = await Promise.all(losers.map(({ uid }) => uid));
    const answers = await Promise.all(
      losers.map(async ({ zone, isFragment }, n) => {
        const headers = { Origin: world.site, Cookie: `tz=${zone}`, 'HX-Request': String(isFragment) };
        const body = new URLSearchParams({ interviewer: KENJI, uid: uids[n] ?? '' });
        return (await fetch(`${world.site}/bookings`, { method: 'POST', headers, body })).text();
      }),
    );
    const told = answers.map((html) => [/Tokyo|Denver/.exec(html)?.[0], !html.startsWith('<!doctype html>')]);
    expect(told).toEqual(losers.map(({ zone, isFragment }) => [zone.split('/')[1], isFragment]));
  });

  it('scenario 2: makes one booking of simultaneous claims of times that overlap, whatever their starts', async () => {
    const first = new Date(await freeSlot(world, KENJI)).getTime();
    const candidates = Array.from({ length: 30 }, (_, n) => new Candidate(world, `Overlap ${n}`));
    const starts = candidates.map((_, n) => new Date(first + (n % 6) * 15 * 60_000).toISOString());
    const uids = await Promise.all(candidates.map((one, n) => one.pick(KENJI, starts[n], { force: true })));
    const answers = await Promise.all(candidates.map((one, n) => one.claim(KENJI, uids[n] ?? '')));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, ...Array(29).fill(409)]);
  });

  it('scenario 3: makes one booking of fifty simultaneous claims of one uid', async () => {
    const uid = await new Candidate(world).pick(RUTH);
    const before = await countBookings();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => new Candidate(world, `Copycat ${n}`).claim(RUTH, uid)),
    );
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(await countBookings()).toBe(before + 1);
    expect(await calendarStatus(uid)).toBe('pending');
  });

  it('scenario 6: leads a second click of the same visitor to the booking they have', async () => {
    const candidate = new Candidate(world, 'Double Click');
    const uid = await candidate.pick(RUTH);
    const first = await candidate.claim(RUTH, uid);
    const second = await candidate.claim(RUTH, uid);
    expect(second.headers.get('location')).toBe(first.headers.get('location'));
  });

  it.each([
    ['made up', async () => 'AAAAAAAAAAAAAAAAAAAAAA', 422],
    ['with a path in it', async () => '../me', 422],
    ['of another interviewer', async () => new Candidate(world).pick(KENJI), 422],
  ])('scenario 3: refuses a uid that is %s and stores nothing', async (_what, uid, status) => {
    const given = await uid();
    const before = await countBookings();
    const answer = await new Candidate(world).claim(RUTH, given);
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain('role="alert"');
    expect(await countBookings()).toBe(before);
  });

  it('scenario 3: refuses a uid that somebody else has claimed, and lets theirs be', async () => {
    const uid = await new Candidate(world, 'First').pick(RUTH);
    await new Candidate(world, 'First').claim(RUTH, uid);
    const answer = await new Candidate(world, 'Second').claim(RUTH, uid);
    expect(answer.status).toBe(409);
    expect(await calendarStatus(uid)).toBe('pending');
  });

  it('scenario 3: refuses a uid whose booking has ended, though its time is free and pending again', async () => {
    const first = new Candidate(world, 'Gave Up');
    const uid = await first.pick(RUTH);
    const id = bookingIn(await first.claim(RUTH, uid));
    const ended = { state: 'expired', endReason: 'hold-expired', endedAt: new Date() };
    await deps().db.updateTable('bookings').set(ended).where('id', '=', id).execute();
    const before = await countBookings();
    const answer = await new Candidate(world, 'Comes After').claim(RUTH, uid);
    expect(answer.status).toBe(409);
    expect(await countBookings()).toBe(before);
  });

  it('scenario 3: refuses a slot that the interviewer has declined in the meantime', async () => {
    const uid = await new Candidate(world).pick(RUTH);
    await on.asHost(RUTH, `${uid}/decline`, { reason: 'away' });
    const before = await countBookings();
    expect((await new Candidate(world).claim(RUTH, uid)).status).toBe(409);
    expect(await countBookings()).toBe(before);
  });

  it('says so when the calendar does not answer, stores nothing, and takes the same claim later', async () => {
    const candidate = new Candidate(world, 'Patient');
    const uid = await candidate.pick(RUTH);
    await world.calcom.post('faults', { api: { match: 'GET /v2/bookings', mode: 'down' } });
    const refused = await candidate.claim(RUTH, uid);
    expect(refused.status).toBe(503);
    await world.calcom.clearFaults();
    expect((await candidate.claim(RUTH, uid)).status).toBe(303);
  });

  it('scenario 4: takes name, address, zone, time and price from the calendar and the catalogue, not from the browser', async () => {
    const candidate = new Candidate(world, 'Honest Name');
    const uid = await candidate.pick(RUTH);
    const answer = await candidate.post('/bookings', {
      interviewer: RUTH,
      uid,
      price: '1',
      priceCents: '1',
      start: '2020-01-01T00:00:00Z',
      name: 'Mallory',
    });
    const booking = await on.rowOf(bookingIn(answer));
    expect(booking).toMatchObject({
      priceCents: 145_00,
      candidateName: 'Honest Name',
      candidateEmail: 'honest.name@example.com',
      candidateTimeZone: 'America/New_York',
    });
    expect(booking.startsAt.getTime()).toBeGreaterThan(Date.now());
  });

  it('scenario 8: lets one browser hold three slots unpaid and not a fourth', async () => {
    const candidate = new Candidate(world, 'Collector');
    for (const slug of ['jonah-pryce', 'ines-haddad', 'wei-lin-hsu']) {
      // A name and an address of its own each time: it is the browser that is counted.
      const uid = await new Candidate(world, `Collector for ${slug}`).pick(slug);
      expect((await candidate.claim(slug, uid)).status).toBe(303);
    }
    const uid = await new Candidate(world, 'Collector of a Fourth').pick('daniel-abramov');
    expect((await candidate.claim('daniel-abramov', uid)).status).toBe(429);
    await until(async () => (await calendarStatus(uid)) === 'rejected', { what: 'the fourth was let go' });
  });

  it('scenario 7: declines a slot that was taken on cal.com and never claimed here, after its grace', async () => {
    const uid = await new Candidate(world, 'Direct').pick('oskar-nowak');
    const queued = async () =>
      (await jobsAbout(world, { uid })).some(({ name }) => name === 'slot.decline-unclaimed');
    await until(queued, { what: 'the webhook queued the decline' });
    await declineUnclaimed(deps(), (await connectionOf('oskar-nowak')).id, uid);
    expect(await calendarStatus(uid)).toBe('rejected');
  });
});
