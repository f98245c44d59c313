import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { queueChecks } from '../../src/features/calendar/checks.ts';
import { accountsOn } from '../support/calendars.ts';
import { Candidate } from '../support/candidate.ts';
import { connectionsOf, CALENDAR as PATH } from '../support/connections.ts';
import { inWorld } from '../support/in-world.ts';
import { interviewer, operator } from '../support/panel.ts';
import { until } from '../support/until.ts';

// An interviewer's connection to cal.com: made, on the page and by the operator's command. Guards to take out, to see a
// test fail: `isTakenByAnother` in connect (another's account); `usernameFrom`/`keyProblem` in the route (what is
// typed); `guarded` there (guessing keys).

const TEAM_KEY = 'cal_team_key_0123456789';

const world = inWorld({ env: { CALCOM_API_KEY: TEAM_KEY } });
let on: ReturnType<typeof accountsOn>;

beforeAll(async () => {
  on = accountsOn(world);
  await on.teamKey(TEAM_KEY);
});

const { deps, idOf, connectionOf, page, profile, wrong, unconnected } = connectionsOf(() => world);

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
  it('does what the page does, with the same words', { timeout: 60_000 }, async () => {
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
