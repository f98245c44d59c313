import { beforeAll, describe, expect, it } from 'vitest';
import { demoSignIns } from '../../db/demo/load.ts';
import { newToken } from '../../src/secrets.ts';
import { Candidate } from '../support/candidate.ts';
import { textIn } from '../support/form-fields.ts';
import { heldIn } from '../support/held.ts';
import { inWorld } from '../support/in-world.ts';
import { until } from '../support/until.ts';

// What a candidate writes, and the link that opens their booking, in the hands of somebody who means harm.

const INTERVIEWER = 'adaeze-okonkwo';

const DAY = 24 * 60;

const world = inWorld();

/** A held booking for all the tests that give it nothing. */
let one: { candidate: Candidate; id: string };

beforeAll(async () => {
  one = await held('Only One');
});

const { held, rowOf, detailsOf } = heldIn(() => world, INTERVIEWER);
const db = () => world.application.deps.db;

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
