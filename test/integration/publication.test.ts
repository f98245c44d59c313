import { beforeAll, beforeEach, expect, test } from 'vitest';
import { setPublished } from '../../src/features/operator/member-queries.ts';
import { Candidate } from '../support/candidate.ts';
import { inWorld } from '../support/in-world.ts';
import { confirmedBooking, interviewer, operator } from '../support/panel.ts';

// An interviewer pauses their profile and puts it back; what the operator took down stays down.

const OWNER = 'adaeze-okonkwo';

const world = inWorld();
let owner: Candidate;

beforeAll(async () => {
  owner = await interviewer(world, OWNER);
});
beforeEach(() => setPublished(db(), OWNER, new Date()));

const db = () => world.application.deps.db;
const publicly = async () => (await new Candidate(world).get(`/interviewers/${OWNER}`)).status;
const show = (shown: string) => owner.post('/admin/profile/publication', { shown });

test('pausing takes them off the list and out of reach; putting back is theirs too', async () => {
  expect(await publicly()).toBe(200);
  expect((await show('no')).status).toBe(303);
  expect(await publicly()).toBe(410);
  const visitor = new Candidate(world);
  expect(await (await visitor.get('/interviewers')).text()).not.toContain('Adaeze Okonkwo');
  expect((await visitor.claim(OWNER, await visitor.pick(OWNER))).status).not.toBe(303);
  expect(await (await owner.get('/admin/profile')).text()).toContain('Show my profile again');
  await show('yes');
  expect(await publicly()).toBe(200);
});

test('interviews already booked stay', async () => {
  const id = await confirmedBooking(world, OWNER);
  await show('no');
  expect((await owner.get(`/admin/bookings/${id}`)).status).toBe(200);
  const { state } = await db()
    .selectFrom('bookings')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  expect(state).toBe('confirmed');
});

test('what the operator took down, only the operator puts back', async () => {
  await show('no');
  await setPublished(db(), OWNER, null);
  await show('yes');
  expect(await publicly()).toBe(410);
  expect(await (await owner.get('/admin/profile')).text()).not.toContain('Show my profile again');
});

test('a draft is published by nobody but the operator, the first time', async () => {
  await db()
    .updateTable('interviewers')
    .set({ publishedAt: null, pausedByOwner: false })
    .where('slug', '=', OWNER)
    .execute();
  await db().updateTable('interviewers').set({ firstPublishedAt: null }).where('slug', '=', OWNER).execute();
  await show('no');
  await show('yes');
  expect(await publicly()).toBe(404);
});

test('is nobody else’s', async () => {
  expect(
    (await (await operator(world)).post('/admin/profile/publication', { shown: 'no', slug: OWNER })).status,
  ).toBe(404);
  await (await interviewer(world, 'mara-lindqvist')).post('/admin/profile/publication', {
    shown: 'no',
    slug: OWNER,
  });
  expect(await publicly()).toBe(200);
  expect((await show('perhaps')).status).toBe(400);
});

test('the price is cut in sight: what a candidate pays, what each gets, and what it was before', async () => {
  const version = /name="version" value="(\d+)"/.exec(await (await owner.get('/admin/profile')).text())?.[1];
  await owner.post('/admin/profile/parts/rate', { version: version ?? '', rate: '199.99' });
  const html = await (await owner.get('/admin/profile')).text();
  for (const amount of ['$199.99', '$159.99', '$40.00', 'What it was before']) expect(html).toContain(amount);
  const typed = await owner.post('/admin/profile/preview', { rate: '250' });
  expect(await typed.text()).toContain('$200.00');
});
