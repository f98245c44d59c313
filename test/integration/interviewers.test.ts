import type { Updateable } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Interviewers } from '../../src/db/tables.ts';
import { readStaleCalendars } from '../../src/features/booking/open-slots.ts';
import { windowsAt } from '../../src/features/interviewers/openings-domain.ts';
import { publishedInterviewers } from '../../src/features/interviewers/queries.ts';
import { connectionsOf } from '../support/connections.ts';
import { inWorld } from '../support/in-world.ts';

const world = inWorld({ worker: false });
const { deps, idOf } = connectionsOf(() => world);

beforeAll(() => readStaleCalendars(deps()));

const FRAGMENT = { 'HX-Request': 'true', 'HX-Request-Type': 'partial' };

async function get(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${world.site}${path}`, { headers });
  return { response, status: response.status, html: await response.text() };
}

const change = (slug: string, values: Updateable<Interviewers>) =>
  deps().db.updateTable('interviewers').set(values).where('slug', '=', slug).execute();

const namesIn = (html: string): string[] =>
  [...html.matchAll(/class="entry__name"><a href="\/interviewers\/([^"]+)"/g)].map((match) => match[1] ?? '');
const nextTimesIn = (html: string): string[] =>
  [...html.matchAll(/Next open <time datetime="([^"]+)">/g)].map(([, at]) => at ?? '');

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
    expect(html).toContain('Remove </span><bdi>React</bdi>');
  });

  it('ignores nonsense in the query string', async () => {
    for (const query of [
      '?subject=nope',
      '?subject[]=coding',
      `?technology=${'x'.repeat(5_000)}`,
      '?%00=%ff',
      '?subject=%27%3B--',
      '?max=-3&when=never&sort=toString&language=Klingon&max=1e9',
      `?q=%20%00&max=${'9'.repeat(400)}`,
    ]) {
      const { status, html } = await get(`/interviewers${query}`);
      expect([query, status, namesIn(html).length]).toEqual([query, 200, 12]);
    }
  });

  it('says when each can be booked next, in the visitor’s zone, under the day it is there', async () => {
    const { html } = await get('/interviewers');
    expect(html).toContain('Times in UTC');
    const { html: there } = await get('/interviewers', { Cookie: 'tz=Asia%2FTokyo' });
    expect(there).toContain('Times in your zone, Tokyo');
    const times = nextTimesIn(there);
    expect(times.length).toBeGreaterThan(8);
    expect(times).toEqual(times.toSorted());
    expect(Date.parse(times[0] ?? '')).toBeGreaterThan(Date.now());
    const { html: nonsense } = await get('/interviewers', { Cookie: 'tz=Mars%2FOlympus' });
    expect(nonsense).toContain('Times in UTC');
  });

  it('finds by name without accents, by company, and by words', async () => {
    expect(namesIn((await get('/interviewers?q=TOMAS')).html)).toEqual(['tomas-ferreira']);
    expect(namesIn((await get('/interviewers?q=rakuten')).html)).toEqual(['kenji-aoyama']);
    expect(namesIn((await get('/interviewers?q=two+minutes+on+purpose')).html)).toEqual(['kenji-aoyama']);
    expect((await get('/interviewers?q=%3Cb%3Ezzz')).html).toContain('Nobody here fits “&lt;b>zzz”.');
  });

  it('narrows by price, language and open times, and goes in the order asked for', async () => {
    const cheap = await get('/interviewers?max=150&sort=price-high');
    expect(namesIn(cheap.html)).toEqual(['adaeze-okonkwo', 'ruth-mwangi', 'oskar-nowak', 'camila-restrepo']);
    expect(cheap.html).not.toContain('class="daygroup"');
    expect(cheap.html).toContain('Remove </span><bdi>up to $150</bdi>');
    expect(namesIn((await get('/interviewers?language=Japanese')).html)).toEqual(['kenji-aoyama']);
    const soon = await get('/interviewers?when=48h');
    const times = nextTimesIn(soon.html);
    for (const at of times) expect(Date.parse(at) - Date.now()).toBeLessThan(48 * 3_600_000);
    const all = await get('/interviewers');
    const count = /value="48h"[^>]*>[^<]*<span class="pick__n">(\d+)/.exec(all.html)?.[1];
    expect(times).toHaveLength(Number(count));
  });

  it('leads the form as a browser without a script sends it to a clean address', async () => {
    const { response, html } = await get('/interviewers?q=&subject=mobile&max=250&when=&sort=next');
    expect(response.url).toBe(`${world.site}/interviewers?subject=mobile`);
    expect(namesIn(html)).toEqual(['ines-haddad']);
  });

  it('gives a change of filter its own clean address, and typing no history', async () => {
    const { response } = await get('/interviewers?q=&subject=coding&max=250&when=&sort=next', FRAGMENT);
    expect(response.headers.get('hx-push-url')).toBe('/interviewers?subject=coding');
    const typing = await get('/interviewers?q=ken', { ...FRAGMENT, 'HX-Source': 'input#q' });
    expect(typing.response.headers.get('hx-push-url')).toBeNull();
    expect(typing.response.headers.get('hx-replace-url')).toBe('/interviewers?q=ken');
  });

  it('asks the database twice, however many people there are', async () => {
    const statements: string[] = [];
    const counting = deps().db.withPlugin({
      transformQuery: ({ node }) => {
        statements.push(node.kind);
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    await publishedInterviewers(counting, windowsAt(new Date(), 'UTC'));
    expect(statements.filter((kind) => kind === 'SelectQueryNode')).toHaveLength(2);
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
    expect(html).toMatch(/^<div class="catalogue" id="catalogue" data-zone="UTC">/);
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
    expect(page.html).toMatch(/<h1[^>]*><bdi>Kenji Aoyama<\/bdi><\/h1>/);
    expect(page.html).not.toContain('<dialog');
    const dialog = await get('/interviewers/kenji-aoyama', FRAGMENT);
    expect(dialog.html).toMatch(/^<dialog/);
    for (const html of [page.html, dialog.html]) {
      expect(html).toContain('Rakuten');
      expect(html).toContain('Japanese, English');
      expect(html).toContain('Tokyo, UTC+9');
      expect(html).toContain('Next open times');
      expect(html).toMatch(/class="slot" href="\/interviewers\/kenji-aoyama\/book"/);
      expect(html).toContain('href="/interviewers/kenji-aoyama/book"');
    }
  });

  it('says so when no time is open, and whom to write to', async () => {
    const id = await idOf('ines-haddad');
    await deps().db.deleteFrom('openSlots').where('interviewerId', '=', id).execute();
    const { html } = await get('/interviewers/ines-haddad');
    expect(html).toContain('No open times in the next four weeks.');
    expect(html).toContain('mailto:operator@demo.508.test');
    const list = await get('/interviewers');
    expect(namesIn(list.html).at(-1)).toBe('ines-haddad');
    expect(list.html).toContain('<p class="daygroup">No open times right now</p>');
  });

  it('is not found when unknown, and gone while it is not published, with others like it', async () => {
    expect((await get('/interviewers/nobody')).status).toBe(404);
    await change('jonah-pryce', { publishedAt: null });
    const { status, html } = await get('/interviewers/jonah-pryce');
    expect(status).toBe(410);
    expect(html).toContain('not taking bookings right now');
    expect(html).not.toContain('Jonah');
    expect(namesIn(html)).toHaveLength(3);
    expect(namesIn((await get('/interviewers')).html)).not.toContain('jonah-pryce');
    await change('jonah-pryce', { publishedAt: new Date() });
  });

  it('knows nobody who was never public, and no times of a calendar that was never read', async () => {
    const { db } = deps();
    const notYet = { slug: 'not-yet', name: 'Not Yet', headline: '', timeZone: 'UTC', rateCents: 100_00 };
    await db.insertInto('interviewers').values(notYet).execute();
    expect((await get('/interviewers/not-yet')).status).toBe(404);
    await change('not-yet', { publishedAt: new Date() });
    const rowOf = async () =>
      /<li class="entry[^>]*>(?:(?!<li class="entry).)*Not Yet.*?<\/li>/s.exec(
        (await get('/interviewers')).html,
      )?.[0];
    expect(await rowOf()).toContain('Not Yet');
    expect(await rowOf()).not.toContain('No open times');
    expect((await get('/interviewers/not-yet')).html).not.toContain('No open times');
    expect(await rowOf()).toContain('Not bookable right now');
    expect((await get('/interviewers/not-yet')).html).not.toContain('Book an interview');
    const id = await idOf('not-yet');
    await db
      .insertInto('calcomConnections')
      .values({
        ...{ interviewerId: id, username: 'not-yet', eventTypeId: 1, eventTypeSlug: 'interview' },
        ...{ webhookSecretSealed: Buffer.alloc(1), verifiedAt: new Date() },
      })
      .execute();
    expect((await get('/interviewers/not-yet')).html).toContain('Book an interview');
    const looked = (problem: string | null) =>
      db
        .insertInto('calendarChecks')
        .values({ interviewerId: id, checkedAt: new Date(), problem })
        .onConflict((conflict) => conflict.column('interviewerId').doUpdateSet({ problem }))
        .execute();
    await looked('cal.com does not answer');
    expect(await rowOf()).not.toContain('No open times');
    await looked(null);
    expect(await rowOf()).toContain('No open times');
    expect((await get('/interviewers/not-yet')).html).toContain('No open times in the next four weeks');
    await change('not-yet', { publishedAt: null });
    expect((await get('/interviewers/not-yet')).status).toBe(410);
    await db.deleteFrom('interviewers').where('id', '=', id).execute();
  });

  it('prints what members wrote as words, never as markup', async () => {
    const hostile = '<img src=x onerror=alert(1)> & "quotes"';
    await change('ruth-mwangi', { line: hostile, bio: hostile });
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
