import { beforeEach, describe, expect, test } from 'vitest';
import { demoSignIns } from '../../db/demo/load.ts';
import { Candidate } from '../support/candidate.ts';
import { inWorld } from '../support/in-world.ts';
import { interviewer, newMember, operator, signedIn } from '../support/panel.ts';

// An account: its page, its password, where one is signed in, and who guesses at its door.

const OWNER = 'adaeze-okonkwo';
const STRANGER = 'oskar-nowak';
const password: string = demoSignIns.password;
const NEW_PASSWORD = 'eleven geese in a row';
const emailOf = (slug: string) => `${slug}@demo.508.test`;

const world = inWorld({ worker: false });
const visitor = () => new Candidate(world);

beforeEach(() => world.application.deps.db.deleteFrom('allowances').execute());

const signIn = (person: Candidate, email: string, given = password) =>
  person.post('/admin/sign-in', { email, password: given });
const textOf = async (response: Response | Promise<Response>) => (await response).text();

describe('the account’s page', () => {
  test('is everybody’s own, whatever they are, and a visitor’s way to sign in', async () => {
    const address = '/admin/account';
    expect((await visitor().get(address)).headers.get('location')).toContain('/admin/sign-in');
    const own = await textOf((await interviewer(world, OWNER)).get(address));
    expect(own).toContain(emailOf(OWNER));
    expect(own).not.toContain(emailOf(STRANGER));
    const desk = await (await operator(world)).get(address);
    expect(desk.status).toBe(200);
    expect(await desk.text()).toContain(demoSignIns.operator);
  });

  test('every page and every change below it wants a session', async () => {
    const id = crypto.randomUUID();
    for (const path of ['', '/password', '/second-factor', '/passkeys/new', `/passkeys/${id}`]) {
      expect((await visitor().get(`/admin/account${path}`)).status, path).toBe(303);
    }
    for (const path of [
      ...['/password', '/second-factor', '/second-factor/code', '/second-factor/end'],
      ...['/second-factor/recovery-codes', '/passkeys/new', '/passkeys', `/passkeys/${id}`],
      ...[`/passkeys/${id}/end`, '/sessions/end', `/sessions/${id}/end`],
    ]) {
      const response = await visitor().post(`/admin/account${path}`, {});
      expect(response.headers.get('location'), path).toBe('/admin/sign-in');
    }
  });

  test('a change from another site is refused', async () => {
    const { person } = await newMember(world, 'Cross');
    const response = await person.request('/admin/account/sessions/end', {
      method: 'POST',
      headers: { Origin: 'https://evil.test' },
      body: new FormData(),
    });
    expect(response.status).toBe(403);
  });
});

describe('the password', () => {
  const change = (person: Candidate, current: string, next: string) =>
    person.post('/admin/account/password', { current, next });

  test('is changed by whoever knows it; every other browser is out, this one goes on with a new session', async () => {
    const { person, email } = await newMember(world, 'Paula');
    const other = await signedIn(world, email);
    const before = person.cookies.find(({ name }) => name === 'session')?.value;
    const response = await change(person, password, NEW_PASSWORD);
    expect(response.headers.get('location')).toBe('/admin/account?notice=password');
    expect(person.cookies.find(({ name }) => name === 'session')?.value).not.toBe(before);
    expect((await person.get('/admin/account')).status).toBe(200);
    expect((await other.get('/admin/account')).status).toBe(303);
    expect((await signIn(visitor(), email)).status).toBe(422);
    expect((await signIn(visitor(), email, NEW_PASSWORD)).status).toBe(303);
  });

  test.each([
    ['wrong password', NEW_PASSWORD, 'That is not your password.'],
    [password, 'too short', 'At least 10 characters.'],
    [password, 'qwertyuiop', 'list of leaked passwords'],
    [password, 'lotta-at-508dev', 'little more than your name'],
    [password, password, 'This is the one you have.'],
    [password, 'x'.repeat(129), 'At most 128 characters.'],
  ])('%j to %j is refused at its field, and nothing of it shown', async (current, next, message) => {
    const { person, email } = await newMember(world, 'Lotta');
    const response = await change(person, current, next);
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain(message);
    expect(html).not.toContain(`value="${next}"`);
    expect((await signIn(visitor(), email)).status).toBe(303);
  });

  test('is not guessed from a browser left open', async () => {
    const { person } = await newMember(world, 'Open');
    for (let tries = 0; tries < 8; tries++) {
      expect((await change(person, `guess number ${tries}`, NEW_PASSWORD)).status).toBe(422);
    }
    const response = await change(person, password, NEW_PASSWORD);
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('where one is signed in', () => {
  const sessionIds = async (userId: string) =>
    (
      await world.application.deps.db
        .selectFrom('sessions')
        .select('id')
        .where('userId', '=', userId)
        .execute()
    ).map(({ id }) => id);

  test('another browser is signed out; somebody else’s session does not exist', async () => {
    const { person, email, id } = await newMember(world, 'Sessa');
    const [own] = await sessionIds(id);
    const other = await signedIn(world, email);
    const theirs = (await sessionIds(id)).find((one) => one !== own);
    const stranger = await interviewer(world, STRANGER);
    expect((await stranger.post(`/admin/account/sessions/${theirs}/end`, {})).status).toBe(404);
    expect((await other.get('/admin/account')).status).toBe(200);
    expect((await person.post(`/admin/account/sessions/${theirs}/end`, {})).status).toBe(303);
    expect((await other.get('/admin/account')).status).toBe(303);
    expect((await person.post('/admin/account/sessions/nonsense/end', {})).status).toBe(404);
  });

  test('everywhere else at once', async () => {
    const { person, email } = await newMember(world, 'Alla');
    const others = await Promise.all([1, 2, 3].map(() => signedIn(world, email)));
    await person.post('/admin/account/sessions/end', {});
    for (const other of others) expect((await other.get('/admin/account')).status).toBe(303);
    expect((await person.get('/admin/account')).status).toBe(200);
  });

  test('a session that nobody used for a week is over, and any is after thirty days', async () => {
    const { db } = world.application.deps;
    const DAY = 86_400_000;
    const ago = (days: number) => new Date(Date.now() - days * DAY);
    const { person, id } = await newMember(world, 'Idle');
    await db
      .updateTable('sessions')
      .set({ updatedAt: ago(6.9) })
      .where('userId', '=', id)
      .execute();
    expect((await person.get('/admin/account')).status).toBe(200);
    const { updatedAt } = await db
      .selectFrom('sessions')
      .select('updatedAt')
      .where('userId', '=', id)
      .executeTakeFirstOrThrow();
    expect(Date.now() - updatedAt.getTime()).toBeLessThan(60_000);
    await db
      .updateTable('sessions')
      .set({ updatedAt: ago(7.1) })
      .where('userId', '=', id)
      .execute();
    expect((await person.get('/admin/account')).status).toBe(303);
    expect(await sessionIds(id)).toEqual([]);

    const again = await newMember(world, 'Absolute');
    await db
      .updateTable('sessions')
      .set({ expiresAt: ago(0.001) })
      .where('userId', '=', again.id)
      .execute();
    expect((await again.person.get('/admin/account')).status).toBe(303);
  });

  test('what the database holds opens no session: the cookie is signed with a key that is not in it', async () => {
    const { id } = await newMember(world, 'Leak');
    const { token } = await world.application.deps.db
      .selectFrom('sessions')
      .select('token')
      .where('userId', '=', id)
      .executeTakeFirstOrThrow();
    for (const value of [token, `${token}.`, `${token}.${btoa('x'.repeat(32))}`]) {
      const response = await fetch(`${world.site}/admin/account`, {
        headers: { Cookie: `session=${encodeURIComponent(value)}` },
        redirect: 'manual',
      });
      expect(response.status).toBe(303);
    }
  });
});

describe('guessing at the door', () => {
  test('a place that was wrong too often has to wait, for an account that exists as for one that does not', async () => {
    const { email } = await newMember(world, 'Guessed');
    for (const address of [email, 'nobody-here@demo.508.test']) {
      for (let tries = 0; tries < 8; tries++) {
        expect((await signIn(visitor(), address, 'wrong password')).status).toBe(422);
      }
      const response = await signIn(visitor(), address, 'wrong password');
      expect(response.status).toBe(429);
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(600);
      const html = await response.text();
      expect(html).toContain('Slow down.');
      expect(html).toContain(`value="${address}"`);
    }
    // Even the right password is not looked at now.
    expect((await signIn(visitor(), email)).status).toBe(429);
    world.clock.advance(16);
    expect((await signIn(visitor(), email)).status).toBe(303);
  });

  test('tries at the same moment are all counted', async () => {
    const { email } = await newMember(world, 'Racer');
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => signIn(visitor(), email, 'wrong password')),
    );
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(8);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(4);
  });

  test('what a stranger writes into X-Forwarded-For changes nothing', async () => {
    const { email } = await newMember(world, 'Forward');
    const statuses: number[] = [];
    for (let tries = 0; tries < 9; tries++) {
      const body = new FormData();
      body.set('email', email);
      body.set('password', 'wrong password');
      const headers = { Origin: world.site, 'X-Forwarded-For': `198.51.100.${tries}` };
      statuses.push((await visitor().request('/admin/sign-in', { method: 'POST', body, headers })).status);
    }
    expect(statuses.at(-1)).toBe(429);
  });

  test('being right does not use anything up', async () => {
    const { email } = await newMember(world, 'Often');
    for (let times = 0; times < 9; times++) expect((await signIn(visitor(), email)).status).toBe(303);
  });
});
