import { beforeEach, expect, test } from 'vitest';
import { demoSignIns } from '../../db/demo/load.ts';
import { Candidate } from '../support/candidate.ts';
import { inWorld } from '../support/in-world.ts';
import { interviewer, signedIn } from '../support/panel.ts';
import { until } from '../support/until.ts';

// A sign-in address changes when both addresses said yes, each by a link that only it was sent.

const current: string = demoSignIns.password;
const PATHS = { approval: '/account/email/approval', confirmation: '/account/email/confirmation' };

const world = inWorld();
const visitor = () => new Candidate(world);

beforeEach(() => world.application.deps.db.deleteFrom('allowances').execute());

async function newMember(name: string) {
  const email = `${name.toLowerCase()}-${crypto.randomUUID().slice(0, 8)}@demo.508.test`;
  const { id } = await world.application.deps.auth.createUser({
    ...{ email, name, role: 'interviewer' },
    password: current,
  });
  return { id, email, next: `new-${email}`, person: await signedIn(world, email) };
}

const mailTo = (address: string, subject: RegExp) =>
  until(async () => (await world.mail.messages(address)).find((mail) => subject.test(mail.subject)), {
    what: `a mail to ${address} about ${subject}`,
  });

async function tokenIn(address: string, subject: RegExp): Promise<string> {
  const { text } = await mailTo(address, subject);
  return /[?&]token=([\w-]+)/.exec(text)?.[1] ?? '';
}
const approvalTo = (address: string) => tokenIn(address, /^Sign in with another address/);
const confirmationTo = (address: string) => tokenIn(address, /^Confirm this address/);
const textOf = async (response: Promise<Response>) => (await response).text();
const emailNow = async (id: string) =>
  (
    await world.application.deps.db
      .selectFrom('users')
      .select('email')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  ).email;

test('the old address approves, the new one confirms; then one signs in with the new one, and the old one is told', async () => {
  const { person, email, next, id } = await newMember('Mira');
  const asked = await person.post('/admin/account/email', { email: next.toUpperCase(), current });
  expect(asked.headers.get('location')).toBe('/admin/account?notice=email-asked');
  expect(await textOf(person.get('/admin/account'))).toContain('First the address above has to approve it');

  const approval = await approvalTo(email);
  const page = await visitor().get(`${PATHS.approval}?token=${approval}`);
  expect(page.headers.get('cache-control')).toContain('no-store');
  expect(page.headers.get('referrer-policy')).toBe('no-referrer');
  expect(await page.text()).toContain(next);
  expect(await world.mail.messages(next)).toEqual([]);
  // Opening it, as mail programs do, was not a yes.
  expect(await textOf(person.get('/admin/account'))).toContain('First the address above has to approve it');
  expect(await textOf(visitor().post(PATHS.approval, { token: approval }))).toContain('Approved.');
  expect((await visitor().post(PATHS.approval, { token: approval })).status).toBe(410);
  expect(await emailNow(id)).toBe(email);

  const confirmation = await confirmationTo(next);
  expect(confirmation).not.toBe(approval);
  expect((await visitor().get(`${PATHS.confirmation}?token=${confirmation}`)).status).toBe(200);
  expect(await emailNow(id)).toBe(email);
  expect(await textOf(visitor().post(PATHS.confirmation, { token: confirmation }))).toContain('Done.');
  expect(await emailNow(id)).toBe(next);
  expect((await visitor().post(PATHS.confirmation, { token: confirmation })).status).toBe(410);
  expect((await mailTo(email, /has changed/)).text).toContain(next);
  expect((await signedIn(world, next)).cookies.length).toBeGreaterThan(0);
  expect((await visitor().post('/admin/sign-in', { email, password: current })).status).toBe(422);
});

test('only hashes of the links are kept', async () => {
  const { person, email, next, id } = await newMember('Hasha');
  await person.post('/admin/account/email', { email: next, current });
  const token = await approvalTo(email);
  const row = await world.application.deps.db
    .selectFrom('emailChanges')
    .selectAll()
    .where('userId', '=', id)
    .executeTakeFirstOrThrow();
  expect(row.approvalHash).toHaveLength(32);
  expect(JSON.stringify(row)).not.toContain(token);
});

test.each([
  ['nonsense', current, 'It looks like sam@example.com.', 422],
  ['new@example.com', 'not the password', 'That is not your password.', 422],
])('%j with %j is refused, and what was typed stays', async (email, password, message, status) => {
  const { person, id } = await newMember('Nina');
  const response = await person.post('/admin/account/email', { email, current: password });
  expect(response.status).toBe(status);
  const html = await response.text();
  expect(html).toContain(message);
  expect(html).toContain(`value="${email}"`);
  const rows = await world.application.deps.db
    .selectFrom('emailChanges')
    .select('id')
    .where('userId', '=', id)
    .execute();
  expect(rows).toEqual([]);
});

test('a day later both links are void', async () => {
  const { person, email, next } = await newMember('Vera');
  await person.post('/admin/account/email', { email: next, current });
  const token = await approvalTo(email);
  world.clock.advance(24 * 60 + 1);
  expect((await visitor().get(`${PATHS.approval}?token=${token}`)).status).toBe(410);
  expect((await visitor().post(PATHS.approval, { token })).status).toBe(410);
});

test('asking anew, or keeping the old address, voids the links from before', async () => {
  const { person, email, next } = await newMember('Anna');
  await person.post('/admin/account/email', { email: next, current });
  const first = await approvalTo(email);
  await person.post('/admin/account/email', { email: `other-${next}`, current });
  expect((await visitor().post(PATHS.approval, { token: first })).status).toBe(410);
  const second = await until(
    async () => {
      const tokens = (await world.mail.messages(email)).map(({ text }) => /token=([\w-]+)/.exec(text)?.[1]);
      return tokens.find((token) => token !== first);
    },
    { what: 'the second mail' },
  );
  await person.post('/admin/account/email/end', {});
  expect((await visitor().post(PATHS.approval, { token: second ?? '' })).status).toBe(410);
});

test('an approval’s link confirms nothing, and a made-up one is void', async () => {
  const { person, email, next, id } = await newMember('Cross');
  await person.post('/admin/account/email', { email: next, current });
  const token = await approvalTo(email);
  await visitor().post(PATHS.approval, { token });
  for (const made of [token, '', 'x'.repeat(43)]) {
    expect((await visitor().post(PATHS.confirmation, { token: made })).status).toBe(410);
  }
  expect(await emailNow(id)).toBe(email);
});

test('somebody else’s address is not said to be one before its owner looks, and is never taken', async () => {
  const { person, email, id } = await newMember('Taker');
  const taken = 'oskar-nowak@demo.508.test';
  const asked = await person.post('/admin/account/email', { email: taken, current });
  expect(asked.headers.get('location')).toBe('/admin/account?notice=email-asked');
  await visitor().post(PATHS.approval, { token: await approvalTo(email) });
  const response = await visitor().post(PATHS.confirmation, { token: await confirmationTo(taken) });
  expect(response.status).toBe(409);
  expect(await emailNow(id)).toBe(email);
  expect((await interviewer(world, 'oskar-nowak')).cookies.length).toBeGreaterThan(0);
});

test('a visitor can neither ask nor stop', async () => {
  for (const path of ['/admin/account/email', '/admin/account/email/end']) {
    expect((await visitor().post(path, {})).headers.get('location')).toBe('/admin/sign-in');
  }
});

test('a change of the password is told to the address, with what to do', async () => {
  const { person, email } = await newMember('Told');
  await person.post('/admin/account/password', { current, next: 'eleven geese in a row' });
  const { text } = await mailTo(email, /^Your password has changed$/);
  expect(text).toContain('It was not?');
});
