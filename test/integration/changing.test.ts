import ICAL from 'ical.js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Candidate, freeSlot } from '../support/candidate.ts';
import { inWorld } from '../support/in-world.ts';
import { booked, refundsOf, rowOf, words } from '../support/on-pages.ts';
import { moneyOf } from '../support/stripe-state.ts';
import { until } from '../support/until.ts';

// A candidate who cancels or moves. Guards, each taken out once to see its test fail: `onlyFree` in cancelBooking,
// `refuseMove` in the move route.

const HOUR = 3_600_000;

const world = inWorld();

// Each makes a booking by the whole way, which a busy machine takes its time for.
vi.setConfig({ testTimeout: 60_000 });

afterEach(() => world.clock.stopAt(null));

const freeUntil = async (id: string) => new Date((await rowOf(world, id)).startsAt.getTime() - 24 * HOUR);
const calendarOf = async (uid: string) =>
  (await world.calcom.state()).bookings.find((booking) => booking.uid === uid)?.status;

/** The calendar file of a booking, as far as it says what becomes of the session. */
async function fileOf(candidate: Candidate, id: string) {
  const answer = await candidate.get(`/bookings/${id}/invitation.ics`);
  expect(answer.headers.get('content-type')).toContain('text/calendar');
  const file = new ICAL.Component(ICAL.parse(await answer.text()));
  const event = file.getFirstSubcomponent('vevent');
  const [uid, sequence, status] = ['uid', 'sequence', 'status'].map((name) =>
    event?.getFirstPropertyValue(name),
  );
  return { method: file.getFirstPropertyValue('method'), uid, sequence, status };
}

/** Picks another start for a booking, as the widget does in its own way of moving one. */
async function moveOnCalendar(id: string, start: string): Promise<string> {
  const { calcomUid, candidateEmail, candidateName } = await rowOf(world, id);
  const { bookings } = await world.calcom.state();
  const eventTypeId = bookings.find(({ uid }) => uid === calcomUid)?.eventTypeId;
  const answer = await fetch(`${world.calcom.url}/_booker/bookings`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      eventTypeId,
      start,
      name: candidateName,
      email: candidateEmail,
      timeZone: 'America/New_York',
      movingUid: calcomUid,
    }),
  });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { uid: string }).uid;
}

describe('scenario 24: a candidate who cancels', () => {
  it('gets all of it back up to the very instant, once, however often it is pressed', async () => {
    const { candidate, id } = await booked(world, 'Anna Early', 'adaeze-okonkwo');
    world.clock.stopAt(await freeUntil(id));
    const asked = await words(await candidate.get(`/bookings/${id}/cancellation`));
    expect(asked).toContain('You get $150.00 back');
    const press = () =>
      candidate.post(`/bookings/${id}/cancellation`, { note: 'A real interview.', terms: 'free' });
    const answers = await Promise.all([press(), press(), press()]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    const { calcomUid } = await rowOf(world, id);
    await until(async () => (await refundsOf(world, id))[0]?.state === 'succeeded', { what: 'the refund' });
    await until(async () => (await calendarOf(calcomUid)) === 'cancelled', { what: 'the calendar is free' });
    expect(await refundsOf(world, id)).toHaveLength(1);
    expect((await moneyOf(world, id)).refunds.map(({ amount }) => amount)).toEqual([150_00]);
    const page = await words(await candidate.get(`/bookings/${id}`));
    expect(page).toContain('You canceled this interview.');
    expect(page).toContain('$150.00 went back to your card');
    expect(page).toContain('A real interview.');
    expect(page).toMatch(/Refund −\$150\.00.*You paid \$0\.00/);
    expect((await candidate.get(`/bookings/${id}/cancellation`)).headers.get('location')).toBe(
      `/bookings/${id}`,
    );
  });

  it('downloads a file that takes the session out of the calendar which the one before has put it into', async () => {
    const { candidate, id } = await booked(world, 'Cal Clear', 'wei-lin-hsu');
    const before = await fileOf(candidate, id);
    expect(before).toMatchObject({ method: 'PUBLISH', status: 'CONFIRMED' });
    await candidate.post(`/bookings/${id}/cancellation`, { note: '', terms: 'free' });
    expect(await fileOf(candidate, id)).toEqual({
      method: 'CANCEL',
      status: 'CANCELLED',
      uid: before.uid,
      sequence: Number(before.sequence) + 1,
    });
  });

  it('has no such file of a session that never was confirmed', async () => {
    const candidate = new Candidate(world, 'Not Yet');
    const id = await candidate.hold('wei-lin-hsu');
    expect((await candidate.get(`/bookings/${id}/invitation.ics`)).status).toBe(404);
  });

  it('a thousandth later is asked once more instead of paying for the delay, and then keeps the price kept', async () => {
    const { candidate, id } = await booked(world, 'Ben Barely', 'kenji-aoyama');
    world.clock.stopAt(new Date((await freeUntil(id)).getTime() + 1));
    for (const fields of [{ terms: 'free' }, {}, { terms: 'nonsense' }]) {
      const late = await candidate.post(`/bookings/${id}/cancellation`, { note: 'Sorry', ...fields });
      expect(late.status).toBe(409);
      const told = await words(late);
      expect(told).toContain('Nothing was canceled yet.');
      expect(told).toContain('It is past that. The price is kept');
      expect((await rowOf(world, id)).state).toBe('confirmed');
    }
    const kept = await candidate.post(`/bookings/${id}/cancellation`, { note: '', terms: 'kept' });
    expect(kept.status).toBe(303);
    expect((await rowOf(world, id)).state).toBe('cancelled');
    expect(await refundsOf(world, id)).toEqual([]);
    expect(await words(await candidate.get(`/bookings/${id}`))).toContain('The price is kept: $200.00');
  });

  it('can do so until the session starts, and is told what is left to do from then on', async () => {
    const { candidate, id } = await booked(world, 'Cora Come', 'jonah-pryce');
    const { startsAt } = await rowOf(world, id);
    world.clock.stopAt(new Date(startsAt.getTime() - 1));
    expect((await candidate.get(`/bookings/${id}/cancellation`)).status).toBe(200);
    world.clock.stopAt(startsAt);
    for (const answer of [
      await candidate.get(`/bookings/${id}/cancellation`),
      await candidate.post(`/bookings/${id}/cancellation`, { terms: 'kept' }),
    ]) {
      expect(answer.status).toBe(409);
      expect(await words(answer)).toContain('can no longer be canceled');
    }
    expect((await rowOf(world, id)).state).toBe('confirmed');
    expect(await words(await candidate.get(`/bookings/${id}`))).not.toContain('Change of plan?');
  });

  it('keeps a note that is too long, and cancels nothing', async () => {
    const { candidate, id } = await booked(world, 'Lena Long', 'tomas-ferreira');
    const note = 'x'.repeat(1001);
    const answer = await candidate.post(`/bookings/${id}/cancellation`, { note, terms: 'free' });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain(note);
    expect(html).toContain('1,000 characters');
    expect((await rowOf(world, id)).state).toBe('confirmed');
  });
});

describe('scenario 26: a candidate who moves the session', () => {
  it('keeps booking, price and payment, and is told so as soon as the calendar has it', async () => {
    const { candidate, id } = await booked(world, 'Mia Move', 'ruth-mwangi');
    const before = await rowOf(world, id);
    const page = await (await candidate.get(`/bookings/${id}/move`)).text();
    expect(page).toContain(`data-link="reschedule/${before.calcomUid}"`);
    const watch = /name="watch" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const start = await freeSlot(world, 'ruth-mwangi', 5);
    const uid = await moveOnCalendar(id, start);
    const answer = await candidate.post(`/bookings/${id}/move`, { uid: 'whatever-the-browser-says', watch });
    expect(answer.status).toBe(303);
    // The calendar's own news may be under way at the same time; whoever is first follows.
    const after = await until(
      async () => {
        const row = await rowOf(world, id);
        return row.calcomUid === uid && row;
      },
      { what: 'the booking follows' },
    );
    expect(after).toMatchObject({ state: 'confirmed', sequence: before.sequence + 1 });
    expect(after.startsAt).toEqual(new Date(start));
    await until(async () => (await calendarOf(uid)) === 'accepted', { what: 'the new time is firm' });
    const told = await words(await candidate.get(answer.headers.get('location') ?? ''));
    expect(told).toContain('Moved.');
    const money = await moneyOf(world, id);
    expect(money.captured).toBe(145_00);
    expect(money.refunds).toEqual([]);
  });

  it('is told that it is moving while the calendar does not answer, and sent on once it has', async () => {
    const { candidate, id } = await booked(world, 'Max Wait', 'ines-haddad');
    const page = await (await candidate.get(`/bookings/${id}/move`)).text();
    const watch = /name="watch" value="([^"]+)"/.exec(page)?.[1] ?? '';
    await moveOnCalendar(id, await freeSlot(world, 'ines-haddad', 4));
    await world.calcom.post('faults', { api: { match: 'GET /v2/bookings', mode: 'down' } });
    const answer = await candidate.post(`/bookings/${id}/move`, { watch });
    const address = answer.headers.get('location') ?? '';
    const moving = await (await candidate.get(address)).text();
    expect(moving).toContain('Moving…');
    expect(moving).toContain('hx-trigger="every 1s"');
    expect(moving).toContain('http-equiv="refresh"');
    await world.calcom.clearFaults();
    const settled = await until(
      async () => {
        const asked = await candidate.request(address, { headers: { 'HX-Request': 'true' } });
        return asked.headers.get('hx-redirect') ?? null;
      },
      { what: 'the page is sent on' },
    );
    expect(await words(await candidate.get(settled))).toContain('Moved.');
  });

  it('may do so up to the instant until which it was free, and not a thousandth longer', async () => {
    const { candidate, id } = await booked(world, 'Nora Edge', 'wei-lin-hsu');
    const cutOff = await freeUntil(id);
    world.clock.stopAt(cutOff);
    expect((await candidate.get(`/bookings/${id}/move`)).status).toBe(200);
    world.clock.stopAt(new Date(cutOff.getTime() + 1));
    for (const answer of [
      await candidate.get(`/bookings/${id}/move`),
      await candidate.post(`/bookings/${id}/move`, { uid: 'abcdef' }),
    ]) {
      expect(answer.status).toBe(409);
      expect(await words(answer)).toContain('It is too late to move it.');
    }
  });

  it('is told that nothing was seen when the browser made the move up', async () => {
    const { candidate, id } = await booked(world, 'Fay Forger', 'daniel-abramov');
    const before = await rowOf(world, id);
    const answer = await candidate.post(`/bookings/${id}/move`, { uid: 'made-up-uid' });
    expect(await rowOf(world, id)).toMatchObject({ startsAt: before.startsAt, calcomUid: before.calcomUid });
    world.clock.stopAt(new Date(world.clock.now().getTime() + 3 * 60_000));
    const told = await words(await candidate.get(answer.headers.get('location') ?? ''));
    expect(told).toContain('We have not seen it move.');
    expect(await words(await candidate.get(`/bookings/${id}?moving=nonsense`))).not.toContain('Mov…');
  });
});
