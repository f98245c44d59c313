import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { demoSignIns } from '../../db/demo/load.ts';
import { appCode, nextAppCode } from '../support/authenticator.ts';
import { Candidate } from '../support/candidate.ts';
import { inWorld } from '../support/in-world.ts';
import { interviewer, newMember, signedIn } from '../support/panel.ts';

// The second factor: set up, asked for, lost, and asked of operators.

const OWNER = 'adaeze-okonkwo';
const password: string = demoSignIns.password;
const NEW_PASSWORD = 'eleven geese in a row';

const world = inWorld({ worker: false });
const visitor = () => new Candidate(world);

beforeEach(() => world.application.deps.db.deleteFrom('allowances').execute());

const signIn = (person: Candidate, email: string, given = password) =>
  person.post('/admin/sign-in', { email, password: given });
const textOf = async (response: Response | Promise<Response>) => (await response).text();

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
    const { person, email } = await newMember(world, 'Setup');
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
    const { person, id } = await newMember(world, 'Late');
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
    const { person, email } = await newMember(world, 'Coded');
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
    const { person, email } = await newMember(world, 'Replay');
    const { secret } = await setUp(person);
    const browsers = [visitor(), visitor(), visitor()];
    for (const browser of browsers) await signIn(browser, email);
    const code = nextAppCode(secret);
    await Promise.all(browsers.map((browser) => browser.post('/admin/sign-in/code', { code })));
    const answers = await Promise.all(browsers.map((browser) => browser.get('/admin/account')));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 303, 303]);
  });

  test('a recovery code works once, however it is typed', async () => {
    const { person, email } = await newMember(world, 'Recover');
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
    const { person, email } = await newMember(world, 'Five');
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
    const { person, email } = await newMember(world, 'Ten');
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
    const { person, email } = await newMember(world, 'Off');
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
    const { person, email } = await newMember(world, 'Lost');
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
