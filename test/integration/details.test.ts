import { beforeAll, describe, expect, it } from 'vitest';
import type { Candidate } from '../support/candidate.ts';
import { errorAt, fieldIn, pdf, textIn } from '../support/form-fields.ts';
import { heldIn } from '../support/held.ts';
import { inWorld } from '../support/in-world.ts';

// The details step: what is wrong is said, what was typed is kept, times are in the zone that was chosen.

const INTERVIEWER = 'adaeze-okonkwo';

const world = inWorld();

/** A held booking for all the tests that give it nothing. */
let one: { candidate: Candidate; id: string };

beforeAll(async () => {
  one = await held('Only One');
});

const { held, rowOf, detailsOf, resumeOf } = heldIn(() => world, INTERVIEWER);

describe('details that are not all right', () => {
  it('scenario 40: come back whole, the file included, with a message at each field in trouble', async () => {
    const { candidate, id } = await held('Keeps Everything');
    const answer = await candidate.giveDetails(id, {
      name: 'Kept <Name>',
      email: 'not-an-address',
      background: '',
      subject: 'Coding',
      technologies: ['React', 'TypeScript'],
      focus: 'Kept & focused',
      targetCompanies: 'Kept "companies"',
      notes: 'Kept\nin two lines',
      resume: await pdf('kept'),
    });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(fieldIn(html, 'name')?.value).toBe('Kept &lt;Name>');
    expect(fieldIn(html, 'email')?.value).toBe('not-an-address');
    expect(fieldIn(html, 'subject', 'Coding')).toHaveProperty('checked');
    expect(fieldIn(html, 'technologies', 'React')).toHaveProperty('checked');
    expect(fieldIn(html, 'technologies', 'TypeScript')).toHaveProperty('checked');
    expect(textIn(html, 'focus')).toBe('Kept &amp; focused');
    expect(fieldIn(html, 'targetCompanies')?.value).toBe('Kept &quot;companies&quot;');
    expect(textIn(html, 'notes')).toBe('Kept\r\nin two lines');
    expect(html).toContain('kept.pdf');
    expect(errorAt(html, 'email')).toContain('address looks incomplete');
    expect(errorAt(html, 'background')).toContain('Write a sentence or two');
    expect(errorAt(html, 'name')).toBeUndefined();
    // Nothing of it counts as given, but nobody chooses the file twice.
    expect(await detailsOf(id)).toBeUndefined();
    expect((await rowOf(id)).candidateName).toBe('Keeps Everything');
    expect((await resumeOf(id))?.filename).toBe('kept.pdf');

    const second = await candidate.giveDetails(id);
    expect(second.headers.get('location')).toBe(`/bookings/${id}/payment`);
    expect((await resumeOf(id))?.filename).toBe('kept.pdf');
  });

  it('scenario 40: are told to everybody: the field is marked, its message tied to it, the summary announced, the first focused', async () => {
    const { candidate, id } = await held('Hears Pages');
    const html = await (await candidate.giveDetails(id, { email: 'x', focus: '' })).text();
    for (const name of ['email', 'focus']) {
      const field = fieldIn(html, name);
      expect(field?.['aria-invalid']).toBe('true');
      expect(field?.['aria-describedby']?.split(' ')).toContain(`${name}-error`);
      expect(html).toContain(`id="${name}-error"`);
      expect(html).toContain(`href="#${name}"`);
    }
    expect(fieldIn(html, 'name')).not.toHaveProperty('aria-invalid');
    expect(html).toMatch(/role="alert"[\s\S]*2 things to fix\./);
    expect(fieldIn(html, 'email')).toHaveProperty('autofocus');
    expect(html.match(/\bautofocus\b/g)).toHaveLength(1);
  });

  it.each([
    ['name', 'Write your name', ''],
    ['name', 'more than 100 characters', 'x'.repeat(101)],
    ['email', 'address looks incomplete', ''],
    ['email', 'more than 254 characters', `${'x'.repeat(250)}@example.com`],
    ['background', 'Write a sentence or two', '\u0000 \r\n'],
    ['background', 'more than 4,000 characters', 'x'.repeat(10_000)],
    ['subject', 'Pick one of these subjects', 'Gardening'],
    ['focus', 'what you want to be asked about', ''],
    ['targetCompanies', 'more than 500 characters', 'x'.repeat(501)],
    ['notes', 'more than 4,000 characters', 'x'.repeat(10_000)],
  ])('are refused at %s with "%s", and stored nowhere', async (field, message, value) => {
    const { candidate, id } = one;
    const answer = await candidate.giveDetails(id, { [field]: value });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(errorAt(html, field)).toContain(message);
    if (value.length > 400) expect(html).toContain(value);
    expect(await detailsOf(id)).toBeUndefined();
  });

  it('are refused without a subject, at the group of subjects', async () => {
    const { candidate, id } = one;
    const html = await (await candidate.giveDetails(id, { subject: [] })).text();
    expect(errorAt(html, 'subject')).toBe('Pick one subject.');
    expect(html).toMatch(/<fieldset[^>]*id="subject"[^>]*aria-describedby="[^"]*subject-error/);
    expect(fieldIn(html, 'subject', 'Coding')?.['aria-invalid']).toBe('true');
  });

  it('scenario 38: are refused, not broken, when the form does not arrive in one piece', async () => {
    const { candidate, id } = one;
    const paths = [`/bookings/${id}/details`, `/bookings/${id}/time-zone`, '/bookings', '/admin/sign-in'];
    const whole = '--edge\r\nContent-Disposition: form-data; name="name"\r\n\r\nTheo\r\n--edge--\r\n';
    for (const [type, body] of [
      ['multipart/form-data', whole],
      ['multipart/form-data; boundary=other', whole],
      ['multipart/form-data; boundary=edge', whole.slice(0, 40)],
      ['multipart/form-data; boundary=edge', ''],
    ] as const) {
      for (const path of paths) {
        const headers = { 'Content-Type': type };
        const answer = await candidate.request(path, { method: 'POST', headers, body });
        expect(answer.status, `${path} ${type}`).toBe(400);
        expect(await answer.text()).toContain('<h1');
      }
    }
    expect(await detailsOf(id)).toBeUndefined();
  });
});

describe('the time zone', () => {
  it('that is chosen is the one every page shows from then on', async () => {
    const { candidate, id } = one;
    const back = `/bookings/${id}/details`;
    const { startsAt } = await rowOf(id);
    const clock = (timeZone: string) =>
      new Intl.DateTimeFormat('en-US', {
        timeZone,
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      }).format(startsAt);
    const before = await (await candidate.get(back)).text();
    expect(before).toContain('New York, UTC−');
    expect(before).toContain(clock('America/New_York'));
    const answer = await candidate.post(`/bookings/${id}/time-zone`, { timeZone: 'Asia/Kolkata', back });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(back);
    for (const path of [back, `/bookings/${id}`]) {
      const html = await (await candidate.get(path)).text();
      expect(html).toContain('Kolkata, UTC+5:30');
      expect(html).toContain(clock('Asia/Kolkata'));
      expect(html).not.toContain('New York, UTC−');
    }
  });

  it.each(['', 'Mars/Olympus', '+05:00', 'UTC+5', '<script>', '../UTC', 'UTC\u0000', 'x'.repeat(99)])(
    'is not %j: 400, and the one from before stays',
    async (timeZone) => {
      const { candidate, id } = one;
      const { candidateTimeZone } = await rowOf(id);
      const answer = await candidate.post(`/bookings/${id}/time-zone`, { timeZone });
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain('<h1');
      expect((await rowOf(id)).candidateTimeZone).toBe(candidateTimeZone);
    },
  );

  it('leads back to a page of this booking and nowhere else', async () => {
    const { candidate, id } = one;
    for (const back of ['https://evil.test', '//evil.test', '/admin', `/bookings/${id}/../..`, '']) {
      const answer = await candidate.post(`/bookings/${id}/time-zone`, { timeZone: 'UTC', back });
      expect(answer.headers.get('location')).toBe(`/bookings/${id}`);
    }
  });
});
