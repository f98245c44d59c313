import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import sharp from 'sharp';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { photographOf, SKINS } from '../../src/features/admin/faces.fixture.ts';
import { Candidate } from '../support/candidate.ts';
import { inWorld } from '../support/in-world.ts';
import { interviewer, operator } from '../support/panel.ts';

// An interviewer's portrait: uploaded, looked at, chosen, served to everybody.

const OWNER = 'adaeze-okonkwo';
const STRANGER = 'mara-lindqvist';
const UPLOAD = '/admin/profile/photo';
const MEGABYTE = 1024 * 1024;
const CHOOSE = '/admin/profile/portrait';

const world = inWorld({ worker: false });
let owner: Candidate;

beforeAll(async () => {
  owner = await interviewer(world, OWNER);
});

const db = () => world.application.deps.db;
const visitor = () => new Candidate(world);
const portraitId = async (slug = OWNER) =>
  (
    await db()
      .selectFrom('interviewers')
      .select('portraitId')
      .where('slug', '=', slug)
      .executeTakeFirstOrThrow()
  ).portraitId;
const photograph = async () =>
  db()
    .selectFrom('photographs')
    .innerJoin('interviewers', 'interviewers.id', 'photographs.interviewerId')
    .where('interviewers.slug', '=', OWNER)
    .select(['inkId', 'plainId', 'tone', 'square'])
    .executeTakeFirst();
const file = (bytes: Uint8Array, name = 'me.jpg') => new File([new Uint8Array(bytes)], name);
const upload = async (skin: string = SKINS[6], more: Record<string, string> = {}) =>
  owner.post(UPLOAD, { photo: file(await photographOf(skin)), ...more });

beforeEach(() => db().deleteFrom('allowances').execute());

describe('a photograph', () => {
  test('is taken twenty times an hour; then the one there is stays, and it is said when to come back', async () => {
    await upload();
    const kept = await photograph();
    await db().updateTable('allowances').set({ spent: 20 }).where('key', 'like', 'upload photo %').execute();
    const refused = await upload(SKINS[2]);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3_000);
    expect(await refused.text()).toContain('That is a lot of photographs for one hour.');
    expect(await photograph()).toEqual(kept);
    const stranger = await interviewer(world, STRANGER);
    const theirs = await stranger.post(UPLOAD, { photo: file(await photographOf(SKINS[2])) });
    expect(theirs.status).toBe(303);
    await stranger.post('/admin/profile/photo/removal', {});
    world.clock.advance(61);
    expect((await upload()).status).toBe(303);
  });

  test('is shown to nobody before its owner chose; then to everybody, in every width, for good', async () => {
    const before = await portraitId();
    const sent = await upload();
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/admin/profile#photo']);
    expect(await portraitId()).toBe(before);
    const page = await (await owner.get('/admin/profile')).text();
    const { inkId = '', plainId = '' } = (await photograph()) ?? {};
    expect(page).toContain(`/portraits/${inkId}`);
    expect(page).toContain(`/portraits/${plainId}`);
    expect(page).toContain('Nobody sees these yet');

    for (const [look, id] of [
      ['plain', plainId],
      ['ink', inkId],
    ] as const) {
      expect((await owner.post(CHOOSE, { look })).status).toBe(303);
      expect(await portraitId()).toBe(id);
      const profile = await (await visitor().get(`/interviewers/${OWNER}`)).text();
      expect(profile).toContain(`/portraits/${id}/352 352w`);
      for (const [address, width] of [
        [`/portraits/${id}`, 704],
        [`/portraits/${id}/176`, 176],
        [`/portraits/${id}/352`, 352],
        [`/portraits/${id}/704`, 704],
      ] as const) {
        const answer = await visitor().get(address);
        expect(answer.headers.get('content-type')).toBe('image/avif');
        expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
        expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
        expect(answer.headers.get('content-security-policy')).toContain('sandbox');
        const bytes = Buffer.from(await answer.arrayBuffer());
        expect((await sharp(bytes).metadata()).width).toBe(width);
        expect(bytes.length).toBeLessThan(40_000);
      }
    }
    expect((await visitor().get(`/portraits/${inkId}/353`)).status).toBe(404);
    const card = await visitor().get(`/interviewers/${OWNER}/card.png`);
    expect(card.headers.get('content-type')).toBe('image/png');
  });

  test('is drawn lighter or darker, and everybody who sees the ink sees that', async () => {
    await upload();
    await owner.post(CHOOSE, { look: 'ink' });
    const first = await portraitId();
    expect((await owner.post('/admin/profile/photo/tone', { tone: '1' })).status).toBe(303);
    expect(await portraitId()).not.toBe(first);
    expect((await photograph())?.tone).toBe(1);
    expect((await visitor().get(`/portraits/${first}`)).status).toBe(404);
    expect((await owner.post('/admin/profile/photo/tone', { tone: '7' })).status).toBe(400);
  });

  test('is cropped where its owner said', async () => {
    const half = { width: 500, height: 600, channels: 3 as const, background: '#f00' };
    const photo = await sharp({ create: { ...half, width: 1000, background: '#00f' } })
      .composite([{ input: { create: half }, left: 0, top: 0 }])
      .png()
      .toBuffer();
    await owner.post(UPLOAD, { photo: file(photo), cropX: '0.2', cropY: '0.5', cropSize: '0.6' });
    const { square } = (await photograph()) ?? {};
    const { dominant } = await sharp(square).stats();
    expect([dominant.r > 200, dominant.b < 60]).toEqual([true, true]);
  });

  test('can be taken back: initials take its place, and nothing of it is kept', async () => {
    await upload(SKINS[2]);
    await owner.post(CHOOSE, { look: 'plain' });
    const { inkId, plainId } = (await photograph()) ?? {};
    expect((await owner.post('/admin/profile/photo/removal', {})).status).toBe(303);
    expect([await photograph(), await portraitId()]).toEqual([undefined, null]);
    for (const id of [inkId, plainId]) expect((await visitor().get(`/portraits/${id}`)).status).toBe(404);
    expect(await db().selectFrom('portraitSizes').select('width').execute()).toEqual([]);
  });

  test('that two people sent is not taken from one by the other', async () => {
    const stranger = await interviewer(world, STRANGER);
    const photo = await photographOf(SKINS[4]);
    for (const person of [owner, stranger]) {
      await person.post(UPLOAD, { photo: file(photo) });
      await person.post(CHOOSE, { look: 'ink' });
    }
    await stranger.post('/admin/profile/photo/removal', {});
    expect((await visitor().get(`/portraits/${await portraitId()}`)).status).toBe(200);
  });
});

describe('what is no portrait', () => {
  const bomb = () =>
    sharp({ create: { width: 12_000, height: 12_000, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
  const moving = () =>
    sharp(Buffer.alloc(400 * 800 * 3, 90).fill(10, 400 * 400 * 3), {
      raw: { width: 400, height: 800, channels: 3, pageHeight: 400 },
    })
      .webp({ delay: [90, 90] })
      .toBuffer();

  test.each([
    ['a text that says it is a JPEG', async () => Buffer.from('no picture'), 'This is no photograph'],
    ['a drawing', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'a drawing as SVG'],
    ['a decompression bomb', bomb, 'more than 64 million pixels'],
    ['a picture that moves', moving, 'This picture moves'],
    ['nothing', async () => Buffer.alloc(0), 'This file is empty'],
    ['8 MB and a byte', async () => Buffer.alloc(8 * 1024 * 1024 + 1), 'more than 8 MB'],
  ])('is refused in words, and the old portrait stays: %s', async (_, make, words) => {
    await upload();
    await owner.post(CHOOSE, { look: 'ink' });
    const [before, kept] = [await portraitId(), await photograph()];
    const answer = await owner.post(UPLOAD, { photo: file(await make()) });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(words);
    expect([await portraitId(), await photograph()]).toEqual([before, kept]);
  });

  test('is refused and not kept where it has 50 MB, by an answer that comes once all of it was sent', async () => {
    const before = await portraitId();
    const { port } = new URL(world.site);
    const head = [
      ...[`POST ${UPLOAD} HTTP/1.1`, `Host: localhost:${port}`, `Origin: ${world.site}`, 'Connection: close'],
      `Cookie: ${owner.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')}`,
      ...['Content-Type: multipart/form-data; boundary=x', `Content-Length: ${50 * MEGABYTE}`, '', ''],
    ];
    // As a browser does it: it listens when it has said everything.
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(head.join('\r\n'));
    for (let sent = 0; sent < 50; sent += 1) {
      if (!socket.write(Buffer.alloc(MEGABYTE))) await once(socket, 'drain');
    }
    const answer = await text(socket);
    expect(answer).toContain('HTTP/1.1 413');
    expect(answer).toContain('That photo is too large.');
    expect(await portraitId()).toBe(before);
  });

  test('answers htmx with the part alone', async () => {
    const form = new FormData();
    form.set('photo', file(Buffer.from('no picture')));
    const headers = { 'HX-Request': 'true' };
    const answer = await owner.request(UPLOAD, { method: 'POST', body: form, headers });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toMatch(/^<section class="form__part photo"/);
  });
});

describe('somebody else', () => {
  test.each([UPLOAD, CHOOSE, '/admin/profile/photo/tone', '/admin/profile/photo/removal'])(
    'changes nothing at %s',
    async (path) => {
      const before = await portraitId();
      const signedOut = await visitor().post(path, { look: 'plain', tone: '1' });
      expect(signedOut.headers.get('location')).toMatch(/^\/admin\/sign-in/);
      const stranger = await interviewer(world, STRANGER);
      await stranger.post(path, { look: 'plain', tone: '1', id: before ?? '', interviewer: OWNER });
      expect(await portraitId()).toBe(before);
      expect((await (await operator(world)).post(path, { look: 'plain', tone: '1' })).status).toBe(404);
      const forged = await owner.request(path, {
        method: 'POST',
        body: new URLSearchParams({ look: 'plain' }),
        headers: { Origin: 'https://evil.example' },
      });
      expect(forged.status).toBe(403);
    },
  );
});
