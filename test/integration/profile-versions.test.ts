import { beforeAll, describe, expect, test } from 'vitest';
import type { Candidate } from '../support/candidate.ts';
import { inWorld } from '../support/in-world.ts';
import { interviewer, operator } from '../support/panel.ts';

// Two tabs on one profile, and what was saved taken back.

const OWNER = 'adaeze-okonkwo';

const world = inWorld({ worker: false });
let owner: Candidate;

beforeAll(async () => {
  owner = await interviewer(world, OWNER);
});

const row = () =>
  world.application.deps.db
    .selectFrom('interviewers')
    .selectAll()
    .where('slug', '=', OWNER)
    .executeTakeFirstOrThrow();
const card = {
  name: 'Adaeze Okonkwo',
  headline: 'As it was',
  line: 'The line as it was',
  summary: 'Microsoft, Dropbox.',
};
const versionIn = (html: string) => /name="version" value="(\d+)"/.exec(html)?.[1] ?? '';
/** A tab: the form as it was when the page was opened. */
const open = async () => versionIn(await (await owner.get('/admin/profile')).text());
const send = (part: string, version: string, fields: Record<string, string | string[]>) =>
  owner.request(`/admin/profile/parts/${part}`, {
    method: 'POST',
    headers: { 'HX-Request': 'true' },
    body: formOf({ version, ...fields }),
  });
const undo = (part: string, version: string) =>
  owner.request(`/admin/profile/parts/${part}/undo`, {
    method: 'POST',
    headers: { 'HX-Request': 'true' },
    body: formOf({ version }),
  });
function formOf(fields: Record<string, string | string[]>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) form.append(name, one);
  return form;
}

describe('the second of two tabs', () => {
  test('is told field by field what the first one saved, and overwrites nothing until it saves again', async () => {
    await send('card', await open(), card);
    const [first, second] = [await open(), await open()];
    await send('card', first, { ...card, headline: 'From the first tab', line: 'A line from the first tab' });
    const answer = await send('card', second, { ...card, headline: 'From the second tab' });
    expect(answer.status).toBe(409);
    const html = await answer.text();
    expect(html).toContain('Nothing was overwritten');
    expect(html).toContain('From the first tab');
    expect(html).toContain('value="From the second tab"');
    // What the second tab had not touched, it goes on with as the first one left it.
    expect(html).toContain('value="A line from the first tab"');
    expect((await row()).headline).toBe('From the first tab');
    const again = await send('card', versionIn(html), {
      ...card,
      headline: 'From the second tab',
      line: 'A line from the first tab',
    });
    expect(again.status).toBe(200);
    expect(await row()).toMatchObject({ headline: 'From the second tab', line: 'A line from the first tab' });
  });

  test('saves without a word what nobody else touched', async () => {
    const [first, second] = [await open(), await open()];
    expect((await send('rate', first, { rate: '175' })).status).toBe(200);
    expect((await send('card', second, { ...card, headline: 'Another part' })).status).toBe(200);
    expect(await row()).toMatchObject({ headline: 'Another part', rateCents: 175_00 });
  });

  test('that says the same as the first is saved', async () => {
    const [first, second] = [await open(), await open()];
    const same = { ...card, headline: 'Twice the same' };
    expect((await send('card', first, same)).status).toBe(200);
    expect((await send('card', second, same)).status).toBe(200);
  });

  test('from longer ago than is remembered is told every difference', async () => {
    await send('card', await open(), card);
    const answer = await send('card', '0', { ...card, summary: 'Very old' });
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('Very old');
    expect((await row()).summary).toBe(card.summary);
  });

  test.each(['', 'x', '-1', '1e9', '99999999999999999999'])(
    'with the version %j overwrites nothing',
    async (version) => {
      const before = await row();
      expect((await send('card', version, { ...card, summary: 'Out of nowhere' })).status).toBe(409);
      expect(await row()).toEqual(before);
    },
  );

  test('that saves in the very same moment waits for the first, and is told', async () => {
    const version = await open();
    const answers = await Promise.all(
      ['One', 'Two', 'Three'].map((headline) => send('card', version, { ...card, headline })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  test('compares tags and work history, not the order they came in', async () => {
    await send('tags', await open(), {
      subjects: ['coding', 'frontend'],
      technologies: ['react', 'typescript'],
    });
    const [first, second] = [await open(), await open()];
    await send('card', first, { ...card, headline: 'Something else' });
    const tags = { subjects: ['frontend', 'coding'], technologies: ['typescript', 'react'] };
    expect((await send('tags', second, tags)).status).toBe(200);
    const work = { company: 'A', title: 'B', startYear: '2001', endYear: '' };
    const third = await open();
    await send('work', await open(), work);
    const answer = await send('work', third, { ...work, company: 'C' });
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('A, B, 2001–now');
  });
});

describe('undo', () => {
  test('takes the last save of a part back', async () => {
    await send('card', await open(), card);
    const saved = await (await send('card', await open(), { ...card, headline: 'Regretted' })).text();
    expect(saved).toContain('Undo');
    const answer = await undo('card', versionIn(saved));
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('Taken back at');
    expect((await row()).headline).toBe(card.headline);
  });

  test('takes nothing back once something was saved after it', async () => {
    const saved = await (await send('card', await open(), { ...card, headline: 'Kept' })).text();
    await send('rate', await open(), { rate: '180' });
    const answer = await undo('card', versionIn(saved));
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('Not taken back.');
    expect(await row()).toMatchObject({ headline: 'Kept', rateCents: 180_00 });
  });
});

test('the preview shows what is typed and saves nothing of it', async () => {
  const before = await row();
  const body = formOf({ ...card, headline: 'Only <typed>', rate: '123', subjects: ['coding'] });
  const answer = await owner.request('/admin/profile/preview', { method: 'POST', body });
  const html = await answer.text();
  expect(html).toContain('Only &lt;typed>');
  expect(html).toContain('$123');
  expect(await row()).toEqual(before);
});

test('every change of the price is remembered, with the moment it counts from', async () => {
  const { id } = await row();
  const rates = () =>
    world.application.deps.db
      .selectFrom('rates')
      .select('rateCents')
      .where('interviewerId', '=', id)
      .orderBy('id')
      .execute();
  await send('rate', await open(), { rate: '190' });
  const before = await rates();
  await send('card', await open(), card);
  await send('rate', await open(), { rate: '190' });
  expect(await rates()).toEqual(before);
  await send('rate', await open(), { rate: '195' });
  expect((await rates()).map(({ rateCents }) => rateCents).slice(-2)).toEqual([190_00, 195_00]);
});

test.each(['/admin/profile/parts/card', '/admin/profile/parts/card/undo', '/admin/profile/preview'])(
  '%s is nobody else’s',
  async (path) => {
    const before = await row();
    expect((await (await operator(world)).post(path, { version: '1', ...card })).status).toBe(404);
    const stranger = await interviewer(world, 'mara-lindqvist');
    await stranger.post(path, { version: String(before.profileVersion), ...card, id: before.id });
    expect(await row()).toEqual(before);
  },
);
