import { afterEach, describe, expect, it, vi } from 'vitest';
import { proposeTime } from '../../src/features/booking/change-commands.ts';
import { nextStarts, replaceOpenSlots } from '../../src/features/booking/open-slot-queries.ts';
import { Candidate, freeSlot } from '../support/candidate.ts';
import { inWorld } from '../support/in-world.ts';
import { booked, rowOf, words } from '../support/on-pages.ts';
import { makeResume } from '../support/resume.ts';
import { until } from '../support/until.ts';

// A candidate who answers, rewrites, skips a step or loses a time. Guards, each taken out once to see its test fail:
// the proposal's id in answerProposal, `turnAway` of the details, the live bookings in nextStarts.

const HOUR = 3_600_000;

const world = inWorld();

// Each makes a booking by the whole way, which a busy machine takes its time for.
vi.setConfig({ testTimeout: 60_000 });

afterEach(() => world.clock.stopAt(null));

const mailsOf = async (id: string, kind: string) =>
  world.application.deps.db
    .selectFrom('mails')
    .select('id')
    .where('bookingId', '=', id)
    .where('kind', '=', kind)
    .execute();

describe('a candidate whose interviewer asks for another time', () => {
  it('takes it: asked of the calendar, moved, nothing more charged', async () => {
    const { candidate, id } = await booked(world, 'Tara Take', 'camila-restrepo');
    const startsAt = new Date(await freeSlot(world, 'camila-restrepo', 6));
    await proposeTime(world.application.deps, id, { startsAt, message: 'My flight was moved.' });
    const html = await (await candidate.get(`/bookings/${id}`)).text();
    expect(html).toContain('asks for another time.');
    expect(html).toContain('My flight was moved.');
    const proposal = /name="proposal" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const answer = await candidate.post(`/bookings/${id}/proposal`, { answer: 'accepted', proposal });
    expect(answer.status).toBe(303);
    await until(async () => (await rowOf(world, id)).startsAt.getTime() === startsAt.getTime(), {
      what: 'it moved',
    });
    expect(await words(await candidate.get(answer.headers.get('location') ?? ''))).toContain('Moved.');
  });

  it('keeps their own, and does not answer a newer proposal with the older one’s form', async () => {
    const { candidate, id } = await booked(world, 'Kay Keep', 'oskar-nowak');
    const { startsAt } = await rowOf(world, id);
    const at = (hours: number) => new Date(startsAt.getTime() + hours * HOUR);
    await proposeTime(world.application.deps, id, { startsAt: at(24), message: '' });
    const proposalOn = async () =>
      /name="proposal" value="([^"]+)"/.exec(await (await candidate.get(`/bookings/${id}`)).text())?.[1] ??
      '';
    const older = await proposalOn();
    await proposeTime(world.application.deps, id, { startsAt: at(48), message: '' });
    const stale = await candidate.post(`/bookings/${id}/proposal`, { answer: 'accepted', proposal: older });
    expect(stale.status).toBe(409);
    expect(await words(stale)).toContain('There is no such proposal any more.');
    const kept = await candidate.post(`/bookings/${id}/proposal`, {
      answer: 'declined',
      proposal: await proposalOn(),
    });
    expect(kept.headers.get('location')).toBe(`/bookings/${id}`);
    expect((await rowOf(world, id)).startsAt).toEqual(startsAt);
    expect(await mailsOf(id, 'proposal-declined')).toHaveLength(1);
    const bogus = await candidate.post(`/bookings/${id}/proposal`, { answer: 'accepted', proposal: 'x' });
    expect(bogus.status).toBe(409);
  });
});

describe('what the interviewer gets to read', () => {
  it('is rewritten until it was read, resume included, by the same form; name and address stay', async () => {
    const { candidate, id } = await booked(world, 'Rita Rewrite', 'priya-raghunathan');
    const page = await (await candidate.get(`/bookings/${id}/details`)).text();
    expect(page).toContain('Save changes');
    expect(page).not.toContain('name="email"');
    const subject = /name="subject" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const fields = { background: 'Five years now.', subject, focus: 'Caching.', name: 'Mallory' };
    const resume = new File([new Uint8Array(await makeResume('Rita Rewrite'))], 'rita.pdf', {
      type: 'application/pdf',
    });
    const saved = await candidate.post(`/bookings/${id}/details`, { ...fields, resume });
    expect(saved.headers.get('location')).toBe(`/bookings/${id}`);
    const told = await words(await candidate.get(`/bookings/${id}`));
    expect(told).toContain('Five years now.');
    expect(told).toContain('rita.pdf');
    expect((await rowOf(world, id)).candidateName).toBe('Rita Rewrite');
    // Details and resume saved together are one piece of news; what is saved later is another.
    expect(await mailsOf(id, 'details-changed')).toHaveLength(1);
    world.clock.advance(1);
    await candidate.post(`/bookings/${id}/details`, { ...fields, resumeAction: 'remove' });
    expect(await words(await candidate.get(`/bookings/${id}`))).not.toContain('rita.pdf');
    world.clock.advance(1);
    await candidate.post(`/bookings/${id}/details`, { ...fields, focus: 'Caching, and its end.' });
    expect(await mailsOf(id, 'details-changed')).toHaveLength(3);
    const newest = await until(async () =>
      (await world.mail.messages('priya-raghunathan@demo.508.test')).find(
        ({ text }) => text?.includes('Caching, and its end.') && text.includes('as of now'),
      ),
    );
    expect(newest.text).not.toContain('rita.pdf');

    await world.application.deps.db
      .updateTable('bookings')
      .set({ readAt: world.clock.now() })
      .where('id', '=', id)
      .execute();
    for (const answer of [
      await candidate.get(`/bookings/${id}/details`),
      await candidate.post(`/bookings/${id}/details`, { ...fields, background: 'Too late.', resume }),
    ]) {
      expect(answer.status).toBe(409);
      expect(await words(answer)).toContain('has read it.');
    }
    const after = await words(await candidate.get(`/bookings/${id}`));
    expect(after).not.toContain('Too late.');
    expect(after).not.toContain('rita.pdf');
    expect(after).not.toContain('Edit all of it');
  });

  it('saved as it was is no news to anybody', async () => {
    const { candidate, id } = await booked(world, 'Sam Same', 'tomas-ferreira');
    const page = await (await candidate.get(`/bookings/${id}/details`)).text();
    const subject = /name="subject" value="([^"]+)" checked/.exec(page)?.[1] ?? '';
    const answer = await candidate.giveDetails(id, { subject });
    expect(answer.status).toBe(303);
    expect(await mailsOf(id, 'details-changed')).toEqual([]);
  });
});

it('a request that skips a step is sent back to the step that is due', async () => {
  const candidate = new Candidate(world, 'Skip Ahead');
  const id = await candidate.hold('mara-lindqvist');
  const due = `/bookings/${id}/details`;
  for (const path of ['/move', '/cancellation', '/claim', '/thanks', '/payment']) {
    expect((await candidate.get(`/bookings/${id}${path}`)).headers.get('location'), path).toBe(due);
  }
  for (const path of ['/move', '/cancellation', '/claim', '/proposal', '/payment']) {
    const answer = await candidate.post(`/bookings/${id}${path}`, {});
    expect(answer.headers.get('location'), path).toBe(due);
  }
  expect((await rowOf(world, id)).state).toBe('held');
});

it('scenario 1: whoever loses a time is told the next ones at once, without the one that was lost', async () => {
  const slug = 'mara-lindqvist';
  const [first, second] = [new Candidate(world, 'First Comer'), new Candidate(world, 'Second Comer')];
  const start = await freeSlot(world, slug, 3);
  const uids = [await first.pick(slug, start), await second.pick(slug, start, { force: true })];
  expect((await first.claim(slug, uids[0] ?? '')).status).toBe(303);
  const { db } = world.application.deps;
  const { id } = await db
    .selectFrom('interviewers')
    .select('id')
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow();
  await until(async () => (await nextStarts(db, id, world.clock.now()))[0], {
    what: 'the calendar was read',
  });
  const lost = await second.claim(slug, uids[1] ?? '');
  expect(lost.status).toBe(409);
  const html = await lost.text();
  expect(html).toContain('is free next');
  const times = [...html.matchAll(/<li><time datetime="([^"]+)"/g)].map(([, at]) => at);
  expect(times.length).toBeGreaterThan(0);
  expect(times).not.toContain(new Date(start).toISOString());

  // Also where the calendar was not read anew since: in one transaction, which no reading comes between.
  const told = await db.transaction().execute(async (transaction) => {
    await replaceOpenSlots(transaction, id, [new Date(start), new Date(Date.parse(start) + 48 * HOUR)]);
    return nextStarts(transaction, id, world.clock.now());
  });
  expect(told).toEqual([new Date(Date.parse(start) + 48 * HOUR)]);
});

it('every page of a booking stays out of caches', async () => {
  const { candidate, id } = await booked(world, 'Casey Cache', 'adaeze-okonkwo');
  for (const path of ['', '/move', '/cancellation', '/details', '/claim']) {
    const answer = await candidate.get(`/bookings/${id}${path}`);
    expect(answer.headers.get('cache-control'), path).toBe('no-store');
  }
  const policy = (await candidate.get(`/bookings/${id}/move`)).headers.get('content-security-policy');
  expect(policy).toContain(`frame-src ${new URL(world.calcom.url).origin}`);
});
