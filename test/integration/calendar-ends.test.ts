import { createHmac } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { bookingsOf } from '../support/booked.ts';
import { accountsOn } from '../support/calendars.ts';
import { Candidate } from '../support/candidate.ts';
import { connectionsOf, CALENDAR as PATH } from '../support/connections.ts';
import { inWorld } from '../support/in-world.ts';
import { interviewer } from '../support/panel.ts';
import { until } from '../support/until.ts';

// The end of a connection, and another beginning. A guard to take out, to see a test fail: `disconnectedAt` in
// deliverySecret (an ended one).

const TEAM_KEY = 'cal_team_key_0123456789';

const world = inWorld({ env: { CALCOM_API_KEY: TEAM_KEY } });
let on: ReturnType<typeof accountsOn>;

beforeAll(async () => {
  on = accountsOn(world);
  await on.teamKey(TEAM_KEY);
  await bookings.confirmed('ines-haddad', 'Stands Anyway');
});

const { deps, idOf, connectionOf, check, page, profile, deliverTo, unconnected } = connectionsOf(() => world);
const bookings = bookingsOf(() => world);

describe('disconnecting', () => {
  it('says first what stands and what does not, then ends it and forgets the key', async () => {
    const slug = 'ines-haddad';
    const person = await interviewer(world, slug);
    const held = new Candidate(world, 'In The Midst');
    await held.hold(slug);
    const asked = await page(person, `${PATH}/disconnection`);
    expect(asked).toContain('One booked They stand');
    expect(asked).toContain('One being booked Let go with an apology.');
    expect((await person.post(`${PATH}/disconnection`, {})).headers.get('location')).toContain(
      'disconnected',
    );
    const ended = await connectionOf(slug);
    expect(ended.disconnectedAt).not.toBeNull();
    expect(ended.apiKeySealed).toBeNull();
    expect((await on.eventTypeOf(slug)).webhooks).toEqual([]);
    expect(await profile(slug)).toContain('No times can be picked right now');
    const standing = await deps()
      .db.selectFrom('bookings')
      .select(['id', 'state'])
      .where('interviewerId', '=', await idOf(slug))
      .where('state', '=', 'confirmed')
      .execute();
    expect(standing).toHaveLength(1);
    await bookings.settled(standing[0]?.id ?? '', ({ state }) => state === 'confirmed', 'it stands');
  });

  it('refuses deliveries from then on, and does nothing the second time', async () => {
    const slug = 'ines-haddad';
    const person = await interviewer(world, slug);
    const before = await connectionOf(slug);
    // Signed as it always was.
    const body = JSON.stringify({ triggerEvent: 'BOOKING_REQUESTED', payload: { uid: 'of-nobody' } });
    const secret = deps().secrets.open(before.webhookSecretSealed) ?? '';
    const signature = createHmac('sha256', secret).update(body).digest('hex');
    expect((await deliverTo(before.id, body, signature)).status).toBe(401);
    await person.post(`${PATH}/disconnection`, {});
    expect((await connectionOf(slug)).disconnectedAt).toEqual(before.disconnectedAt);
    expect((await person.post(`${PATH}/check`, {})).headers.get('location')).toBe(PATH);
    expect(await check(slug)).toBe('none');
  });

  it('is no end for good: the same account goes on with the same bookings', async () => {
    const slug = 'ines-haddad';
    const person = await interviewer(world, slug);
    const before = await connectionOf(slug);
    await person.post(`${PATH}/key`, { key: await on.newKey(slug) });
    const { id } = await on.eventTypeOf(slug);
    await person.post(`${PATH}/event-type`, { 'event-type': String(id) });
    expect(await connectionOf(slug)).toMatchObject({ id: before.id, disconnectedAt: null, trouble: null });
    await until(async () => (await profile(slug)).includes('Book an interview'), { what: 'bookable again' });
  });

  it('gives back the money of who was paying, as scenario 36 has it', async () => {
    const slug = 'oskar-nowak';
    const person = await unconnected(slug);
    const interview = { slug: 'interview', title: 'Mock', lengthInMinutes: 90 };
    await person.post(`${PATH}/key`, { key: await on.signUp('oskar-there', [interview]) });
    const { id: eventTypeId } = await on.eventTypeOf('oskar-there');
    await person.post(`${PATH}/event-type`, { 'event-type': String(eventTypeId) });
    const candidate = new Candidate(world, 'Pays Just Then');
    const claimed = await candidate.claim(slug, await candidate.pick('oskar-there'));
    const id = /bookings\/([^/]+)\//.exec(claimed.headers.get('location') ?? '')?.[1] ?? '';
    await candidate.giveDetails(id);
    const session = await candidate.checkout(id);
    await person.post(`${PATH}/disconnection`, {});
    await candidate.pay(session);
    await bookings.settled(id, ({ state }) => state === 'released', 'it is let go');
    expect(await bookings.mailsOf(id)).toContain('apology');
  });
});
