import { createHmac } from 'node:crypto';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { readCalendar } from '../../src/features/booking/open-slots.ts';
import { queueChecks } from '../../src/features/calendar/checks.ts';
import { sweepCalendars } from '../../src/inbox/sweep.ts';
import { bookingsOf } from '../support/booked.ts';
import { accountsOn } from '../support/calendars.ts';
import { Candidate } from '../support/candidate.ts';
import { connectionsOf, CALENDAR as PATH } from '../support/connections.ts';
import { inWorld } from '../support/in-world.ts';
import { words } from '../support/on-pages.ts';
import { interviewer, operator } from '../support/panel.ts';
import { until } from '../support/until.ts';

// A connection to cal.com that breaks: noticed, told once, repaired. Guards to take out, to see a test fail:
// `error.refused === 'key'` in lookAtConnection (a revoked key); the `null` of an unanswered look (nobody unpublished
// by an outage); `newsOf` in keepCheck (told once); `isBroken` in bookableInterviewer (nobody books a broken one);
// `answerSeen` and the null of `open` in deliverySecret, the new secret in `secretToUse` (another SECRET_KEY).

const TEAM_KEY = 'cal_team_key_0123456789';
const OPERATOR = 'operator@demo.508.test';

const world = inWorld({ env: { CALCOM_API_KEY: TEAM_KEY } });
let on: ReturnType<typeof accountsOn>;

beforeAll(async () => {
  on = accountsOn(world);
  await on.teamKey(TEAM_KEY);
});

const { deps, idOf, connectionOf, check, page, profile, wrong, deliverTo, mailsAbout, arrives } =
  connectionsOf(() => world);
const bookings = bookingsOf(() => world);

async function openTimes(slug: string): Promise<number> {
  const slots = deps().db.selectFrom('openSlots').select('startsAt');
  return (await slots.where('interviewerId', '=', await idOf(slug)).execute()).length;
}

const pageOf = async (path: string) => ({ html: await (await new Candidate(world).get(path)).text() });

describe('a connection that breaks', () => {
  const slug = 'ines-haddad';
  const mail = `${slug}@demo.508.test`;

  it('with a revoked key can’t be booked, and says so everywhere, calmly', async () => {
    const person = await interviewer(world, slug);
    await readCalendar(deps(), await idOf(slug));
    expect(await profile(slug)).toContain('Book an interview');
    await on.newKey(slug);
    // What asks every few minutes notices first.
    await sweepCalendars(deps());
    await until(async () => (await connectionOf(slug)).trouble === 'key-refused', { what: 'noticed' });
    // cal.com tells everybody which times are free: they are no offer of ours any more.
    await readCalendar(deps(), await idOf(slug));
    expect(await openTimes(slug)).toBe(0);
    expect(await wrong(person)).toEqual(['The key is refused']);
    expect(await page(person)).toContain('Your calendar is disconnected.');
    expect(await page(person, '/admin')).toMatch(/ahead of you\.[^.]*cal\.com is disconnected/);
    const seen = await profile(slug);
    expect(seen).toContain('No times can be picked right now');
    expect(seen).not.toContain('Book an interview');
    expect(await words(await new Candidate(world).get('/interviewers'))).toContain('Not bookable right now');
    expect(await words(await new Candidate(world).get(`/interviewers/${slug}/book`))).toContain(
      'not connected',
    );
    const candidate = new Candidate(world, 'Too Late');
    const uid = await candidate.pick(slug);
    expect((await candidate.claim(slug, uid)).status).toBe(503);
    expect(await page(await operator(world), '/operator')).toContain(
      'can’t be booked: cal.com is disconnected.',
    );
  });

  it('is told of once, to both, and once more when it works again', async () => {
    await arrives(mail, /is disconnected/);
    await arrives(OPERATOR, /Haddad’s cal.com calendar is disconnected/);
    for (let day = 0; day < 3; day++) expect(await check(slug)).toBe('checked');
    const person = await interviewer(world, slug);
    const renewed = await person.post(`${PATH}/key`, { key: `cal_other_${slug}` });
    expect(renewed.headers.get('location')).toBe(`${PATH}?notice=renewed`);
    await arrives(mail, /works again/);
    await arrives(OPERATOR, /Haddad’s cal.com calendar works again/);
    expect(await mailsAbout(mail, /is disconnected/)).toHaveLength(1);
    expect(await wrong(person)).toEqual([]);
    await until(async () => (await profile(slug)).includes('Book an interview'), { what: 'bookable again' });
  });

  it('because the event type is gone gets another, and keeps its bookings', async () => {
    const { id } = await bookings.confirmed(slug, 'Stands Anyway');
    const before = await connectionOf(slug);
    const person = await interviewer(world, slug);
    await on.deleteEventType(slug);
    await person.post(`${PATH}/check`, {});
    expect(await wrong(person)).toEqual(['The event type is gone']);
    expect(await page(person)).toContain('What is booked takes place as agreed.');
    expect(await profile(slug)).toContain('No times can be picked right now');
    expect((await person.post(`${PATH}/event-type`, { 'event-type': 'new' })).status).toBe(303);
    const after = await connectionOf(slug);
    expect(after).toMatchObject({ id: before.id, trouble: null });
    expect((await bookings.rowOf(id)).calcomConnectionId).toBe(after.id);
  });

  it('in what a repair puts right stays bookable, and is put right by one press', async () => {
    const person = await interviewer(world, slug);
    await on.change(slug, {
      lengthInMinutes: 60,
      disableGuests: false,
      confirmationPolicy: { disabled: true },
    });
    await on.deleteWebhooks(slug);
    await check(slug);
    expect((await connectionOf(slug)).trouble).toBe('needs-repair');
    expect(await wrong(person)).toEqual([
      'It does not take 90 minutes',
      'It does not ask for confirmation',
      'Unconfirmed bookings don’t keep their slot',
      'Candidates may bring guests',
      'cal.com does not tell us of changes',
    ]);
    await arrives(mail, /needs a repair/);
    const repaired = await person.post(`${PATH}/repair`, {});
    expect(repaired.headers.get('location')).toBe(`${PATH}?notice=repaired`);
    expect(await wrong(person)).toEqual([]);
    expect((await on.eventTypeOf(slug)).webhooks).toHaveLength(1);
    await arrives(mail, /works again/, 2);
  });

  it('says so where cal.com won’t be repaired with the key it has', async () => {
    const person = await interviewer(world, slug);
    await on.change(slug, { lengthInMinutes: 60 });
    await world.calcom.post('faults', { api: { match: 'PATCH /v2/event-types', mode: '403' } });
    const refused = await person.post(`${PATH}/repair`, {});
    expect(refused.headers.get('location')).toBe(`${PATH}?notice=not-repaired`);
    expect(await wrong(person)).toEqual(['It does not take 90 minutes']);
    await world.calcom.clearFaults();
    await person.post(`${PATH}/repair`, {});
    expect(await wrong(person)).toEqual([]);
  });

  it('is asked by itself once a day, and again within the hour when nobody answered', async () => {
    const connection = await connectionOf(slug);
    const was = connection.checkedAt?.getTime();
    await queueChecks(deps());
    expect((await connectionOf(slug)).checkedAt?.getTime()).toBe(was);
    await world.calcom.post('faults', { api: { mode: 'down' } });
    const past = (hours: number) => ({
      checkedAt: new Date(world.clock.now().getTime() - hours * 3_600_000),
    });
    await deps().db.updateTable('calcomConnections').set(past(25)).where('id', '=', connection.id).execute();
    await queueChecks(deps());
    await until(async () => (await connectionOf(slug)).unansweredAt, { what: 'tried' });
    await world.calcom.clearFaults();
    const tried = (minutes: number) => ({
      unansweredAt: new Date(world.clock.now().getTime() - minutes * 60_000),
    });
    await deps().db.updateTable('calcomConnections').set(tried(51)).where('id', '=', connection.id).execute();
    await queueChecks(deps());
    await until(async () => (await connectionOf(slug)).unansweredAt === null, { what: 'answered' });
  });

  test.each(['down', '429', '500-before'] as const)(
    'is not taken for broken by a cal.com that is %s',
    async (mode) => {
      const person = await interviewer(world, slug);
      const before = await connectionOf(slug);
      const slots = () => deps().db.selectFrom('openSlots').selectAll().execute();
      const open = (await slots()).length;
      await world.calcom.post('faults', { api: { mode } });
      expect(await check(slug)).toBe('unanswered');
      await readCalendar(deps(), await idOf(slug));
      expect(await connectionOf(slug)).toMatchObject({ trouble: null, checkedAt: before.checkedAt });
      expect(await page(person)).toContain('cal.com did not answer at');
      expect(await profile(slug)).toContain('Book an interview');
      expect((await slots()).length).toBe(open);
    },
  );

  it('is no longer ours to open after another SECRET_KEY, and takes a new key', async () => {
    const { id } = await connectionOf(slug);
    const foreign = Buffer.alloc(60, 7);
    const sealed = { apiKeySealed: foreign, webhookSecretSealed: foreign };
    await deps().db.updateTable('calcomConnections').set(sealed).where('id', '=', id).execute();
    await check(slug);
    const person = await interviewer(world, slug);
    expect(await wrong(person)).toEqual(['The key is refused']);
    await person.post(`${PATH}/key`, { key: `cal_other_${slug}` });
    expect(await wrong(person)).toEqual([]);
  });

  it('refuses what it can no longer verify after another SECRET_KEY, says so, and is repaired by one press', async () => {
    await check(slug);
    const { id } = await connectionOf(slug);
    const webhookSecretSealed = Buffer.alloc(60, 7);
    await deps()
      .db.updateTable('calcomConnections')
      .set({ webhookSecretSealed })
      .where('id', '=', id)
      .execute();
    const body = JSON.stringify({ triggerEvent: 'BOOKING_REQUESTED', payload: { uid: 'of-nobody' } });
    const deliver = async (secret: string) =>
      (await deliverTo(id, body, createHmac('sha256', secret).update(body).digest('hex'))).status;
    const person = await interviewer(world, slug);
    expect(await wrong(person)).toEqual([]);
    expect(await deliver('')).toBe(401);
    await until(async () => (await wrong(person)).includes('cal.com does not tell us of changes'), {
      what: 'the check is red',
    });
    expect((await connectionOf(slug)).trouble).toBe('needs-repair');
    await person.post(`${PATH}/repair`, {});
    expect(await wrong(person)).toEqual([]);
    const { webhookSecretSealed: renewed } = await connectionOf(slug);
    expect(await deliver(deps().secrets.open(renewed) ?? '')).toBe(200);
  });

  it('is followed under another name: the booking page is found by it', async () => {
    await on.change(slug, { slug: 'mock-interview' });
    await check(slug);
    const { html } = await pageOf(`/interviewers/${slug}/book`);
    expect(html).toContain(`data-link="${slug}/mock-interview"`);
    await on.change(slug, { slug: 'interview' }, 'mock-interview');
    await check(slug);
    expect(await connectionOf(slug)).toMatchObject({ eventTypeSlug: 'interview', trouble: null });
  });

  it('takes no key of another account', async () => {
    const person = await interviewer(world, slug);
    const refused = await person.post(`${PATH}/key`, { key: await on.signUp('somebody-else') });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('disconnect first');
    expect((await connectionOf(slug)).username).toBe(slug);
  });

  it('is not asked without end by somebody who presses again and again', async () => {
    const person = await interviewer(world, 'daniel-abramov');
    const statuses: number[] = [];
    for (let press = 0; press < 32; press++) statuses.push((await person.post(`${PATH}/check`, {})).status);
    expect(statuses.filter((status) => status === 303)).toHaveLength(30);
    expect(statuses.at(-1)).toBe(429);
  });
});
