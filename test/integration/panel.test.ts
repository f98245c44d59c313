import { beforeAll, describe, expect, test } from 'vitest';
import { composeMail } from '../../src/features/booking/compose.ts';
import { Candidate } from '../support/candidate.ts';
import { inWorld } from '../support/in-world.ts';
import { paidBookings } from '../support/paid-booking.ts';
import { interviewer, mailKinds, operator as operatorOf } from '../support/panel.ts';

// What an interviewer sees of their bookings, and nobody else does.

const OWNER = 'adaeze-okonkwo';
const STRANGER = 'oskar-nowak';
const HOUR = 3_600_000;

const world = inWorld({ worker: false });
let owner: Candidate;
let stranger: Candidate;
let operator: Candidate;
const visitor = () => new Candidate(world);

beforeAll(async () => {
  [owner, stranger, operator] = await Promise.all([
    interviewer(world, OWNER),
    interviewer(world, STRANGER),
    operatorOf(world),
  ]);
});

const book = paidBookings(() => world, OWNER);

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
    expect(await page.text()).toContain(`src="${view}#`);
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
    expect(await mailKinds(world, id)).toEqual(['read-receipt']);
    expect(await (await owner.get(`/admin/bookings/${id}`)).text()).toContain('You confirmed on');
  });

  test('is not confirmed once the interview is over or cancelled', async () => {
    const over = await book({ startsAt: hoursFromNow(-3), endsAt: hoursFromNow(-1.5) });
    const cancelled = await book({ state: 'cancelled', endedAt: new Date() });
    for (const id of [over, cancelled]) {
      await owner.post(`/admin/bookings/${id}/reading`, {});
      expect(await readAt(id)).toBeNull();
      expect(await mailKinds(world, id)).toEqual([]);
    }
  });
});
const db = () => world.application.deps.db;
const hoursFromNow = (hours: number) => new Date(Date.now() + hours * HOUR);

async function readAt(id: string): Promise<Date | null> {
  const row = await db()
    .selectFrom('bookings')
    .select('readAt')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return row.readAt;
}
