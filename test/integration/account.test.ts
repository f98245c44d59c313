import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { demoSignIns } from '../../db/demo/load.ts';
import { appCode, nextAppCode } from '../support/authenticator.ts';
import { Candidate } from '../support/candidate.ts';
import { interviewer, operator, signedIn } from '../support/panel.ts';
import { startWorld, type World } from '../support/world.ts';

const OWNER = 'adaeze-okonkwo';
const STRANGER = 'oskar-nowak';
const password: string = demoSignIns.password;
const NEW_PASSWORD = 'eleven geese in a row';
const emailOf = (slug: string) => `${slug}@demo.508.test`;

let world: World;
const visitor = () => new Candidate(world);

beforeAll(async () => {
  world = await startWorld(inject('postgres'), { worker: false });
});
afterAll(() => world?.stop());
beforeEach(() => world.application.deps.db.deleteFrom('allowances').execute());

/** A member of their own for a test that changes how they get in. */
async function newMember(name: string): Promise<{ person: Candidate; email: string; id: string }> {
  const email = `${name}-${crypto.randomUUID()}@demo.508.test`;
  const { auth } = world.application.deps;
  const { id } = await auth.createUser({ email, name, password, role: 'interviewer' });
  return { person: await signedIn(world, email), email, id };
}

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
    const { person } = await newMember('Cross');
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
    const { person, email } = await newMember('Paula');
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
    const { person, email } = await newMember('Lotta');
    const response = await change(person, current, next);
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain(message);
    expect(html).not.toContain(`value="${next}"`);
    expect((await signIn(visitor(), email)).status).toBe(303);
  });

  test('is not guessed from a browser left open', async () => {
    const { person } = await newMember('Open');
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
    const { person, email, id } = await newMember('Sessa');
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
    const { person, email } = await newMember('Alla');
    const others = await Promise.all([1, 2, 3].map(() => signedIn(world, email)));
    await person.post('/admin/account/sessions/end', {});
    for (const other of others) expect((await other.get('/admin/account')).status).toBe(303);
    expect((await person.get('/admin/account')).status).toBe(200);
  });

  test('a session that nobody used for a week is over, and any is after thirty days', async () => {
    const { db } = world.application.deps;
    const DAY = 86_400_000;
    const ago = (days: number) => new Date(Date.now() - days * DAY);
    const { person, id } = await newMember('Idle');
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

    const again = await newMember('Absolute');
    await db
      .updateTable('sessions')
      .set({ expiresAt: ago(0.001) })
      .where('userId', '=', again.id)
      .execute();
    expect((await again.person.get('/admin/account')).status).toBe(303);
  });

  test('what the database holds opens no session: the cookie is signed with a key that is not in it', async () => {
    const { id } = await newMember('Leak');
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
    const { email } = await newMember('Guessed');
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
    const { email } = await newMember('Racer');
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => signIn(visitor(), email, 'wrong password')),
    );
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(8);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(4);
  });

  test('what a stranger writes into X-Forwarded-For changes nothing', async () => {
    const { email } = await newMember('Forward');
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
    const { email } = await newMember('Often');
    for (let times = 0; times < 9; times++) expect((await signIn(visitor(), email)).status).toBe(303);
  });
});

const BASE = '/admin/account/second-factor';

/** Sets it up as a person would; the app's secret and the recovery codes. */
async function setUp(person: Candidate): Promise<{ secret: string; codes: string[] }> {
  await person.post(BASE, { current: password });
  const html = await textOf(person.get(BASE));
  const secret = (/class="key">([^<]+)/.exec(html)?.[1] ?? '').replaceAll(' ', '');
  expect(secret).toMatch(/^[A-Z2-7]{32,}$/);
  const shown = await person.post(`${BASE}/code`, { code: appCode(secret) });
  expect(shown.status).toBe(200);
  expect(shown.headers.get('cache-control')).toContain('no-store');
  const codes = [...(await shown.text()).matchAll(/<code>([a-z0-9]{5}-[a-z0-9]{5})<\/code>/g)].map(
    ([, code]) => code ?? '',
  );
  expect(new Set(codes).size).toBe(10);
  return { secret, codes };
}

describe('the second factor', () => {
  test('is on only once the app’s code fits; the codes are shown once', async () => {
    const { person, email } = await newMember('Setup');
    expect((await person.post(BASE, { current: 'not it at all' })).status).toBe(422);
    expect(await textOf(person.get(BASE))).toContain('Set up a second factor.');
    await person.post(BASE, { current: password });
    const wrong = await person.post(`${BASE}/code`, { code: '000000' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('That code does not fit.');
    expect((await signIn(visitor(), email)).headers.get('location')).toBe('/admin');
    const { codes } = await setUp(person);
    expect(await textOf(person.get('/admin/account'))).toContain('10 recovery codes are left.');
    expect(await textOf(person.get(BASE))).not.toContain(codes[0]);
    expect((await person.get(BASE)).headers.get('location')).toBe('/admin/account');
    expect((await person.post(`${BASE}/code`, { code: '123456' })).status).toBe(303);
  });

  test('what is scanned can be seen for a quarter of an hour, by its owner', async () => {
    const { person, id } = await newMember('Late');
    await person.post(BASE, { current: password });
    expect(await textOf(person.get(BASE))).toContain('<svg class="qr"');
    await world.application.deps.db
      .updateTable('secondFactors')
      .set({ createdAt: new Date(Date.now() - 16 * 60_000) })
      .where('userId', '=', id)
      .execute();
    expect(await textOf(person.get(BASE))).not.toContain('<svg class="qr"');
  });

  test('signing in then takes a code, and the password alone opens nothing', async () => {
    const { person, email } = await newMember('Coded');
    const { secret } = await setUp(person);
    const browser = visitor();
    const half = await browser.post('/admin/sign-in', { email, password, next: '/admin/account' });
    expect(half.headers.get('location')).toBe('/admin/sign-in/code?next=%2Fadmin%2Faccount');
    expect(browser.cookies.map(({ name }) => name)).toEqual(['second-factor']);
    expect((await browser.get('/admin/account')).status).toBe(303);
    const wrong = await browser.post('/admin/sign-in/code', { code: '123 456' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('value="123 456"');
    const spaced = nextAppCode(secret).replace(/^(...)/, '$1 ');
    const opened = await browser.post('/admin/sign-in/code', { code: spaced, next: '/admin/account' });
    expect(opened.headers.get('location')).toBe('/admin/account');
    expect((await browser.get('/admin/account')).status).toBe(200);
    // No browser is let off: the next sign-in from it asks again.
    await browser.post('/admin/sign-out', {});
    expect((await signIn(browser, email)).headers.get('location')).toBe('/admin/sign-in/code');
  });

  test('a code opens one session, also when two browsers send it at once', async () => {
    const { person, email } = await newMember('Replay');
    const { secret } = await setUp(person);
    const browsers = [visitor(), visitor(), visitor()];
    for (const browser of browsers) await signIn(browser, email);
    const code = nextAppCode(secret);
    await Promise.all(browsers.map((browser) => browser.post('/admin/sign-in/code', { code })));
    const answers = await Promise.all(browsers.map((browser) => browser.get('/admin/account')));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 303, 303]);
  });

  test('a recovery code works once, however it is typed', async () => {
    const { person, email } = await newMember('Recover');
    const { codes } = await setUp(person);
    const code = (codes[3] ?? '').toUpperCase().replace('-', ' ');
    const browser = visitor();
    await signIn(browser, email);
    expect((await browser.post('/admin/sign-in/code', { code })).status).toBe(303);
    expect(await textOf(browser.get('/admin/account'))).toContain('9 recovery codes are left.');
    const again = visitor();
    await signIn(again, email);
    expect((await again.post('/admin/sign-in/code', { code })).status).toBe(422);
  });

  test('five wrong codes end the try; the code page alone is no way in', async () => {
    const { person, email } = await newMember('Five');
    const { secret } = await setUp(person);
    const browser = visitor();
    await signIn(browser, email);
    for (let tries = 0; tries < 5; tries++) {
      expect((await browser.post('/admin/sign-in/code', { code: '000000' })).status).toBe(422);
    }
    const over = await browser.post('/admin/sign-in/code', { code: nextAppCode(secret) });
    expect(over.status).toBe(422);
    expect(await over.text()).toContain('Begin again.');
    expect(await textOf(visitor().post('/admin/sign-in/code', { code: nextAppCode(secret) }))).toContain(
      'Begin again.',
    );
  });

  test('ten wrong codes in a row shut the account’s code for a while, whoever typed them', async () => {
    const { person, email } = await newMember('Ten');
    const { secret } = await setUp(person);
    for (let round = 0; round < 2; round++) {
      const browser = visitor();
      await signIn(browser, email);
      for (let tries = 0; tries < 5; tries++) await browser.post('/admin/sign-in/code', { code: '000000' });
    }
    const browser = visitor();
    await signIn(browser, email);
    expect((await browser.post('/admin/sign-in/code', { code: nextAppCode(secret) })).status).toBe(429);
  });

  test('new recovery codes and turning it off want the password', async () => {
    const { person, email } = await newMember('Off');
    const { codes } = await setUp(person);
    for (const path of [`${BASE}/recovery-codes`, `${BASE}/end`]) {
      expect((await person.post(path, { current: 'not the password' })).status).toBe(422);
    }
    const renewed = await textOf(person.post(`${BASE}/recovery-codes`, { current: password }));
    expect(renewed).not.toContain(codes[0]);
    const browser = visitor();
    await signIn(browser, email);
    expect((await browser.post('/admin/sign-in/code', { code: codes[0] ?? '' })).status).toBe(422);
    const off = await person.post(`${BASE}/end`, { current: password });
    expect(off.headers.get('location')).toBe('/admin/account?notice=second-factor-off');
    expect((await person.get('/admin/account')).status).toBe(200);
    expect((await signIn(visitor(), email)).headers.get('location')).toBe('/admin');
  });
});

describe('what was lost', () => {
  test('is given back from the command line: another password, or no second factor; sessions end', async () => {
    const { auth } = world.application.deps;
    const { person, email } = await newMember('Lost');
    await setUp(person);
    expect(await auth.restore(email.toUpperCase(), 'second-factor')).toBe(true);
    expect((await person.get('/admin/account')).status).toBe(303);
    const again = await signedIn(world, email);
    expect(await textOf(again.get('/admin/account'))).toContain('Set it up');
    expect(await auth.restore(email, { password: NEW_PASSWORD })).toBe(true);
    expect((await again.get('/admin/account')).status).toBe(303);
    expect((await signIn(visitor(), email)).status).toBe(422);
    expect((await signIn(visitor(), email, NEW_PASSWORD)).headers.get('location')).toBe('/admin');
    expect(await auth.restore('nobody@demo.508.test', 'second-factor')).toBe(false);
  });
});

describe('the desk, where two factors are asked of operators', () => {
  beforeAll(() => {
    world.application.deps.config.operatorsNeedSecondFactor = true;
  });
  afterAll(() => {
    world.application.deps.config.operatorsNeedSecondFactor = false;
  });

  test('sends an operator with a password alone to set up the second, and opens once it is', async () => {
    const email = `operator-${crypto.randomUUID()}@demo.508.test`;
    await world.application.deps.auth.createUser({ email, name: 'Opal', password, role: 'operator' });
    const person = await signedIn(world, email);
    for (const path of ['/operator', '/operator/bookings', '/operator/inbox', '/operator/repairs']) {
      const response = await person.get(path);
      expect(response.headers.get('location'), path).toBe(BASE);
      expect(await response.text(), path).toBe('');
    }
    expect((await person.post(`/operator/alerts/${crypto.randomUUID()}/resolution`, {})).status).toBe(303);
    expect(await textOf(person.get(BASE))).toContain('The desk wants two factors.');
    await setUp(person);
    expect((await person.get('/operator')).status).toBe(200);
  });

  test('stays what it is for everybody else: not there', async () => {
    expect((await (await interviewer(world, OWNER)).get('/operator')).status).toBe(404);
    expect((await visitor().get('/operator')).headers.get('location')).toContain('/admin/sign-in');
  });
});
