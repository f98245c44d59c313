import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { demoSignIns } from '../../db/demo/load.ts';
import { composeMail } from '../../src/features/booking/compose.ts';
import { Candidate } from '../support/candidate.ts';
import { startWorld, type World } from '../support/world.ts';

const OWNER = 'adaeze-okonkwo';
const STRANGER = 'oskar-nowak';
const HOUR = 3_600_000;

let world: World;
let owner: Candidate;
let stranger: Candidate;
let operator: Candidate;
const visitor = () => new Candidate(world);

beforeAll(async () => {
  world = await startWorld(inject('postgres'), { worker: false });
  [owner, stranger, operator] = await Promise.all([
    signedIn(`${OWNER}@demo.508.test`),
    signedIn(`${STRANGER}@demo.508.test`),
    signedIn(demoSignIns.operator),
  ]);
});
afterAll(() => world?.stop());

describe('signing in', () => {
  test('sends each role to its own front door', async () => {
    expect((await signIn(visitor(), `${OWNER}@demo.508.test`)).headers.get('location')).toBe('/admin');
    expect((await signIn(visitor(), demoSignIns.operator)).headers.get('location')).toBe('/operator');
  });

  test('sets a cookie that scripts and other sites do not get', async () => {
    const [cookie] = (await signIn(visitor(), demoSignIns.operator)).headers.getSetCookie();
    expect(cookie).toMatch(/^session=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  test.each(['//evil.test', '/\\evil.test', '/.//evil.test', 'https://evil.test', '/\t/evil.test', 'evil'])(
    'does not go on to %j',
    async (next) => {
      const response = await signIn(visitor(), `${OWNER}@demo.508.test`, { next });
      expect(response.headers.get('location')).toBe('/admin');
    },
  );

  test('goes on to a path of this site', async () => {
    const response = await signIn(visitor(), `${OWNER}@demo.508.test`, { next: '/admin/profile?a=1' });
    expect(response.headers.get('location')).toBe('/admin/profile?a=1');
  });

  test('says the same of an unknown address and a wrong password, and keeps the address', async () => {
    const answers = await Promise.all(
      [`${OWNER}@demo.508.test`, 'nobody-at-all@demo.508.test'].map(async (email) => {
        const response = await signIn(visitor(), email, { password: 'not the password' });
        expect(response.status).toBe(422);
        expect(response.headers.getSetCookie()).toEqual([]);
        const html = await response.text();
        expect(html).toContain(email);
        // Each page asks passkeys something new.
        return html.replaceAll(email, '').replace(/data-options="[^"]*"|name="ticket" value="[^"]*"/g, '');
      }),
    );
    expect(answers[0]).toBe(answers[1]);
  });

  test('ends the session from before, and signing out ends this one', async () => {
    const person = await signedIn(`${OWNER}@demo.508.test`);
    const before = await sessions();
    await signIn(person, `${OWNER}@demo.508.test`);
    expect(await sessions()).toBe(before);
    expect((await person.post('/admin/sign-out', {})).headers.get('location')).toBe('/admin/sign-in');
    expect(await sessions()).toBe(before - 1);
    expect((await person.get('/admin')).status).toBe(303);
  });

  test('no route of the library itself is open', async () => {
    for (const path of ['/api/auth/sign-up/email', '/api/auth/sign-in/email', '/api/auth/get-session']) {
      expect((await visitor().post(path, {})).status).toBe(404);
    }
  });

  test('a form from another site is refused', async () => {
    const response = await owner.request('/admin/sign-out', {
      method: 'POST',
      headers: { Origin: 'https://evil.test' },
      body: new FormData(),
    });
    expect(response.status).toBe(403);
    expect((await owner.get('/admin')).status).toBe(200);
  });
});

describe('who sees what', () => {
  test('a visitor is asked to sign in and comes back', async () => {
    const id = await book();
    const response = await visitor().get(`/admin/bookings/${id}`);
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe(`/admin/sign-in?next=%2Fadmin%2Fbookings%2F${id}`);
    expect((await visitor().get('/operator')).status).toBe(303);
  });

  test('a booking of somebody else does not exist, on every route', async () => {
    const id = await book();
    for (const person of [stranger, operator]) {
      expect((await person.get(`/admin/bookings/${id}`)).status).toBe(404);
      expect((await person.get(`/admin/bookings/${id}/resume`)).status).toBe(404);
      expect((await person.get(`/admin/bookings/${id}/resume/view`)).status).toBe(404);
      expect((await person.post(`/admin/bookings/${id}/reading`, {})).status).toBe(404);
    }
    expect(await readAt(id)).toBeNull();
    expect(await (await stranger.get('/admin')).text()).not.toContain('Theo Marsh');
  });

  test('neither does one with a made-up id, or one that is not paid for', async () => {
    const unpaid = await book({ state: 'held', confirmedAt: null, paymentIntentId: null });
    for (const id of ['nonsense', '00000000-0000-0000-0000-000000000000', '%00', unpaid]) {
      expect((await owner.get(`/admin/bookings/${id}`)).status).toBe(404);
      expect((await owner.get(`/admin/bookings/${id}/resume`)).status).toBe(404);
      expect((await owner.post(`/admin/bookings/${id}/reading`, {})).status).toBe(404);
    }
  });

  test('the operator’s desk is for operators', async () => {
    expect((await owner.get('/operator')).status).toBe(404);
    const response = await operator.get('/operator');
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('Adaeze Okonkwo');
    expect((await operator.get('/admin')).headers.get('location')).toBe('/operator');
  });

  test('panel pages are kept by nobody and listed nowhere', async () => {
    const id = await book();
    for (const path of ['/admin', '/admin/profile', `/admin/bookings/${id}`, '/admin/sign-in']) {
      const response = await owner.get(path);
      expect(response.headers.get('cache-control'), path).toContain('no-store');
      expect(response.headers.get('x-robots-tag'), path).toContain('noindex');
    }
  });
});

describe('one booking', () => {
  test('shows every field the candidate entered, as text', async () => {
    const id = await book();
    const html = await (await owner.get(`/admin/bookings/${id}`)).text();
    for (const text of [
      'Coding',
      'Rust',
      'My background',
      'Traits &amp; lifetimes',
      'Two startups',
      'No rescue',
    ]) {
      expect(html).toContain(text);
    }
    expect(html).toContain('theo@example.com');
    expect(html).toContain('New York');
    expect(html).toContain('&lt;script>');
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('javascript:');
  });

  test('sends the resume as a file that no browser runs', async () => {
    const id = await book();
    const filename = 'Résumé "final"; v2.pdf';
    await world.application.deps.resumes.put(id, { filename, bytes: Buffer.from('%PDF-1.7 test') });
    const response = await owner.get(`/admin/bookings/${id}/resume`);
    expect(await response.text()).toBe('%PDF-1.7 test');
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="R_sum_ _final_; v2.pdf"; filename*=UTF-8''R%C3%A9sum%C3%A9%20%22final%22%3B%20v2.pdf`,
    );
  });

  test('shows the resume in a frame of the page, where nothing but that page may frame it', async () => {
    const id = await book();
    const view = `/admin/bookings/${id}/resume/view`;
    expect((await owner.get(view)).status).toBe(404);
    const filename = 'resume.pdf';
    await world.application.deps.resumes.put(id, { filename, bytes: Buffer.from('%PDF-1.7 test') });
    const response = await owner.get(view);
    expect(await response.text()).toBe('%PDF-1.7 test');
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('content-disposition')).toMatch(/^inline/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('x-frame-options')).toBe('SAMEORIGIN');
    const policy = response.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).not.toContain('script-src');
    const alone = await owner.get(view, { 'Sec-Fetch-Dest': 'document' });
    expect(alone.headers.get('content-disposition')).toMatch(/^attachment/);

    const page = await owner.get(`/admin/bookings/${id}`);
    expect(await page.text()).toContain(`src="${view}"`);
    expect(page.headers.get('content-security-policy')).toContain("frame-src 'self'");
    expect(page.headers.get('x-frame-options')).toBe('DENY');
    const other = await owner.get('/admin');
    expect(other.headers.get('content-security-policy')).toContain("frame-src 'none'");
    // What is no PDF after all is saved, never shown.
    await world.application.deps.resumes.put(id, {
      filename,
      bytes: Buffer.from('<script>alert(1)</script>'),
    });
    expect((await owner.get(view)).status).toBe(404);
    expect((await owner.get(`/admin/bookings/${id}/resume`)).headers.get('content-disposition')).toMatch(
      /^attachment/,
    );
  });

  test('is confirmed as read with a note, which goes into the mail and stands on both pages', async () => {
    const id = await book();
    const long = await owner.post(`/admin/bookings/${id}/reading`, { prepare: 'x'.repeat(1001) });
    expect(long.status).toBe(422);
    const html = await long.text();
    expect(html).toContain('That is more than 1,000 characters.');
    expect(html).toContain('x'.repeat(1001));
    expect(await readAt(id)).toBeNull();
    const note = 'Bring the <b>cache</b>.\nWe start there.';
    await owner.post(`/admin/bookings/${id}/reading`, { prepare: note });
    await owner.post(`/admin/bookings/${id}/reading`, { prepare: 'A second thought.' });
    const page = await (await owner.get(`/admin/bookings/${id}`)).text();
    expect(page).toContain('Bring the &lt;b>cache&lt;/b>.');
    expect(page).toContain('Confirmed having read everything, with a note.');
    expect(page).not.toContain('A second thought.');
    const mail = await world.application.deps.db
      .selectFrom('mails')
      .select(['id', 'bookingId', 'kind', 'occasion'])
      .where('bookingId', '=', id)
      .executeTakeFirstOrThrow();
    const composed = await composeMail(world.application.deps, mail);
    expect(composed?.text).toContain('Bring the <b>cache</b>.');
    expect(composed?.html).toContain('Bring the &lt;b>cache&lt;/b>.');
  });

  test('is confirmed as read once, with one mail, however often the key is pressed', async () => {
    const id = await book();
    const presses = await Promise.all(
      [1, 2, 3, 4].map(() => owner.post(`/admin/bookings/${id}/reading`, {})),
    );
    for (const press of presses) expect(press.headers.get('location')).toBe(`/admin/bookings/${id}`);
    const first = await readAt(id);
    expect(first).not.toBeNull();
    await owner.post(`/admin/bookings/${id}/reading`, {});
    expect(await readAt(id)).toEqual(first);
    expect(await mailsOf(id)).toEqual(['read-receipt']);
    expect(await (await owner.get(`/admin/bookings/${id}`)).text()).toContain('You confirmed on');
  });

  test('is not confirmed once the interview is over or cancelled', async () => {
    const over = await book({ startsAt: hoursFromNow(-3), endsAt: hoursFromNow(-1.5) });
    const cancelled = await book({ state: 'cancelled', endedAt: new Date() });
    for (const id of [over, cancelled]) {
      await owner.post(`/admin/bookings/${id}/reading`, {});
      expect(await readAt(id)).toBeNull();
      expect(await mailsOf(id)).toEqual([]);
    }
  });
});

describe('the profile', () => {
  test('moves a row of work history without a script: what is typed comes along, and nothing is saved', async () => {
    const rows = {
      ...{ company: ['First', 'Second', ''], title: ['A', 'B', ''] },
      ...{ startYear: ['2001', '2002', ''], endYear: ['', '', ''] },
    };
    const answer = await save('work', { ...rows, move: '1:up' });
    expect(answer.status).toBe(200);
    const html = await answer.text();
    expect(html.indexOf('value="Second"')).toBeGreaterThan(0);
    expect(html.indexOf('value="Second"')).toBeLessThan(html.indexOf('value="First"'));
    expect(await (await visitor().get(`/interviewers/${OWNER}`)).text()).not.toContain('<b>Second</b>');
    const own = {
      company: ['Older', 'Newer'],
      title: ['A', 'B'],
      startYear: ['2001', '2010'],
      endYear: ['2005', ''],
    };
    expect((await save('work', own)).status).toBe(303);
    const page = await (await visitor().get(`/interviewers/${OWNER}`)).text();
    expect(page.indexOf('<b>Older</b>')).toBeLessThan(page.indexOf('<b>Newer</b>'));
  });

  test('is public as soon as it is saved, part by part; bookings made keep their price', async () => {
    const id = await book();
    const saved = [
      await save('rate', { rate: '$1,234.50' }),
      await save('card', { ...card, headline: 'A new headline <b>' }),
      await save('tags', { ...tags, newTechnologies: 'C#, typescript, Elm Lang' }),
      await save('work', {
        company: ['', 'New Place', 'Old Place', 'Gone'],
        title: ['', 'Lead', 'Junior', 'Nobody'],
        startYear: ['', '2020', '2010', '2001'],
        endYear: ['', '', '2015', '2002'],
        remove: ['3'],
      }),
    ];
    expect(saved.map((response) => response.headers.get('location'))).toEqual([
      '/admin/profile?saved=rate#part-rate',
      '/admin/profile?saved=card#part-card',
      '/admin/profile?saved=tags#part-tags',
      '/admin/profile?saved=work#part-work',
    ]);
    const page = await (await visitor().get(`/interviewers/${OWNER}`)).text();
    expect(page).toContain('A new headline &lt;b>');
    expect(page).toContain('$1,234.50');
    // What nobody has chosen before is for the operator to add.
    for (const suggested of ['C#', 'Elm Lang']) expect(page).not.toContain(suggested);
    expect(page.indexOf('New Place')).toBeLessThan(page.indexOf('Old Place'));
    expect(page).not.toContain('Gone');
    expect(await technologies('typescript')).toBe(1);
    expect(await (await owner.get(`/admin/bookings/${id}`)).text()).toContain('$150');
  });

  test('says in their own words what a session covers, and where else they are', async () => {
    await save('about', {
      ...about,
      bio: 'I have **opinions**.\n\n<script>alert(1)</script>',
      covers: '- One bug\n- One page',
      links: 'https://www.github.com/adaeze/\nhttps://example.com/talk?a=1&b=2',
    });
    const page = await (await visitor().get(`/interviewers/${OWNER}`)).text();
    expect(page).toContain('<strong>opinions</strong>');
    expect(page).not.toContain('<script>alert');
    expect(page).toContain('<li dir="auto">One bug</li>');
    expect(page).toContain('rel="noopener noreferrer">github.com/adaeze</a>');
    expect(page).toContain('href="https://example.com/talk?a=1&amp;b=2"');
  });

  test('saves the part that was sent and nothing else, whatever came along', async () => {
    const before = await interviewer(OWNER);
    await save('about', { ...about, bio: 'Changed', name: 'Somebody Else', rate: '1' });
    const after = await interviewer(OWNER);
    expect(after.bio).toBe('Changed');
    expect([after.name, after.rateCents]).toEqual([before.name, before.rateCents]);
    expect((await save('no-such-part', {})).status).toBe(404);
  });

  test('cannot change what is not the interviewer’s to change', async () => {
    const before = await interviewer(OWNER);
    const other = await interviewer(STRANGER);
    for (const [part, fields] of [
      ['card', card],
      ['about', about],
      ['rate', { rate: '150' }],
    ] as const) {
      await save(part, {
        ...fields,
        id: other.id,
        interviewerId: other.id,
        userId: other.userId ?? '',
        user_id: other.userId ?? '',
        slug: 'mine-now',
        role: 'operator',
        publishedAt: '',
        published_at: '',
        isSample: 'false',
      });
    }
    const after = await interviewer(OWNER);
    for (const field of ['id', 'slug', 'userId', 'publishedAt', 'isSample', 'portraitId'] as const) {
      expect(after[field]).toEqual(before[field]);
    }
    expect(await interviewer(STRANGER)).toEqual(other);
    expect((await owner.get('/operator')).status).toBe(404);
  });

  test.each([
    ['rate', 'rate', '4.99', 'At least $5.'],
    ['rate', 'rate', '10000.01', 'At most $10,000.'],
    ['rate', 'rate', '1e3', 'An amount in dollars'],
    ['rate', 'rate', '99.999', 'An amount in dollars'],
    ['rate', 'rate', '-150', 'An amount in dollars'],
    ['card', 'name', '   ', 'Candidates need something to call you.'],
    ['card', 'headline', 'x'.repeat(121), 'That is more than 120 characters.'],
    ['about', 'bio', 'x'.repeat(6001), 'That is more than 6,000 characters.'],
    ['about', 'timeZone', 'Mars/Olympus', 'Pick a time zone'],
    ['about', 'links', 'javascript:alert(1)', 'Whole addresses, like'],
    ['about', 'links', 'http://example.com', 'Whole addresses, like'],
    ['about', 'links', 'https://a.example b', 'Whole addresses, like'],
    ['about', 'covers', 'x'.repeat(1001), 'That is more than 1,000 characters.'],
    ['tags', 'subjects', 'no-such-subject', 'Pick at least one.'],
    ['tags', 'newTechnologies', 'a,b,c,d,e,f', 'Up to 5 new ones'],
    ['tags', 'newTechnologies', '<script>', 'Letters, digits'],
    ['work', 'startYear', '1066', 'A year from 1950'],
    ['work', 'company', '', 'Where was it?'],
  ])('%s: %s %j is refused at its field, with everything kept', async (part, field, value, message) => {
    const before = await interviewer(OWNER);
    const response = await save(part, {
      ...card,
      ...about,
      ...tags,
      rate: '150',
      line: 'Typed and kept',
      languages: 'Typed, Kept',
      company: 'Somewhere',
      title: 'Kept title',
      startYear: '2019',
      endYear: '',
      [field]: value,
    });
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain(message);
    if (part === 'card') expect(html).toContain('Typed and kept');
    if (part === 'about') expect(html).toContain('Typed, Kept');
    if (part === 'work') expect(html).toContain('Kept title');
    expect(await interviewer(OWNER)).toEqual(before);
  });
});

/** Saves a part with a form made from the profile as it stands. */
async function save(part: string, fields: Record<string, string | string[]>): Promise<Response> {
  const { profileVersion } = await interviewer(OWNER);
  return owner.post(`/admin/profile/parts/${part}`, { version: String(profileVersion), ...fields });
}

const card = {
  name: 'Adaeze Okonkwo',
  headline: 'Frontend that survives contact with users',
  line: 'I want to watch you get suspicious.',
  summary: 'Microsoft, Dropbox.',
};
const about = { bio: 'Twelve years of it.', languages: 'English, Igbo', timeZone: 'Africa/Lagos' };
const tags = { subjects: ['coding'], technologies: ['react'] };

function signIn(person: Candidate, email: string, more: Record<string, string> = {}): Promise<Response> {
  return person.post('/admin/sign-in', { email, password: demoSignIns.password, ...more });
}

async function signedIn(email: string): Promise<Candidate> {
  const person = new Candidate(world);
  await signIn(person, email);
  return person;
}

const db = () => world.application.deps.db;
const hoursFromNow = (hours: number) => new Date(Date.now() + hours * HOUR);
let made = 0;

/** A paid booking with the owner, in a slot of its own. */
async function book(more: Record<string, unknown> = {}): Promise<string> {
  made += 1;
  const { id: interviewerId } = await interviewer(OWNER);
  const { id } = await db()
    .insertInto('bookings')
    .values({
      reference: `508-T${made}`,
      interviewerId,
      state: 'confirmed',
      startsAt: hoursFromNow(made * 24),
      endsAt: hoursFromNow(made * 24 + 1.5),
      calcomUid: `uid-${made}`,
      meetingUrl: 'javascript:alert(1)',
      priceCents: 150_00,
      capturedCents: 150_00,
      currency: 'usd',
      candidateName: 'Theo Marsh',
      candidateEmail: 'theo@example.com',
      candidateTimeZone: 'America/New_York',
      holdExpiresAt: new Date(),
      paymentIntentId: `pi_${made}`,
      confirmedAt: new Date(),
      ...more,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db()
    .insertInto('bookingDetails')
    .values({
      bookingId: id,
      background: 'My background <script>alert(1)</script>',
      subject: 'Coding',
      technologies: ['Rust'],
      focus: 'Traits & lifetimes',
      targetCompanies: 'Two startups',
      notes: 'No rescue',
    })
    .execute();
  return id;
}

function interviewer(slug: string) {
  return db().selectFrom('interviewers').selectAll().where('slug', '=', slug).executeTakeFirstOrThrow();
}

async function readAt(id: string): Promise<Date | null> {
  const row = await db()
    .selectFrom('bookings')
    .select('readAt')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return row.readAt;
}

async function mailsOf(bookingId: string): Promise<string[]> {
  const rows = await db().selectFrom('mails').select('kind').where('bookingId', '=', bookingId).execute();
  return rows.map((row) => row.kind);
}

async function sessions(): Promise<number> {
  return (await db().selectFrom('sessions').select('id').execute()).length;
}

async function technologies(name: string): Promise<number> {
  const rows = await db().selectFrom('tags').select('name').where('kind', '=', 'technology').execute();
  return rows.filter((row) => row.name.toLowerCase() === name).length;
}
