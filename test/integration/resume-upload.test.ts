import { beforeAll, describe, expect, it } from 'vitest';
import { Candidate } from '../support/candidate.ts';
import { errorAt, fieldIn, pdf, textIn } from '../support/form-fields.ts';
import { heldIn } from '../support/held.ts';
import { inWorld } from '../support/in-world.ts';
import { makeResume } from '../support/resume.ts';

// The resume as a file that is sent: its size, its name, its place, and forms that are larger than they should be.

const INTERVIEWER = 'adaeze-okonkwo';

const MEGABYTE = 1024 * 1024;

// Where a request comes from is the test's to say.
const world = inWorld({ env: { TRUSTED_PROXIES: '127.0.0.1' } });

/** A held booking for all the tests that give it nothing. */
let one: { candidate: Candidate; id: string };

beforeAll(async () => {
  one = await held('Only One');
});

const { held, detailsOf, resumeOf } = heldIn(() => world, INTERVIEWER);

const storedBytes = async (id: string) => new Uint8Array((await resumeOf(id))?.bytes ?? []);

describe('the resume', () => {
  it('is taken twelve times an hour; then what was typed and the one there is stay', async () => {
    const candidate = new Candidate(world, 'Resume After Resume');
    const id = await candidate.hold(INTERVIEWER);
    await candidate.giveDetails(id, { resume: await pdf('first') });
    const { db } = world.application.deps;
    const spent = db.updateTable('allowances').set({ spent: 12 });
    await spent.where('key', 'like', 'upload resume %').execute();
    const refused = await candidate.giveDetails(id, { resume: await pdf('second'), notes: 'typed and kept' });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3_000);
    const html = await refused.text();
    expect(html).toContain('That is a lot of resumes for one hour.');
    expect(html).toContain('typed and kept');
    expect((await resumeOf(id))?.filename).toBe('first.pdf');
    // Details without a file are as welcome as ever.
    expect((await candidate.giveDetails(id)).status).toBe(303);
    await db.deleteFrom('allowances').execute();
  });

  it('is taken sixty times an hour from one network address, though each booking is another', async () => {
    const { db } = world.application.deps;
    const send = async (name: string, from: string) => {
      const { candidate, id } = await held(name);
      const path = `/bookings/${id}/details`;
      const { status } = await candidate.post(
        path,
        { resume: await pdf('mine') },
        { 'X-Forwarded-For': from },
      );
      // The rest of the form is missing: a file that is taken is kept all the same.
      return { status, kept: (await resumeOf(id))?.filename };
    };
    const [office, elsewhere] = ['198.51.100.7', '198.51.100.8'];
    await send('First There', office);
    const spent = db.updateTable('allowances').set({ spent: 59 });
    await spent.where('key', 'like', 'upload resume-place %').execute();
    expect(await send('Sixtieth There', office)).toEqual({ status: 422, kept: 'mine.pdf' });
    expect(await send('One Too Many', office)).toEqual({ status: 429, kept: undefined });
    expect(await send('Somewhere Else', elsewhere)).toEqual({ status: 422, kept: 'mine.pdf' });
    await db.deleteFrom('allowances').execute();
  });

  const refused: [string, File, string][] = [
    ['of 0 bytes', new File([], 'empty.pdf'), 'This file is empty'],
    ['of more than 5 MB', new File([new Uint8Array(5 * 1024 * 1024 + 1)], 'big.pdf'), 'more than 5 MB'],
    ['that is a program named .pdf', new File(['MZ\x90\x00'], 'cv.pdf'), 'not a PDF'],
    ['that is HTML named .pdf', new File(['<script>alert(1)</script>'], 'cv.pdf'), 'not a PDF'],
    ['that is text and called a PDF', new File(['cv'], 'cv.pdf', { type: 'application/pdf' }), 'not a PDF'],
  ];

  it.each(refused)(
    'scenario 38: %s is refused at its field; what was typed and the file from before stay',
    async (_what, file, message) => {
      const { candidate, id } = one;
      const before = await pdf('before');
      await candidate.giveDetails(id, { name: '', resume: before });
      const answer = await candidate.giveDetails(id, { notes: 'typed and kept', resume: file });
      expect(answer.status).toBe(422);
      const html = await answer.text();
      expect(errorAt(html, 'resume')).toContain(message);
      expect(fieldIn(html, 'resume')).toMatchObject({ 'aria-invalid': 'true' });
      expect(fieldIn(html, 'resume')?.['aria-describedby']).toContain('resume-error');
      expect(textIn(html, 'notes')).toBe('typed and kept');
      expect(html).toContain('before.pdf');
      expect(await storedBytes(id)).toEqual(await before.bytes());
      expect(await detailsOf(id)).toBeUndefined();
    },
  );

  it('is replaced by another, byte for byte, and stays when none is chosen', async () => {
    const { candidate, id } = await held('New File');
    await candidate.giveDetails(id, { resume: await pdf('first') });
    const second = await pdf('second');
    await candidate.giveDetails(id, { resume: second });
    // What a browser sends when the field was left alone.
    await candidate.giveDetails(id, { resume: new File([], '') });
    expect((await resumeOf(id))?.filename).toBe('second.pdf');
    expect(await storedBytes(id)).toEqual(await second.bytes());
  });

  it('is removed at a press, and what was typed stays', async () => {
    const { candidate, id } = await held('No File');
    await candidate.giveDetails(id, { resume: await pdf('gone') });
    const answer = await candidate.giveDetails(id, { notes: 'still here', resumeAction: 'remove' });
    expect(answer.status).toBe(200);
    const html = await answer.text();
    expect(html).not.toContain('gone.pdf');
    expect(textIn(html, 'notes')).toBe('still here');
    expect(await resumeOf(id)).toBeNull();
  });

  it('scenario 38: may have any name: it is kept as a plain one', async () => {
    const { candidate, id } = await held('Odd Names');
    const bytes = new Uint8Array(await makeResume('odd'));
    for (const [given, kept] of [
      ['../../etc/passwd', 'passwd.pdf'],
      ['annual\u202Efdp.exe', 'annualfdp.exe.pdf'],
      ['<img src=x onerror=alert(1)>.pdf', '_img src=x onerror=alert(1)_.pdf'],
      ['x'.repeat(300), `${'x'.repeat(110)}.pdf`],
      [`a${'🚀'.repeat(150)}.pdf`, `a${'🚀'.repeat(109)}.pdf`],
    ] as const) {
      const answer = await candidate.giveDetails(id, { resume: new File([bytes], given) });
      expect(answer.status, given).toBe(303);
      expect((await resumeOf(id))?.filename).toBe(kept);
      const html = await (await candidate.get(`/bookings/${id}/details`)).text();
      expect(html).toContain(kept);
      expect(html).not.toContain('<img src=x');
    }
  });

  it('scenario 38: of 7 MB is refused at its field as well, with everything typed kept', async () => {
    const { candidate, id } = one;
    const resume = new File([new Uint8Array(7 * MEGABYTE)], 'large.pdf');
    const answer = await candidate.giveDetails(id, { notes: 'typed and kept', resume });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(errorAt(html, 'resume')).toContain('more than 5 MB');
    expect(textIn(html, 'notes')).toBe('typed and kept');
  });

  it('scenario 38: of more than 32 MB gets a page that says how much is too much', async () => {
    const { candidate, id } = one;
    const huge = new File([new Uint8Array(32 * MEGABYTE + 1)], 'huge.pdf');
    const answer = await candidate.giveDetails(id, { resume: huge });
    expect(answer.status).toBe(413);
    const html = await answer.text();
    expect(html).toContain('That is too large.');
    expect(html).toContain('up to 5 MB');
    expect(await detailsOf(id)).toBeUndefined();
  });
});

describe('any other form', () => {
  it('may carry 2 MB, whether it says so at the start or not', async () => {
    const { candidate, id } = one;
    const path = `/bookings/${id}/time-zone`;
    const headers = { 'Content-Type': 'multipart/form-data; boundary=edge' };
    const said = await candidate.request(path, {
      method: 'POST',
      headers,
      body: new Uint8Array(2 * MEGABYTE + 1),
    });
    expect(said.status).toBe(413);
    expect(await said.text()).toContain('That is too large.');

    let left = 5;
    const body = new ReadableStream({
      pull: (controller) =>
        left-- > 0 ? controller.enqueue(new Uint8Array(MEGABYTE / 2)) : controller.close(),
    });
    const unsaid = await candidate.request(path, {
      method: 'POST',
      headers,
      body,
      duplex: 'half',
    } as RequestInit);
    expect(unsaid.status).toBe(413);
  });
});
