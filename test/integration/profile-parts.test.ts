import { beforeAll, describe, expect, test } from 'vitest';
import { Candidate } from '../support/candidate.ts';
import { inWorld } from '../support/in-world.ts';
import { paidBookings } from '../support/paid-booking.ts';
import { interviewer } from '../support/panel.ts';

// An interviewer's profile, saved part by part.

const OWNER = 'adaeze-okonkwo';
const STRANGER = 'oskar-nowak';

const world = inWorld({ worker: false });
let owner: Candidate;
const visitor = () => new Candidate(world);

beforeAll(async () => {
  owner = await interviewer(world, OWNER);
});

const book = paidBookings(() => world, OWNER);

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
    const before = await rowOf(OWNER);
    await save('about', { ...about, bio: 'Changed', name: 'Somebody Else', rate: '1' });
    const after = await rowOf(OWNER);
    expect(after.bio).toBe('Changed');
    expect([after.name, after.rateCents]).toEqual([before.name, before.rateCents]);
    expect((await save('no-such-part', {})).status).toBe(404);
  });

  test('cannot change what is not the interviewer’s to change', async () => {
    const before = await rowOf(OWNER);
    const other = await rowOf(STRANGER);
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
    const after = await rowOf(OWNER);
    for (const field of ['id', 'slug', 'userId', 'publishedAt', 'isSample', 'portraitId'] as const) {
      expect(after[field]).toEqual(before[field]);
    }
    expect(await rowOf(STRANGER)).toEqual(other);
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
    const before = await rowOf(OWNER);
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
    expect(await rowOf(OWNER)).toEqual(before);
  });
});

/** Saves a part with a form made from the profile as it stands. */
async function save(part: string, fields: Record<string, string | string[]>): Promise<Response> {
  const { profileVersion } = await rowOf(OWNER);
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
const db = () => world.application.deps.db;

function rowOf(slug: string) {
  return db().selectFrom('interviewers').selectAll().where('slug', '=', slug).executeTakeFirstOrThrow();
}

async function technologies(name: string): Promise<number> {
  const rows = await db().selectFrom('tags').select('name').where('kind', '=', 'technology').execute();
  return rows.filter((row) => row.name.toLowerCase() === name).length;
}
