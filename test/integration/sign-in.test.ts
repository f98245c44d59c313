import { beforeAll, describe, expect, test } from 'vitest';
import { demoSignIns } from '../../db/demo/load.ts';
import { Candidate } from '../support/candidate.ts';
import { inWorld } from '../support/in-world.ts';
import { interviewer } from '../support/panel.ts';

// The door to the panel and the desk.

const OWNER = 'adaeze-okonkwo';

const world = inWorld({ worker: false });
let owner: Candidate;
const visitor = () => new Candidate(world);

beforeAll(async () => {
  owner = await interviewer(world, OWNER);
});

describe('signing in', () => {
  test('sends each role to its own front door', async () => {
    expect((await signIn(visitor(), `${OWNER}@demo.508.test`)).headers.get('location')).toBe('/admin');
    expect((await signIn(visitor(), demoSignIns.operator)).headers.get('location')).toBe('/operator');
  });

  test('sets a cookie that scripts and other sites do not get', async () => {
    const [cookie] = (await signIn(visitor(), demoSignIns.operator)).headers.getSetCookie();
    expect(cookie).toMatch(/^session=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  test.each(['//evil.test', '/\\evil.test', '/.//evil.test', 'https://evil.test', '/\t/evil.test', 'evil'])(
    'does not go on to %j',
    async (next) => {
      const response = await signIn(visitor(), `${OWNER}@demo.508.test`, { next });
      expect(response.headers.get('location')).toBe('/admin');
    },
  );

  test('goes on to a path of this site', async () => {
    const response = await signIn(visitor(), `${OWNER}@demo.508.test`, { next: '/admin/profile?a=1' });
    expect(response.headers.get('location')).toBe('/admin/profile?a=1');
  });

  test('says the same of an unknown address and a wrong password, and keeps the address', async () => {
    const answers = await Promise.all(
      [`${OWNER}@demo.508.test`, 'nobody-at-all@demo.508.test'].map(async (email) => {
        const response = await signIn(visitor(), email, { password: 'not the password' });
        expect(response.status).toBe(422);
        expect(response.headers.getSetCookie()).toEqual([]);
        const html = await response.text();
        expect(html).toContain(email);
        // Each page asks passkeys something new.
        return html.replaceAll(email, '').replace(/data-options="[^"]*"|name="ticket" value="[^"]*"/g, '');
      }),
    );
    expect(answers[0]).toBe(answers[1]);
  });

  test('ends the session from before, and signing out ends this one', async () => {
    const person = await interviewer(world, OWNER);
    const before = await sessions();
    await signIn(person, `${OWNER}@demo.508.test`);
    expect(await sessions()).toBe(before);
    expect((await person.post('/admin/sign-out', {})).headers.get('location')).toBe('/admin/sign-in');
    expect(await sessions()).toBe(before - 1);
    expect((await person.get('/admin')).status).toBe(303);
  });

  test('no route of the library itself is open', async () => {
    for (const path of ['/api/auth/sign-up/email', '/api/auth/sign-in/email', '/api/auth/get-session']) {
      expect((await visitor().post(path, {})).status).toBe(404);
    }
  });

  test('a form from another site is refused', async () => {
    const response = await owner.request('/admin/sign-out', {
      method: 'POST',
      headers: { Origin: 'https://evil.test' },
      body: new FormData(),
    });
    expect(response.status).toBe(403);
    expect((await owner.get('/admin')).status).toBe(200);
  });
});

function signIn(person: Candidate, email: string, more: Record<string, string> = {}): Promise<Response> {
  return person.post('/admin/sign-in', { email, password: demoSignIns.password, ...more });
}

const db = () => world.application.deps.db;

async function sessions(): Promise<number> {
  return (await db().selectFrom('sessions').select('id').execute()).length;
}
