import { beforeAll, describe, expect, it } from 'vitest';
import { sendReport } from '../../src/features/report/commands.ts';
import { readPdf } from '../../src/features/report/pdf/reading.fixture.ts';
import { bookingsOf } from '../support/booked.ts';
import { Candidate } from '../support/candidate.ts';
import { inWorld } from '../support/in-world.ts';
import { interviewer, letItPass, mailKinds, operator } from '../support/panel.ts';
import { until } from '../support/until.ts';
import {
  openedBy,
  reportPath as path,
  sessionOver,
  wholeReport as whole,
} from '../support/written-reports.ts';

// The written feedback: who writes it, who reads it, and what two tabs do to each other.

const OWNER = 'adaeze-okonkwo';

const world = inWorld();
let owner: Candidate;
let stranger: Candidate;

beforeAll(async () => {
  [owner, stranger] = await Promise.all([interviewer(world, OWNER), interviewer(world, 'oskar-nowak')]);
});

const over = (name: string) => sessionOver(world, OWNER, name);
const on = bookingsOf(() => world);
const rowOf = (id: string) =>
  world.application.deps.db.selectFrom('reports').selectAll().where('bookingId', '=', id).executeTakeFirst();

describe('writing a report', () => {
  it('is saved as it goes, found again, and sent once: the candidate has mail and reads it', async () => {
    const { candidate, id } = await over('Samira Wells');
    expect((await candidate.get(`/bookings/${id}/report`)).status).toBe(404);
    expect(await (await candidate.get(`/bookings/${id}`)).text()).toContain('Adaeze is writing your report.');
    expect(await (await owner.get('/admin')).text()).toContain('A report is owed');

    const tab = await openedBy(owner, id);
    const half = { ...tab, line: 'Yes, just.', why: '', intent: 'save' };
    expect((await owner.post(path(id), half)).status).toBe(303);
    expect(await (await owner.get(path(id))).text()).toContain('value="Yes, just."');
    const unready = await owner.post(path(id), { ...half, intent: 'send' });
    expect(unready.status).toBe(409);
    expect(await unready.text()).toContain('Not sent yet.');

    const sent = await owner.post(path(id), { ...whole, ...tab, intent: 'send' });
    expect(sent.status).toBe(303);
    expect(sent.headers.get('location')).toBe(path(id, '/preview'));
    await until(async () => (await rowOf(id))?.sentAt);
    expect(await mailKinds(world, id)).toContain('report-sent');

    const read = await candidate.get(`/bookings/${id}/report`);
    const page = await read.text();
    for (const words of ['Yes, just.', 'Four minutes of silence.', 'Say the dead ends out loud.', 'setHits'])
      expect(page).toContain(words);
    expect(read.headers.get('cache-control')).toContain('no-store');
    expect(read.headers.get('x-robots-tag')).toContain('noindex');
    expect((await rowOf(id))?.readAt).not.toBeNull();
    expect(await (await candidate.get(`/bookings/${id}`)).text()).toContain('Your report is here.');

    const again = await owner.post(path(id), { ...whole, ...tab, line: 'No.', intent: 'send' });
    expect(again.status).toBe(409);
    expect(await again.text()).toContain('can’t be changed any more');
    expect((await rowOf(id))?.content).toMatchObject({ line: 'Yes, just.' });
    expect((await mailKinds(world, id)).filter((kind) => kind === 'report-sent')).toHaveLength(1);
    expect((await owner.get(path(id))).headers.get('location')).toBe(path(id, '/preview'));
  });

  it('pressed twice at once, is sent once, and its hour stays', async () => {
    const { id } = await over('Pressed Twice');
    await owner.post(path(id), { ...whole, ...(await openedBy(owner, id)), intent: 'save' });
    const { deps } = world.application;
    const outcomes = await Promise.all([sendReport(deps, id), sendReport(deps, id)]);
    expect(outcomes.filter((outcome) => 'sentAt' in outcome)).toHaveLength(1);
    const sentAt = (await rowOf(id))?.sentAt;
    world.clock.advance(1);
    expect(await sendReport(deps, id)).toEqual({ refused: 'sent' });
    expect((await rowOf(id))?.sentAt).toEqual(sentAt);
    const { db } = deps;
    const sent = db.selectFrom('bookingHistory').select('id').where('bookingId', '=', id);
    expect(await sent.where('reason', '=', 'report sent').execute()).toHaveLength(1);
  });

  it('offers the money back as long as it can be had, and not once it was asked for', async () => {
    const { candidate, id } = await over('Asks For It');
    await owner.post(path(id), { ...whole, ...(await openedBy(owner, id)), intent: 'send' });
    const offered = async (page: string) =>
      (await (await candidate.get(`/bookings/${id}/${page}`)).text()).includes('#worth');
    expect([await offered('report'), await offered('review')]).toEqual([true, true]);
    await candidate.post(`/bookings/${id}/claim`, { kind: 'not-worth-it', reason: '' });
    expect([await offered('report'), await offered('review')]).toEqual([false, false]);
  });

  it('of two tabs, tells the second one, and overwrites nothing', async () => {
    const { id } = await over('Two Tabs');
    const [one, other] = [await openedBy(owner, id), await openedBy(owner, id)];
    expect((await owner.post(path(id), { ...one, line: 'From the first.', intent: 'save' })).status).toBe(
      303,
    );
    const refused = await owner.post(path(id), { ...other, line: 'From the second.', intent: 'save' });
    expect(refused.status).toBe(409);
    const html = await refused.text();
    expect(html).toContain('another tab');
    expect(html).toContain('value="From the second."');
    expect((await rowOf(id))?.content).toMatchObject({ line: 'From the first.' });
    // A tab never loses to itself: two of its saves may overtake each other.
    expect((await owner.post(path(id), { ...one, line: 'Again.', intent: 'save' })).status).toBe(303);
  });

  it('answers a save by the script with the bar and the report in small, and says what can’t be kept', async () => {
    const { id } = await over('Part By Part');
    const tab = await openedBy(owner, id);
    const asked = { 'HX-Request': 'true', 'HX-Request-Type': 'partial' };
    const saved = await owner.post(path(id), { ...tab, line: 'Not yet.' }, asked);
    const part = await saved.text();
    expect(part).toMatch(/^<div class="savebar" id="savebar">/);
    expect(part).toContain('name="version" value="1"');
    expect(part).toContain('<hx-partial hx-target="#mini" hx-swap="outerHTML">');
    const wrong = await owner.post(path(id), { ...tab, turnedAt: '99' }, asked);
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('href="#turnedAt"');
    expect((await rowOf(id))?.content).toMatchObject({ line: 'Not yet.', turnedAt: null });
  });

  it('is not possible before minute 60, nor of a session that was called off or not attended', async () => {
    const { id } = await on.confirmed(OWNER, 'Still To Come');
    expect((await owner.get(path(id))).status).toBe(409);
    expect((await owner.post(path(id), { ...whole, intent: 'send' })).status).toBe(409);
    await letItPass(world, id);
    const { db } = world.application.deps;
    await db.updateTable('bookings').set({ absent: 'candidate' }).where('id', '=', id).execute();
    expect((await owner.post(path(id), { ...whole, intent: 'send' })).status).toBe(409);
    expect(await rowOf(id)).toBeUndefined();
  });

  it('shows what was typed as text, never as markup', async () => {
    const { candidate, id } = await over('Inert');
    const evil = '<img src=x onerror=alert(1)>';
    const tab = await openedBy(owner, id);
    const code = `${evil}\n</code><script>alert(1)</script>`;
    await owner.post(path(id), {
      ...whole,
      ...tab,
      line: evil,
      code,
      'note.0.line': '',
      'note.0.text': '',
      'note.1.line': '',
      'note.1.text': '',
      intent: 'send',
    });
    const page = await (await candidate.get(`/bookings/${id}/report`)).text();
    expect(page).toContain('&lt;img src=x');
    expect(page).not.toContain('<img src=x');
    expect(page).not.toContain('<script>alert');
  });
});

describe('the report as a file', () => {
  it('is saved by the candidate as a PDF, which counts as read, and shown to its writer before it goes', async () => {
    const { candidate, id } = await over('Keeps Papers');
    expect((await owner.get(path(id, '/preview.pdf'))).status).toBe(404);
    const tab = await openedBy(owner, id);
    await owner.post(path(id), { ...whole, ...tab, line: 'Half a thought.', intent: 'save' });
    const draft = await owner.get(path(id, '/preview.pdf'));
    expect(draft.headers.get('content-type')).toBe('application/pdf');
    expect(draft.headers.get('content-disposition')).toMatch(/^inline/);
    expect((await readPdf(await draft.bytes())).text).toContain('Half a thought.');
    expect((await candidate.get(`/bookings/${id}/report.pdf`)).status).toBe(404);
    // What is made once is not what stands there once it has changed.
    await owner.post(path(id), { ...whole, ...tab, intent: 'send' });
    const file = await candidate.get(`/bookings/${id}/report.pdf`);
    expect(file.status).toBe(200);
    expect(file.headers.get('cache-control')).toContain('no-store');
    expect(file.headers.get('content-disposition')).toMatch(
      /^attachment; filename="Interview report for Keeps Papers.pdf"/,
    );
    const read = await readPdf(await file.bytes());
    expect(read.title).toBe('Interview report for Keeps Papers');
    expect(read.text).toContain('Yes, just.');
    expect((await rowOf(id))?.readAt).not.toBeNull();
    expect(await (await candidate.get(`/bookings/${id}/report`)).text()).toContain(
      `/bookings/${id}/report.pdf`,
    );
  });
});

describe('somebody else’s report', () => {
  it('does not exist, for other interviewers, the operator and strangers', async () => {
    const { id } = await over('Private Matters');
    await owner.post(path(id), { ...whole, ...(await openedBy(owner, id)), intent: 'send' });
    for (const person of [stranger, await operator(world)]) {
      expect((await person.get(path(id))).status).toBe(404);
      expect((await person.get(path(id, '/preview'))).status).toBe(404);
      expect((await person.get(path(id, '/preview.pdf'))).status).toBe(404);
      expect((await person.post(path(id), { ...whole, intent: 'send' })).status).toBe(404);
    }
    const nobody = new Candidate(world, 'Nobody');
    const page = await nobody.get(`/bookings/${id}/report`);
    expect(page.status).toBe(404);
    const { candidate: another } = await over('Somebody Else');
    for (const one of [nobody, another]) {
      const file = await one.get(`/bookings/${id}/report.pdf`);
      expect(file.status).toBe(404);
      expect(file.headers.get('content-type')).toContain('text/html');
    }
    expect(await page.text()).not.toContain('Yes, just.');
    expect((await owner.get(path('nonsense'))).status).toBe(404);
  });
});
