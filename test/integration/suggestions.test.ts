import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { Candidate } from '../support/candidate.ts';
import { inWorld } from '../support/in-world.ts';
import { interviewer, operator } from '../support/panel.ts';
import { until } from '../support/until.ts';

// A technology that a member misses: suggested, added or not, and the member is told.

const OWNER = 'adaeze-okonkwo';

const world = inWorld();
let owner: Candidate;
let desk: Candidate;

beforeAll(async () => {
  [owner, desk] = await Promise.all([interviewer(world, OWNER), operator(world)]);
});

const db = () => world.application.deps.db;
const profile = async () => (await owner.get('/admin/profile')).text();
const idOf = async (name: string) =>
  (await db().selectFrom('tagSuggestions').select('id').where('name', '=', name).executeTakeFirstOrThrow())
    .id;
const decide = (id: string, decision: string, by = desk) =>
  by.post(`/operator/technologies/${id}`, { decision });

/** Saves the part as its form has it, with these words in the last field. */
async function suggest(newTechnologies: string) {
  const html = await profile();
  const part = /id="part-tags"[\s\S]*?<\/section>/.exec(html)?.[0] ?? '';
  const checked = (name: string) =>
    [...part.matchAll(/<input[^>]*>/g)]
      .map(([input]) => input)
      .filter((input) => input.includes(`name="${name}"`) && /\schecked/.test(input))
      .map((input) => /value="([^"]*)"/.exec(input)?.[1] ?? '');
  const version = /name="version" value="(\d+)"/.exec(part)?.[1] ?? '';
  return owner.post('/admin/profile/parts/tags', {
    ...{ version, subjects: checked('subjects'), technologies: checked('technologies'), newTechnologies },
  });
}

const publicPage = async () => (await new Candidate(world).get(`/interviewers/${OWNER}`)).text();
const mailWith = (subject: string) =>
  until(async () => (await world.mail.messages()).find((mail) => mail.subject === subject), {
    what: subject,
  });

describe('a technology that is missing', () => {
  it('waits for the operator; added, it is on the profile and for everybody to choose, and the member has mail', async () => {
    expect((await suggest('Elm Lang')).status).toBe(303);
    expect(await profile()).toContain('Elm Lang: waits for the co-op');
    expect(await publicPage()).not.toContain('Elm Lang');
    expect(await (await desk.get('/operator')).text()).toContain('A member misses a technology');
    const list = await (await desk.get('/operator/technologies')).text();
    expect(list).toContain('Elm Lang');
    expect(list).toContain('Adaeze Okonkwo');
    const id = await idOf('Elm Lang');
    await Promise.all([decide(id, 'added'), decide(id, 'added')]);
    expect(await publicPage()).toContain('Elm Lang');
    expect(await profile()).toContain('Elm Lang: added');
    const other = await interviewer(world, 'oskar-nowak');
    expect(await (await other.get('/admin/profile')).text()).toContain('value="elm-lang"');
    const mail = await mailWith('Elm Lang can be chosen now');
    expect(mail.to.join()).toContain(`${OWNER}@demo.508.test`);
    expect(await (await desk.get('/operator')).text()).not.toContain('A member misses a technology');
  });

  it('declined, stays out, is said so, and is not asked for again by the same form', async () => {
    await suggest('Blub');
    const id = await idOf('Blub');
    await decide(id, 'declined');
    await decide(id, 'added');
    expect(await profile()).toContain('Blub: not added');
    expect(await publicPage()).not.toContain('Blub');
    await mailWith('Blub was not added');
    await suggest('Blub');
    expect(await (await desk.get('/operator')).text()).not.toContain('A member misses a technology');
    world.clock.advance(31 * 24 * 60);
    owner = await interviewer(world, OWNER);
    expect(await profile()).not.toContain('Blub: not added');
  });

  it('comes to ten at a time from one member at most', async () => {
    for (const names of ['q1,q2,q3,q4,q5', 'q6,q7,q8,q9,q10', 'q11,q12']) await suggest(names);
    const open = db().selectFrom('tagSuggestions').select('id').where('decision', 'is', null);
    expect(await open.execute()).toHaveLength(10);
  });

  it('is the operator’s to decide, and nobody else’s', async () => {
    const id = await idOf('q1');
    for (const person of [owner, new Candidate(world, 'Nobody')]) {
      expect([303, 404]).toContain((await person.get('/operator/technologies')).status);
      expect([303, 404]).toContain((await decide(id, 'added', person)).status);
    }
    const operatorAgain = await operator(world);
    expect((await decide(randomUUID(), 'added', operatorAgain)).status).toBe(303);
    expect((await decide('nonsense', 'added', operatorAgain)).status).toBe(404);
    expect((await decide(id, 'maybe', operatorAgain)).status).toBe(400);
    const row = await db()
      .selectFrom('tagSuggestions')
      .select('decision')
      .where('id', '=', id)
      .executeTakeFirst();
    expect(row?.decision).toBeNull();
  });
});
