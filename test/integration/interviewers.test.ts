import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startWorld, type World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await startWorld(inject('postgres'), { worker: false });
});
afterAll(() => world.stop());

const FRAGMENT = { 'HX-Request': 'true', 'HX-Request-Type': 'partial' };

async function get(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${world.site}${path}`, { headers });
  return { response, status: response.status, html: await response.text() };
}

const namesIn = (html: string): string[] =>
  [...html.matchAll(/class="entry__name"><a href="\/interviewers\/([^"]+)"/g)].map((match) => match[1] ?? '');

describe('the list of interviewers', () => {
  it('shows everyone published, with summary, tags of both kinds and price', async () => {
    const { status, html } = await get('/interviewers');
    expect(status).toBe(200);
    expect(namesIn(html)).toHaveLength(12);
    const row = html.split('<li class="entry').find((part) => part.includes('Adaeze Okonkwo')) ?? '';
    expect(row).toContain('Microsoft, Dropbox. Twelve years, mostly browsers.');
    expect(row).toContain('<span class="tag tag--subject">Frontend</span>');
    expect(row).toContain('<span class="tag tag--tech">TypeScript</span>');
    expect(row).toContain('$150');
  });

  it('keeps those who have every chosen tag, and says which are chosen', async () => {
    const { html } = await get('/interviewers?subject=coding&subject=system-design&technology=react');
    expect(namesIn(html)).toEqual(['adaeze-okonkwo']);
    expect(html).toMatch(/value="react" checked/);
    expect(html).toContain('Remove </span>React');
  });

  it('ignores nonsense in the query string', async () => {
    for (const query of [
      '?subject=nope',
      '?subject[]=coding',
      `?technology=${'x'.repeat(5_000)}`,
      '?%00=%ff',
      '?subject=%27%3B--',
    ]) {
      const { status, html } = await get(`/interviewers${query}`);
      expect([query, status, namesIn(html).length]).toEqual([query, 200, 12]);
    }
  });

  it('says which filter to loosen when nobody fits', async () => {
    const { html } = await get('/interviewers?subject=mobile&technology=go');
    expect(namesIn(html)).toEqual([]);
    expect(html).toContain('Nobody does Mobile and Go.');
    expect(html).toMatch(/href="\/interviewers\?technology=go"[^>]*><span class="btn__label">Without Mobile/);
  });

  it('is sent to htmx without the layout, marked so that caches keep the two apart', async () => {
    const { html, response } = await get('/interviewers?subject=mobile', FRAGMENT);
    expect(html).not.toContain('<html');
    expect(html).toMatch(/^<div class="catalogue" id="catalogue">/);
    expect(response.headers.get('vary')).toContain('HX-Request');
  });

  it('sends the whole page when Back restores one', async () => {
    const { html } = await get('/interviewers?subject=mobile', { 'HX-History-Restore-Request': 'true' });
    expect(html).toContain('<html');
  });
});

describe('a profile', () => {
  it('is a page of its own at its address, and a dialog over the list', async () => {
    const page = await get('/interviewers/kenji-aoyama');
    expect(page.html).toMatch(/<h1[^>]*>Kenji Aoyama<\/h1>/);
    expect(page.html).not.toContain('<dialog');
    const dialog = await get('/interviewers/kenji-aoyama', FRAGMENT);
    expect(dialog.html).toMatch(/^<dialog/);
    for (const html of [page.html, dialog.html]) {
      expect(html).toContain('Rakuten');
      expect(html).toContain('Japanese, English');
      expect(html).toContain('Tokyo, UTC+9');
      expect(html).toContain('href="/interviewers/kenji-aoyama/book"');
    }
  });

  it('is not found when unknown or not published', async () => {
    expect((await get('/interviewers/nobody')).status).toBe(404);
    const { db } = world.application.deps;
    await db
      .updateTable('interviewers')
      .set({ publishedAt: null })
      .where('slug', '=', 'jonah-pryce')
      .execute();
    const { status, html } = await get('/interviewers/jonah-pryce');
    expect(status).toBe(404);
    expect(html).toContain('Find an interviewer');
    expect(namesIn((await get('/interviewers')).html)).not.toContain('jonah-pryce');
    await db
      .updateTable('interviewers')
      .set({ publishedAt: new Date() })
      .where('slug', '=', 'jonah-pryce')
      .execute();
  });

  it('prints what members wrote as words, never as markup', async () => {
    const { db } = world.application.deps;
    const hostile = '<img src=x onerror=alert(1)> & "quotes"';
    await db
      .updateTable('interviewers')
      .set({ line: hostile, bio: hostile })
      .where('slug', '=', 'ruth-mwangi')
      .execute();
    const { html } = await get('/interviewers/ruth-mwangi');
    expect(html).not.toContain('<img src=x');
    expect(html).toContain('&lt;img src=x onerror=alert(1)>');
  });
});

describe('a portrait', () => {
  it('is kept for good, and can run nothing when opened on its own', async () => {
    const path = /\/portraits\/[^"]+/.exec((await get('/interviewers')).html)?.[0] ?? '';
    const { response, status } = await get(path);
    expect(status).toBe(200);
    expect(response.headers.get('content-type')).toBe('image/svg+xml');
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
  });

  it('is not found under a made-up name', async () => {
    expect((await get('/portraits/nothing')).status).toBe(404);
  });
});

describe('the home page', () => {
  it('names the lowest price, some people and where members have worked, all from the catalogue', async () => {
    const { html } = await get('/');
    expect(html).toContain('From <span class="nowrap">$120</span>');
    expect(html.match(/class="person"/g)).toHaveLength(4);
    expect(html).toContain('<li>Google</li>');
    expect(html).not.toContain('<li>508.dev</li>');
  });

  it('leaves out what it does not know when nobody is published', async () => {
    const { db } = world.application.deps;
    await db.updateTable('interviewers').set({ publishedAt: null }).execute();
    const { status, html } = await get('/');
    expect(status).toBe(200);
    expect(html).not.toContain('From <span');
    expect(html).not.toContain('Our interviewers have worked at');
    expect((await get('/interviewers')).html).toContain('Nobody to book right now.');
    await db.updateTable('interviewers').set({ publishedAt: new Date() }).execute();
  });
});
