import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { demoSignIns } from '../../db/demo/load.ts';
import { newToken } from '../../src/secrets.ts';
import { Candidate } from '../support/candidate.ts';
import { makeResume } from '../support/resume.ts';
import { moneyOf } from '../support/stripe-state.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

const INTERVIEWER = 'adaeze-okonkwo';
const DAY = 24 * 60;
const MEGABYTE = 1024 * 1024;

let world: World;
/** A held booking for all the tests that give it nothing. */
let one: { candidate: Candidate; id: string };

beforeAll(async () => {
  world = await startWorld(inject('postgres'));
  one = await held('Only One');
});
afterAll(() => world?.stop());

const db = () => world.application.deps.db;
const rowOf = (id: string) =>
  db().selectFrom('bookings').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const detailsOf = (id: string) =>
  db().selectFrom('bookingDetails').selectAll().where('bookingId', '=', id).executeTakeFirst();
const resumeOf = (id: string) => world.application.deps.resumes.get(id);

const storedBytes = async (id: string) => new Uint8Array((await resumeOf(id))?.bytes ?? []);

async function held(name: string): Promise<{ candidate: Candidate; id: string }> {
  const candidate = new Candidate(world, name);
  return { candidate, id: await candidate.hold(INTERVIEWER) };
}

/** The attributes of a page's field, by the field's name (and value, where several share it). */
function fieldIn(html: string, name: string, value?: string): Record<string, string> | null {
  for (const [tag] of html.matchAll(/<(?:input|textarea)\b(?:[^>"]|"[^"]*")*>/g)) {
    const found = [...tag.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, key, text]) => [key, text ?? '']);
    const attributes = Object.fromEntries(found.slice(1)) as Record<string, string>;
    if (attributes.name === name && (value === undefined || attributes.value === value)) return attributes;
  }
  return null;
}

/** What stands in a page's text area. */
function textIn(html: string, name: string): string | undefined {
  return new RegExp(`<textarea\\b[^>]*name="${name}"[^>]*>([^<]*)</textarea>`).exec(html)?.[1];
}

/** What the page says is wrong with a field, where it says so to those who hear it too. */
function errorAt(html: string, name: string): string | undefined {
  return new RegExp(`<p class="field__error" id="${name}-error">([^<]*)</p>`).exec(html)?.[1];
}

const pdf = async (name: string) => new File([new Uint8Array(await makeResume(name))], `${name}.pdf`);

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

describe('whatever a candidate writes', () => {
  const EVIL = {
    name: '👩🏽‍💻 \u202Eمحمد <script>alert(1)</script>\r\nBcc: everyone@example.com\u0007',
    background: '<img src=x onerror=alert(2)>\u001B שלום 🦊',
    focus: `</textarea></title><script>alert(3)</script>\r\n${'x'.repeat(3_900)}`,
    targetCompanies: '"><svg onload=alert(4)>\r\nSubject: hacked',
    notes: '{{7*7}} <%= 7*7 %> javascript:alert(5)\r\n.\r\nQUIT',
  };
  let candidate: Candidate;
  let id: string;

  beforeAll(async () => {
    ({ candidate, id } = await held('Evil Writer'));
    expect((await candidate.giveDetails(id, EVIL)).status).toBe(303);
    await candidate.pay(await candidate.checkout(id));
    await until(async () => (await rowOf(id)).state === 'confirmed', { what: 'it is confirmed' });
  });

  /** No tag but ours, no attribute that runs, nothing that turns the rest of the page around. */
  function inert(html: string): void {
    for (const evil of [
      '<script>alert',
      '<img src=x',
      '<svg onload',
      '</textarea></title>',
      '\u0007',
      '\u001B',
      '\u202E',
    ]) {
      expect(html).not.toContain(evil);
    }
    expect(html).not.toMatch(/<[^>]+href="\s*javascript:/i);
  }

  it('scenario 39: is shown as the letters it is made of, to the candidate', async () => {
    for (const path of ['', '/thanks']) {
      const html = await (await candidate.get(`/bookings/${id}${path}`)).text();
      inert(html);
    }
    const html = await (await candidate.get(`/bookings/${id}`)).text();
    expect(html).toContain('&lt;img src=x onerror=alert(2)>');
    expect(html).toContain('שלום 🦊');
  });

  it('scenario 39: is taken without NUL, which PostgreSQL does not store', async () => {
    const other = await held('Nil Writer');
    const nil = { name: 'N\u0000il', background: 'No\u0000thing', focus: '\u0000Zero', notes: 'Void\u0000' };
    expect((await other.candidate.giveDetails(other.id, nil)).status).toBe(303);
    expect((await rowOf(other.id)).candidateName).toBe('Nil');
    expect(await detailsOf(other.id)).toMatchObject({ background: 'Nothing', focus: 'Zero', notes: 'Void' });
  });

  it('is shown as the letters it is made of, while it is corrected', async () => {
    const other = one;
    const html = await (await other.candidate.giveDetails(other.id, { ...EVIL, email: 'x' })).text();
    for (const evil of ['<script>alert', '<img src=x', '<svg onload', '</textarea></title>']) {
      expect(html).not.toContain(evil);
    }
    expect(textIn(html, 'focus')).toContain('&lt;/textarea>&lt;/title>&lt;script>');
  });

  it('scenario 39: is shown as the letters it is made of, to the interviewer, every field of it', async () => {
    const interviewer = new Candidate(world);
    const email = `${INTERVIEWER}@demo.508.test`;
    await interviewer.post('/admin/sign-in', { email, password: demoSignIns.password });
    const html = await (await interviewer.get(`/admin/bookings/${id}`)).text();
    inert(html);
    for (const text of [
      '👩🏽‍💻 محمد &lt;script>alert(1)&lt;/script> Bcc: everyone@example.com',
      '&lt;img src=x onerror=alert(2)> שלום 🦊',
      'x'.repeat(3_900),
      '&lt;svg onload=alert(4)> Subject: hacked',
      '{{7*7}} &lt;%= 7*7 %> javascript:alert(5)\n.\nQUIT',
    ]) {
      expect(html).toContain(text);
    }
    inert(await (await interviewer.get('/admin')).text());
  });

  it('scenario 39: is shown as the letters it is made of in both mails, and becomes no header and no recipient', async () => {
    const mails = await until(
      async () => {
        const all = await world.mail.messages();
        return all.length === 2 && all;
      },
      { what: 'both mails' },
    );
    const recipients = mails.map(({ to }) => to).sort();
    expect(recipients).toEqual([[`${INTERVIEWER}@demo.508.test`], [candidate.email]].sort());
    for (const mail of mails) {
      inert(mail.html);
      expect(mail.headers).not.toHaveProperty('bcc');
      expect(mail.headers.subject?.split('\n')).toHaveLength(1);
      expect(mail.subject).not.toContain('hacked');
      expect(Object.keys(mail.headers).sort()).toEqual([
        'auto-submitted',
        'content-type',
        'date',
        'delivered-to',
        'from',
        'message-id',
        'mime-version',
        'reply-to',
        'return-path',
        'subject',
        'to',
        'x-auto-response-suppress',
      ]);
    }
    const notice = mails.find(({ to }) => to[0]?.startsWith(INTERVIEWER));
    // The name stands between marks that keep its direction to itself.
    expect(notice?.subject.replace(/[\u2068\u2069]/g, '')).toContain('Bcc: everyone@example.com booked you');
    expect(notice?.text).toContain('<img src=x onerror=alert(2)>');
    expect(notice?.text).toContain('.\nQUIT');
    expect(notice?.icalendar).not.toMatch(/^(Bcc|Subject):/im);
  });

  it('opens by the link of the mail in a browser that never saw it, and the address then has no token', async () => {
    const [mail] = await until(async () => {
      const mails = await world.mail.messages(candidate.email);
      return mails.length > 0 && mails;
    });
    const { pathname, search } = new URL(/http\S+\?token=\S+/.exec(mail?.text ?? '')?.[0] ?? '');
    const fresh = new Candidate(world);
    expect((await fresh.get(`/bookings/${id}`)).status).toBe(404);
    const opened = await fresh.get(pathname + search);
    expect(opened.status).toBe(303);
    expect(opened.headers.get('location')).toBe(`/bookings/${id}`);
    expect(opened.headers.get('referrer-policy')).toBe('no-referrer');
    expect((await fresh.get(`/bookings/${id}`)).status).toBe(200);
    expect((await fresh.get(`/bookings/${id}/invitation.ics`)).status).toBe(200);
  });

  it('does not open by a wrong, foreign, outlived or revoked token', async () => {
    const make = async (bookingId: string, more: object = {}) => {
      const { token, hash } = newToken();
      const expiresAt = new Date(world.clock.now().getTime() + 60_000);
      await db()
        .insertInto('bookingLinks')
        .values({ tokenHash: hash, bookingId, expiresAt, ...more })
        .execute();
      return token;
    };
    const good = await make(id);
    const foreign = await make(one.id);
    const revoked = await make(id, { revokedAt: new Date() });
    const wrong = `${good.slice(0, -1)}${good.endsWith('A') ? 'B' : 'A'}`;
    for (const token of [
      wrong,
      foreign,
      revoked,
      'x',
      '%00',
      'a'.repeat(5_000),
      `${good}&token=x`.slice(1),
    ]) {
      const visitor = new Candidate(world);
      const answer = await visitor.get(`/bookings/${id}?token=${token}`);
      expect(answer.status, token.slice(0, 60)).toBe(404);
      expect(answer.headers.getSetCookie()).toEqual([]);
      expect((await visitor.get(`/bookings/${id}`)).status).toBe(404);
    }
    const visitor = new Candidate(world);
    world.clock.advance(1);
    expect((await visitor.get(`/bookings/${id}?token=${good}`)).status).toBe(404);
    world.clock.advance(-1);
    expect((await visitor.get(`/bookings/${id}?token=${good}`)).status).toBe(303);
  });

  it('opens by the mail’s link until ninety days after the session, to the minute', async () => {
    const [mail] = await world.mail.messages(candidate.email);
    const { pathname, search } = new URL(/http\S+\?token=\S+/.exec(mail?.text ?? '')?.[0] ?? '');
    const { endsAt } = await rowOf(id);
    const minutes = (endsAt.getTime() - world.clock.now().getTime()) / 60_000 + 90 * DAY;
    world.clock.advance(minutes - 1);
    expect((await new Candidate(world).get(pathname + search)).status).toBe(303);
    world.clock.advance(2);
    expect((await new Candidate(world).get(pathname + search)).status).toBe(404);
    world.clock.advance(-(minutes + 1));
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

describe('a visitor who is not the candidate', () => {
  const PAGES = [
    '',
    '/details',
    '/payment',
    '/thanks',
    '/invitation.ics',
    '/resume',
    '/time-zone',
    '/move',
    '/cancellation',
    '/claim',
    '/proposal',
  ];
  const FORMS: Record<string, Record<string, string>> = {
    '/details': { name: 'Mallory', email: 'm@example.com', background: 'x', subject: 'Coding', focus: 'x' },
    '/payment': {},
    '/time-zone': { timeZone: 'UTC', back: '/' },
    '/move': { uid: 'made-up' },
    '/cancellation': { note: 'x', terms: 'kept' },
    '/claim': { kind: 'not-worth-it' },
    '/proposal': { answer: 'accepted', proposal: '01941f29-7c00-7000-8000-000000000001' },
  };

  it('finds nothing on any route and changes nothing: without a cookie, with another’s, with a tampered one', async () => {
    const { candidate, id } = await held('The Victim');
    const other = await held('The Other');
    const own = candidate.cookies.find(({ name }) => name === 'bookings')?.value ?? '';
    const theirs = other.candidate.cookies.find(({ name }) => name === 'bookings')?.value ?? '';
    const signature = theirs.slice(theirs.lastIndexOf('.'));
    const ownSignature = own.slice(own.lastIndexOf('.'));
    const before = await rowOf(id);

    const cookies: [string, string][] = [
      ['none', ''],
      ['another’s', `bookings=${theirs}`],
      ['the id with another’s signature', `bookings=${id}${signature}`],
      ['the id added to another’s', `bookings=${other.id}.${id}${signature}`],
      ['the id taken as its own signature', `bookings=${id}`],
      ['an empty signature', `bookings=${id}.`],
      ['a changed signature', `bookings=${own.slice(0, -6)}AAA%3D`],
      ['the own one under another id', `bookings=${other.id}${ownSignature}`],
      ['nonsense', 'bookings=%E0%A4%A; bookings=%00'],
    ];
    for (const [what, cookie] of cookies) {
      const headers = { Cookie: cookie, Origin: world.site };
      for (const page of PAGES) {
        const answer = await fetch(`${world.site}/bookings/${id}${page}`, { headers, redirect: 'manual' });
        expect(answer.status, `GET ${page} with ${what}`).toBe(404);
        const html = await answer.text();
        expect(html).not.toContain('The Victim');
        expect(html).not.toContain(before.reference);
      }
      for (const [page, fields] of Object.entries(FORMS)) {
        const body = new URLSearchParams(fields);
        const init = { method: 'POST', headers, body, redirect: 'manual' } as const;
        const answer = await fetch(`${world.site}/bookings/${id}${page}`, init);
        expect(answer.status, `POST ${page} with ${what}`).toBe(404);
      }
    }
    expect(await rowOf(id)).toEqual(before);
    expect(await detailsOf(id)).toBeUndefined();
    expect(await resumeOf(id)).toBeNull();
    expect((await moneyOf(world, id)).sessions).toEqual([]);
    // The candidate still can.
    expect((await candidate.get(`/bookings/${id}/details`)).status).toBe(200);
  });

  it('finds nothing under an address that is no address, and never a broken page', async () => {
    const { candidate, id } = one;
    const ids = [
      'nonsense',
      '%00',
      '%E0%A4%A',
      '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
      '00000000-0000-0000-0000-000000000000',
      id.toUpperCase(),
      `${id}%20`,
      `${id}'--`,
      `${id}.${id}`,
      '%F0%9F%A6%8A',
      'x'.repeat(3_000),
    ];
    for (const bad of ids) {
      for (const page of PAGES) {
        const answer = await candidate.get(`/bookings/${bad}${page}`);
        expect(answer.status, `GET ${bad.slice(0, 60)}${page}`).toBe(404);
      }
      for (const [page, fields] of Object.entries(FORMS)) {
        const answer = await candidate.post(`/bookings/${bad}${page}`, fields);
        expect(answer.status, `POST ${bad.slice(0, 60)}${page}`).toBe(404);
      }
    }
  });

  it.each([
    '/interviewers/%00',
    '/interviewers/%00/book',
    '/interviewers/%E0%A4%A',
    '/portraits/%00',
    '/portraits/x',
    '/bookings',
    '/%00',
    '/admin/nothing/%00',
  ])('finds nothing at %s', async (path) => {
    expect((await new Candidate(world).get(path)).status).toBe(404);
  });

  it('finds nobody to book under a name that is no name', async () => {
    for (const interviewer of [
      '',
      '\u0000',
      'ruth-mwangi\u0000',
      'RUTH-MWANGI',
      'nobody',
      "x' or '1'='1",
      'x'.repeat(5_000),
    ]) {
      const answer = await new Candidate(world).post('/bookings', { interviewer, uid: 'abcdefgh' });
      expect(answer.status, interviewer.slice(0, 20)).toBe(404);
    }
  });
});

describe('a form on another site', () => {
  it.each(['https://evil.test', 'null', 'http://localhost:1', 'http://127.0.0.1.evil.test'])(
    'changes nothing here, whatever it sends, from %s',
    async (origin) => {
      const { candidate, id } = one;
      const before = await rowOf(id);
      const bodies: [string, string][] = [
        ['application/x-www-form-urlencoded', 'name=Mallory&timeZone=UTC'],
        ['multipart/form-data; boundary=edge', '--edge--\r\n'],
        ['text/plain', 'name=Mallory'],
      ];
      for (const [type, body] of bodies) {
        for (const path of ['/details', '/payment', '/time-zone']) {
          const answer = await candidate.request(`/bookings/${id}${path}`, {
            method: 'POST',
            headers: { Origin: origin, 'Content-Type': type },
            body,
          });
          expect(answer.status, `${type} to ${path}`).toBe(403);
          expect(await answer.text()).toContain('This came from another site.');
        }
      }
      expect(await rowOf(id)).toEqual(before);
      expect((await moneyOf(world, id)).sessions).toEqual([]);
    },
  );

  it('changes nothing when it hides where it comes from', async () => {
    const { candidate, id } = one;
    const cookie = candidate.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const answer = await fetch(`${world.site}/bookings/${id}/payment`, {
      method: 'POST',
      headers: { Cookie: cookie },
      body: new URLSearchParams(),
    });
    expect(answer.status).toBe(403);
  });
});
