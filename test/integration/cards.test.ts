import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { inWorld } from '../support/in-world.ts';

const world = inWorld({ worker: false });

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${world.site}${path}`, { headers });

/** The card a page names, as a path of the site under test. */
async function cardOf(path: string): Promise<string> {
  const html = await (await get(path)).text();
  const address = /<meta property="og:image" content="([^"]*)"/.exec(html)?.[1] ?? '';
  const { pathname, search } = new URL(address);
  return pathname + search;
}

const PAGES = ['/', '/interviewers', '/interviewers/kenji-aoyama', '/terms', '/privacy', '/refunds'];

describe('the social card of a page', () => {
  it.each(PAGES)('%s is its own, drawn by us, and may be kept for good', async (path) => {
    const card = await cardOf(path);
    const response = await get(card);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    const png = Buffer.from(await response.arrayBuffer());
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
    const etag = response.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[0-9a-f]{16}"$/);
    expect((await get(card, { 'If-None-Match': etag })).status).toBe(304);
  });

  it('differs from page to page', async () => {
    const cards = await Promise.all(PAGES.map(cardOf));
    expect(new Set(cards).size).toBe(PAGES.length);
  });

  it('is named with its size and words, on pages nobody should find as well', async () => {
    for (const path of [...PAGES, '/admin/sign-in', '/nowhere']) {
      const html = await (await get(path)).text();
      for (const part of [
        'property="og:image:width" content="1200"',
        'property="og:image:height" content="630"',
        'property="og:image:type" content="image/png"',
        'name="twitter:card" content="summary_large_image"',
      ])
        expect([path, html.includes(part)]).toEqual([path, true]);
      expect(html).toMatch(/property="og:image:alt" content="[^"]{20,}"/);
      expect((await get(await cardOf(path))).status).toBe(200);
    }
  });
});

describe('an interviewer’s card', () => {
  const price = (rateCents: number) =>
    world.application.deps.db
      .updateTable('interviewers')
      .set({ rateCents })
      .where('slug', '=', 'kenji-aoyama')
      .execute();

  it('has a new address after a change, and the old address shows the card as it is now', async () => {
    const before = await cardOf('/interviewers/kenji-aoyama');
    await price(987_00);
    const after = await cardOf('/interviewers/kenji-aoyama');
    expect(after).not.toBe(before);
    const [old, now] = await Promise.all([get(before), get(after)]);
    expect(old.headers.get('cache-control')).toBe('public, max-age=3600');
    expect(Buffer.from(await old.arrayBuffer())).toEqual(Buffer.from(await now.arrayBuffer()));
  });

  it('is gone with the profile, and was never there for a stranger', async () => {
    const { db } = world.application.deps;
    const hide = (publishedAt: Date | null) =>
      db.updateTable('interviewers').set({ publishedAt }).where('slug', '=', 'jonah-pryce').execute();
    await hide(null);
    expect((await get('/interviewers/jonah-pryce/card.png')).status).toBe(404);
    await hide(new Date());
    expect((await get('/interviewers/jonah-pryce/card.png')).status).toBe(200);
    expect((await get('/interviewers/nobody-at-all/card.png')).status).toBe(404);
    expect((await get('/cards/nothing.png')).status).toBe(404);
  });
});
