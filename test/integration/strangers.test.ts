import { beforeAll, describe, expect, it } from 'vitest';
import { Candidate } from '../support/candidate.ts';
import { heldIn } from '../support/held.ts';
import { inWorld } from '../support/in-world.ts';
import { moneyOf } from '../support/stripe-state.ts';

// Whoever is not the candidate: nothing to see, nothing to change.

const INTERVIEWER = 'adaeze-okonkwo';

const world = inWorld();

/** A held booking for all the tests that give it nothing. */
let one: { candidate: Candidate; id: string };

beforeAll(async () => {
  one = await held('Only One');
});

const { held, rowOf, detailsOf, resumeOf } = heldIn(() => world, INTERVIEWER);

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
