import { afterEach, beforeAll, expect, it } from 'vitest';
import { oweMail } from '../../src/features/booking/mails.ts';
import { bookingsOf } from '../support/booked.ts';
import { Candidate } from '../support/candidate.ts';
import { inWorld } from '../support/in-world.ts';
import { interviewer, operator } from '../support/panel.ts';

// Which mails an interviewer wants beyond those that are needed.

const OWNER = 'adaeze-okonkwo';
const CHOICES = [
  ...['reminder-day', 'reminder-hour', 'details-changed', 'proposal-declined', 'report-reminder'],
  'review-written',
];
/** Each choice with the mails that fall under it. */
const MAILS: [choice: string, kind: string, occasion: string][] = [
  ['reminder-day', 'reminder-interviewer', '24h:0'],
  ['reminder-hour', 'reminder-interviewer', '1h:0'],
  ['details-changed', 'details-changed', '2026-11-20T10:00:00.000Z'],
  ['proposal-declined', 'proposal-declined', 'x'],
  ['report-reminder', 'report-reminder', ''],
  ['review-written', 'review-written', ''],
];
const NEEDED = ['interviewer-notice', 'moved-interviewer', 'cancelled-interviewer', 'claim-notice'];

const world = inWorld();
let owner: Candidate;
let id: string;
const on = bookingsOf(() => world);
const choose = (wanted: string[]) => owner.post('/admin/account/mails', { wanted });
const db = () => world.application.deps.db;
const mails = async (bookingId = id) =>
  (
    await db().selectFrom('mails').select(['kind', 'occasion']).where('bookingId', '=', bookingId).execute()
  ).map(({ kind, occasion }) => `${kind} ${occasion}`.trim());
const owe = (kind: string, occasion: string, bookingId = id) =>
  oweMail(world.application.deps, db(), { id: bookingId }, kind as 'apology', occasion);

beforeAll(async () => {
  owner = await interviewer(world, OWNER);
  ({ id } = await on.confirmed(OWNER, 'Mail Chooser'));
});
afterEach(() => choose(CHOICES));

it('gets all of them until it is said otherwise', async () => {
  expect(await (await owner.get('/admin/account')).text()).toContain('All of them.');
  const html = await (await owner.get('/admin/account/mails')).text();
  expect(html.match(/checked/g)?.length).toBeGreaterThanOrEqual(CHOICES.length);
  expect(html).toContain('Always sent.');
  expect(html).toContain('Somebody booked you');
});

it.each(MAILS)(
  '%s: left out, its mail is not owed; chosen, it is; the others are owed all along',
  async (choice, kind, occasion) => {
    const own = await db().selectFrom('mails').selectAll().where('bookingId', '=', id).execute();
    await db().deleteFrom('mails').where('bookingId', '=', id).execute();
    const saved = await choose(CHOICES.filter((one) => one !== choice));
    expect(saved.headers.get('location')).toBe('/admin/account?notice=mails');
    for (const [, other, when] of MAILS) await owe(other, when);
    for (const needed of NEEDED) await owe(needed, 'needed');
    const muted = `${kind} ${occasion}`.trim();
    const expected = [
      ...MAILS.map(([, other, when]) => `${other} ${when}`.trim()),
      ...NEEDED.map((one) => `${one} needed`),
    ];
    expect((await mails()).toSorted()).toEqual(expected.filter((one) => one !== muted).toSorted());
    await choose(CHOICES);
    await owe(kind, occasion);
    expect(await mails()).toContain(muted);
    await db().deleteFrom('mails').where('bookingId', '=', id).execute();
    if (own.length > 0) await db().insertInto('mails').values(own).execute();
  },
);

it('holds for this interviewer alone, and for no mail of the candidate', async () => {
  const other = await on.confirmed('oskar-nowak', 'Somebody Else');
  await choose([]);
  await owe('reminder-interviewer', '24h:9', other.id);
  expect(await mails(other.id)).toContain('reminder-interviewer 24h:9');
  await owe('reminder-candidate', '24h:9');
  expect(await mails()).toContain('reminder-candidate 24h:9');
});

it('keeps what makes sense of a form, and is nobody else’s page', async () => {
  await choose(['reminder-day', 'interviewer-notice', "'; drop table users", 'reminder-day']);
  const row = await db()
    .selectFrom('users')
    .select('mutedMails')
    .where('email', '=', `${OWNER}@demo.508.test`)
    .executeTakeFirstOrThrow();
  expect(row.mutedMails).toEqual(CHOICES.slice(1));
  expect(await (await owner.get('/admin/account')).text()).toContain('1 of 6 that are not');
  const nobody = new Candidate(world, 'Nobody');
  expect((await nobody.post('/admin/account/mails', {})).headers.get('location')).toBe('/admin/sign-in');
  const desk = await operator(world);
  expect((await desk.get('/admin/account/mails')).status).toBe(404);
  expect((await desk.post('/admin/account/mails', {})).status).toBe(404);
});
