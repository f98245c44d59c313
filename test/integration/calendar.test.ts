import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, test } from 'vitest';
import { readCalendar } from '../../src/features/booking/open-slots.ts';
import { checkCalendar, queueChecks } from '../../src/features/calendar/checks.ts';
import { sweepCalendars } from '../../src/inbox/sweep.ts';
import { bookingsOf } from '../support/booked.ts';
import { accountsOn } from '../support/calendars.ts';
import { Candidate } from '../support/candidate.ts';
import { words } from '../support/on-pages.ts';
import { interviewer, operator } from '../support/panel.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

// An interviewer's connection to cal.com: made, checked, broken, repaired, ended. Guards to take out, to see a test
// fail: `isTakenByAnother` in connect (another's account); `usernameFrom`/`keyProblem` in the route (what is typed);
// `guarded` there (guessing keys); `error.refused === 'key'` in lookAtConnection (a revoked key); the `null` of an
// unanswered look (nobody unpublished by an outage); `newsOf` in keepCheck (told once); `isBroken` in
// bookableInterviewer (nobody books a broken one); `where disconnectedAt is null` in connectionWhere (an ended one).

const TEAM_KEY = 'cal_team_key_0123456789';
const OPERATOR = 'operator@demo.508.test';

let world: World;
let on: ReturnType<typeof accountsOn>;
beforeAll(async () => {
  world = await startWorld(inject('postgres'), { env: { CALCOM_API_KEY: TEAM_KEY } });
  on = accountsOn(world);
  await on.teamKey(TEAM_KEY);
});
afterAll(() => world?.stop());
afterEach(() => world.calcom.clearFaults());

const bookings = bookingsOf(() => world);
const deps = () => world.application.deps;
const PATH = '/admin/calendar';

async function idOf(slug: string): Promise<string> {
  const row = deps().db.selectFrom('interviewers').select('id').where('slug', '=', slug);
  return (await row.executeTakeFirstOrThrow()).id;
}
async function connectionOf(slug: string) {
  return deps()
    .db.selectFrom('calcomConnections')
    .selectAll()
    .where('interviewerId', '=', await idOf(slug))
    .executeTakeFirstOrThrow();
}
async function openTimes(slug: string): Promise<number> {
  const slots = deps().db.selectFrom('openSlots').select('startsAt');
  return (await slots.where('interviewerId', '=', await idOf(slug)).execute()).length;
}
const check = async (slug: string) => checkCalendar(deps(), await idOf(slug));
const page = async (person: Candidate, path = PATH) => words(await person.get(path));
const pageOf = async (path: string) => ({ html: await (await new Candidate(world).get(path)).text() });
const profile = async (slug: string) => words(await new Candidate(world).get(`/interviewers/${slug}`));
/** Wrong, by its checks' names. */
async function wrong(person: Candidate): Promise<string[]> {
  const html = await (await person.get(PATH)).text();
  return [...html.matchAll(/<h2>([^<]+)<span class="sr-only">: Wrong/g)].map(([, name = '']) => name);
}
/** What cal.com does when something has changed there. */
const deliverTo = (connectionId: string, body: string, signature: string) =>
  fetch(`${world.site}/webhooks/calcom/${connectionId}`, {
    method: 'POST',
    body,
    headers: { 'X-Cal-Signature-256': signature },
  });
const mailsAbout = async (to: string, subject: RegExp) =>
  (await world.mail.messages(to)).filter((mail) => subject.test(mail.subject));
const arrives = (to: string, subject: RegExp, count = 1) =>
  until(async () => (await mailsAbout(to, subject)).length >= count, { what: `${subject} to ${to}` });
/** Somebody of the sample catalogue who has no calendar. */
async function unconnected(slug: string): Promise<Candidate> {
  await deps()
    .db.deleteFrom('calcomConnections')
    .where('interviewerId', '=', await idOf(slug))
    .execute();
  return interviewer(world, slug);
}

describe('connecting', () => {
  it('takes a key, shows the account back, and makes the event type', async () => {
    const slug = 'adaeze-okonkwo';
    const person = await unconnected(slug);
    expect(await page(person)).toContain('Connect your calendar.');
    expect(await profile(slug)).toContain('No times can be picked right now');
    const key = await on.signUp('adaeze-there');
    const given = await person.post(`${PATH}/key`, { key: ` ${key}\n` });
    expect([given.status, given.headers.get('location')]).toEqual([303, `${PATH}/event-type`]);
    const asked = await page(person, `${PATH}/event-type`);
    expect(asked).toContain('cal.com/adaeze-there: adaeze-there There, Taipei, UTC+8');
    const connected = await person.post(`${PATH}/event-type`, { 'event-type': 'new' });
    expect(connected.headers.get('location')).toBe(`${PATH}?notice=connected`);
    expect(await on.eventTypeOf('adaeze-there')).toMatchObject({
      ...{ lengthInMinutes: 90, disableGuests: true },
      confirmationPolicy: { type: 'always', blockUnconfirmedBookingsInBooker: true },
    });
    expect(await page(person, `${PATH}?notice=connected`)).toContain('Your calendar works.');
    expect(await wrong(person)).toEqual([]);
    expect((await connectionOf(slug)).deliveredAt).toBeNull();
    await until(async () => (await profile(slug)).includes('Book an interview'), { what: 'bookable' });
    const candidate = new Candidate(world, 'Books The New');
    const uid = await candidate.pick('adaeze-there');
    expect((await candidate.claim(slug, uid)).status).toBe(303);
    await until(async () => (await connectionOf(slug)).deliveredAt, { what: 'cal.com told us of it' });
  });

  it('keeps the key sealed, and sends it to nobody', async () => {
    const { apiKeySealed } = await connectionOf('adaeze-okonkwo');
    expect(apiKeySealed?.toString('latin1')).not.toContain('cal_key');
    expect(deps().secrets.open(apiKeySealed as Buffer)).toBe('cal_key_adaeze-there');
    const person = await interviewer(world, 'adaeze-okonkwo');
    for (const path of [PATH, `${PATH}/key`, `${PATH}/event-type`, `${PATH}/disconnection`]) {
      expect(await (await person.get(path)).text()).not.toContain('cal_key');
    }
    const offers = await deps().db.selectFrom('calcomOffers').selectAll().execute();
    expect(offers).toEqual([]);
  });

  it('says of each event type what would change, and changes the one that is picked', async () => {
    const slug = 'mara-lindqvist';
    const person = await unconnected(slug);
    const key = await on.signUp('mara-there', [
      { slug: 'chat', title: 'A chat', lengthInMinutes: 30 },
      { slug: 'interview', title: 'Mock', lengthInMinutes: 60 },
    ]);
    await person.post(`${PATH}/key`, { key });
    const asked = await page(person, `${PATH}/event-type`);
    expect(asked).toContain('A chat cal.com/mara-there/chat, 30 minutes');
    expect(asked).toContain('We change it: 90 minutes and no other length; asks for confirmation;');
    expect(asked).toContain('cal.com/mara-there/practice-interview, 90 minutes');
    const { id } = await on.eventTypeOf('mara-there');
    for (const made of ['', '0', '9'.repeat(40), 'new; drop']) {
      expect((await person.post(`${PATH}/event-type`, { 'event-type': made })).status).toBe(422);
    }
    await person.post(`${PATH}/event-type`, { 'event-type': String(id) });
    expect(await on.eventTypeOf('mara-there')).toMatchObject({ id, lengthInMinutes: 90 });
    expect(await on.eventTypeOf('mara-there', 'chat')).toMatchObject({ lengthInMinutes: 30 });
    expect(await wrong(person)).toEqual([]);
  });

  it('needs no key of one’s own where the co-op’s speaks for the account', async () => {
    const slug = 'camila-restrepo';
    const person = await unconnected(slug);
    await on.signUp('camila-there', [{ slug: 'interview', title: 'Mock', lengthInMinutes: 60 }]);
    const nobody = await person.post(`${PATH}/key`, { username: 'nobody-there' });
    expect(nobody.status).toBe(422);
    expect(await nobody.text()).toContain('value="nobody-there"');
    await person.post(`${PATH}/key`, { username: 'https://cal.com/camila-there' });
    expect(await page(person, `${PATH}/event-type`)).toContain('can’t make one in your account');
    expect((await person.post(`${PATH}/event-type`, { 'event-type': 'new' })).status).toBe(422);
    const { id } = await on.eventTypeOf('camila-there');
    await person.post(`${PATH}/event-type`, { 'event-type': String(id) });
    expect((await connectionOf(slug)).apiKeySealed).toBeNull();
    expect(await page(person)).toContain('The co-op’s key speaks for cal.com/camila-there.');
    expect(await wrong(person)).toEqual([]);
  });

  test.each([
    ['nothing', '', 'No key yet.'],
    ['a sentence', 'my key is cal_0123456789', 'A key is one word'],
    ['a key of nobody', 'cal_nobody_0123456789', 'cal.com does not know this key.'],
    ['far too much', 'x'.repeat(100_000), 'longer than any key'],
  ])('%s is refused with words, and not sent back', async (_what, key, said) => {
    const person = await unconnected('oskar-nowak');
    const refused = await person.post(`${PATH}/key`, { key });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain(said);
    expect(html).toContain('aria-invalid="true"');
    if (key) expect(html).not.toContain(key.slice(0, 300));
  });

  it('is refused for an account that another interviewer has', async () => {
    const person = await unconnected('oskar-nowak');
    for (const given of [{ key: 'cal_key_mara-there' }, { username: 'mara-there' }]) {
      const refused = await person.post(`${PATH}/key`, given);
      expect(refused.status).toBe(422);
      expect(await refused.text()).toContain('Another interviewer is connected to this account.');
    }
    const row = await connectionOf('mara-lindqvist');
    const { db } = deps();
    const same = { ...row, id: crypto.randomUUID(), interviewerId: await idOf('oskar-nowak'), username: 'x' };
    await expect(
      db
        .insertInto('calcomConnections')
        .values({ ...same, seen: null })
        .execute(),
    ).rejects.toThrow('calcom_connections_one_event_type');
  });

  it('says so when cal.com does not answer, and nothing is lost', async () => {
    const person = await unconnected('oskar-nowak');
    const key = await on.signUp('oskar-there');
    await world.calcom.post('faults', { api: { mode: 'down' } });
    const refused = await person.post(`${PATH}/key`, { key });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('cal.com did not answer.');
    await world.calcom.clearFaults();
    await person.post(`${PATH}/key`, { key });
    await world.calcom.post('faults', { api: { mode: '500-before' } });
    expect((await person.get(`${PATH}/event-type`)).status).toBe(503);
    await world.calcom.clearFaults();
    expect(await page(person, PATH)).toContain('The key of cal.com/oskar-there was read.');
    expect((await person.post(`${PATH}/event-type`, { 'event-type': 'new' })).status).toBe(303);
  });

  it('waits for its event type half an hour, no longer', async () => {
    const person = await unconnected('oskar-nowak');
    await person.post(`${PATH}/key`, { key: 'cal_key_oskar-there' });
    world.clock.advance(31);
    expect((await person.get(`${PATH}/event-type`)).headers.get('location')).toBe(PATH);
    await queueChecks(deps());
    world.clock.advance(-31);
    expect(await deps().db.selectFrom('calcomOffers').selectAll().execute()).toEqual([]);
  });

  it('lets nobody guess keys', async () => {
    const person = await unconnected('oskar-nowak');
    const tries = Array.from({ length: 12 }, (_, index) => `cal_guess_${index}_0123456789`);
    const statuses: number[] = [];
    for (const key of tries) statuses.push((await person.post(`${PATH}/key`, { key })).status);
    expect(statuses.at(-1)).toBe(429);
    world.clock.advance(16);
    expect((await person.post(`${PATH}/key`, { key: 'cal_key_oskar-there' })).status).toBe(303);
    world.clock.advance(-16);
  });
});

describe('the operator’s command', () => {
  it('does what the page does, with the same words', async () => {
    const person = await unconnected('jonah-pryce');
    const wrongKey = await command('jonah-pryce', 'cal_nobody_0123456789');
    expect(wrongKey).toMatchObject({
      code: 1,
      said: expect.stringContaining('cal.com does not know this key.'),
    });
    const taken = await command('jonah-pryce', 'cal_key_mara-there');
    expect(taken.said).toContain('Another interviewer is connected to this account.');
    const key = await on.signUp('jonah-there', [{ slug: 'interview', title: 'Mock', lengthInMinutes: 30 }]);
    const connected = await command('jonah-pryce', key);
    expect(connected).toMatchObject({
      code: 0,
      said: expect.stringContaining('cal.com/jonah-there/interview'),
    });
    expect(connected.said + wrongKey.said).not.toMatch(/cal_(key|nobody)/);
    expect(await wrong(person)).toEqual([]);
    expect(await page(person)).toContain('Your calendar works.');
  });

  async function command(slug: string, key: string): Promise<{ code: number | null; said: string }> {
    const child = spawn(process.execPath, ['src/people.ts', 'connect-calendar', slug], {
      env: { ...process.env, ...world.env, CALCOM_API_KEY: TEAM_KEY },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
    child.stdin.end(`${key}\n`);
    const [code] = await once(child, 'close');
    return { code: code as number | null, said };
  }
});

describe('who may', () => {
  const paths = ['', '/key', '/event-type', '/disconnection'];
  const acts = ['/key', '/event-type', '/check', '/repair', '/disconnection'];

  it('nobody but interviewers, each for their own', async () => {
    const desk = await operator(world);
    const stranger = await interviewer(world, 'ines-haddad');
    const before = await connectionOf('mara-lindqvist');
    for (const path of paths) {
      expect((await new Candidate(world).get(PATH + path)).status).toBe(303);
      expect((await desk.get(PATH + path)).status).toBe(404);
      expect(await (await stranger.get(PATH + path)).text()).not.toContain('mara-there');
    }
    for (const act of acts) {
      expect((await new Candidate(world).post(PATH + act, {})).headers.get('location')).toContain(
        '/admin/sign-in',
      );
      expect((await desk.post(PATH + act, {})).status).toBe(404);
      const foreign = { Origin: 'https://evil.test' };
      expect((await stranger.post(PATH + act, {}, foreign)).status).toBe(403);
    }
    expect(await connectionOf('mara-lindqvist')).toEqual(before);
    expect((await connectionOf('ines-haddad')).disconnectedAt).toBeNull();
  });
});

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
    expect(await deliver(deps().secrets.open(renewed))).toBe(200);
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
    const secret = deps().secrets.open(before.webhookSecretSealed);
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
    await person.post(`${PATH}/key`, { key: `cal_other_${slug}` });
    const { id } = await on.eventTypeOf(slug);
    await person.post(`${PATH}/event-type`, { 'event-type': String(id) });
    expect(await connectionOf(slug)).toMatchObject({ id: before.id, disconnectedAt: null, trouble: null });
    await until(async () => (await profile(slug)).includes('Book an interview'), { what: 'bookable again' });
  });

  it('gives back the money of who was paying, as scenario 36 has it', async () => {
    const slug = 'oskar-nowak';
    const person = await unconnected(slug);
    await person.post(`${PATH}/key`, { key: 'cal_key_oskar-there' });
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
