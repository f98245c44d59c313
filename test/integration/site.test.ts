import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startWorld, type World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await startWorld(inject('postgres'), { worker: false });
});
afterAll(() => world.stop());

async function get(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${world.site}${path}`, { headers, redirect: 'manual' });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** The address that visitors type, which need not be the one that this test asks. */
const publicAddress = (path: string) => new URL(path, world.application.deps.config.publicUrl).href;
const canonicalOf = (html: string) => /<link rel="canonical" href="([^"]*)"/.exec(html)?.[1];
const metaOf = (html: string, name: string) =>
  new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(html)?.[1];

function jsonLdOf(html: string): { '@type': string; [key: string]: unknown }[] {
  const text = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
  return JSON.parse(text)['@graph'];
}

describe('what machines ask for', () => {
  it('the sitemap names the public pages and who is published, nobody else', async () => {
    const { db } = world.application.deps;
    const hide = (publishedAt: Date | null) =>
      db.updateTable('interviewers').set({ publishedAt }).where('slug', '=', 'jonah-pryce').execute();
    await hide(null);
    const { headers, text } = await get('/sitemap.xml');
    await hide(new Date());
    expect(headers.get('content-type')).toContain('xml');
    const addresses = [...text.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address ?? '');
    expect(addresses).toContain(publicAddress('/'));
    expect(addresses).toContain(publicAddress('/interviewers/kenji-aoyama'));
    expect(addresses).not.toContain(publicAddress('/interviewers/jonah-pryce'));
    for (const address of addresses) {
      expect([address, (await get(new URL(address).pathname)).status]).toEqual([address, 200]);
    }
    expect(addresses.length).toBe(new Set(addresses).size);
  });

  it('robots.txt, llms.txt, security.txt and the manifest are there', async () => {
    const asked = [
      ['/robots.txt', 'text/plain', 'Disallow: /bookings'],
      ['/llms.txt', 'text/plain', '# 508.dev Interview Service'],
      ['/.well-known/security.txt', 'text/plain', 'Contact: mailto:'],
      ['/site.webmanifest', 'application/manifest+json', '"short_name":"508.dev"'],
      ['/icon.svg', 'image/svg+xml', '<svg'],
    ] as const;
    for (const [path, type, words] of asked) {
      const { status, headers, text } = await get(path);
      expect([path, status]).toEqual([path, 200]);
      expect(headers.get('content-type')).toContain(type);
      expect(headers.get('cache-control')).toContain('max-age');
      expect(text).toContain(words);
    }
  });
});

describe('the head of a public page', () => {
  it('has one address for all filters of the list', async () => {
    expect(canonicalOf((await get('/interviewers?subject=coding&sort=price')).text)).toBe(
      publicAddress('/interviewers'),
    );
    expect(canonicalOf((await get('/')).text)).toBe(publicAddress('/'));
    expect(canonicalOf((await get('/interviewers/kenji-aoyama')).text)).toBe(
      publicAddress('/interviewers/kenji-aoyama'),
    );
  });

  it('says what the page is, to those who list it and those who share it', async () => {
    const descriptions = new Set<string | undefined>();
    for (const path of [
      '/',
      '/interviewers',
      '/interviewers/kenji-aoyama',
      '/terms',
      '/privacy',
      '/refunds',
    ]) {
      const { text } = await get(path);
      const description = metaOf(text, 'description');
      expect([path, (description?.length ?? 0) > 50]).toEqual([path, true]);
      descriptions.add(description);
      expect(metaOf(text, 'og:url')).toBe(publicAddress(path));
      expect(metaOf(text, 'og:description')).toBe(description);
      expect(metaOf(text, 'og:image')).toMatch(/^http/);
      expect(text).not.toContain('content="noindex"');
    }
    expect(descriptions.size).toBe(6);
  });

  it('tells machines who we are', async () => {
    for (const path of ['/', '/interviewers/kenji-aoyama', '/terms']) {
      const graph = jsonLdOf((await get(path)).text);
      expect(graph).toContainEqual(expect.objectContaining({ '@type': 'Organization', name: '508.dev' }));
    }
  });
});

describe('what machines can read', () => {
  it('on the home page: what is sold, from which price', async () => {
    expect(jsonLdOf((await get('/')).text)).toContainEqual(
      expect.objectContaining({
        '@type': 'Service',
        offers: expect.objectContaining({ lowPrice: '120', priceCurrency: 'USD' }),
      }),
    );
  });

  it('on a profile: who it is, what they ask, and the way there', async () => {
    const graph = jsonLdOf((await get('/interviewers/kenji-aoyama')).text) as { '@type': string }[];
    expect(graph.map((item) => item['@type'])).toEqual([
      'Organization',
      'Person',
      'Service',
      'BreadcrumbList',
    ]);
    expect(graph).toContainEqual(expect.objectContaining({ '@type': 'Person', name: 'Kenji Aoyama' }));
  });
});

describe('pages that belong to one person', () => {
  it('stay out of search engines, with no address to share and nothing for machines', async () => {
    for (const path of ['/admin/sign-in', '/bookings/0190b5a4-0000-7000-8000-000000000000', '/nowhere']) {
      const { text } = await get(path);
      expect(text).toContain('<meta name="robots" content="noindex"');
      expect(canonicalOf(text)).toBeUndefined();
      expect(metaOf(text, 'og:url')).toBeUndefined();
      expect(text).not.toContain('application/ld+json');
    }
    for (const path of ['/admin', '/operator', '/admin/profile']) {
      expect((await get(path)).headers.get('x-robots-tag')).toContain('noindex');
    }
  });
});

describe('terms, privacy and refunds', () => {
  it('are linked in the footer and name whom to write to', async () => {
    const home = (await get('/')).text;
    const { operatorEmail } = world.application.deps.config;
    for (const path of ['/terms', '/privacy', '/refunds']) {
      expect(home).toContain(`href="${path}"`);
      const { text } = await get(path);
      expect(text).toContain(`href="mailto:${operatorEmail}"`);
      expect(text).toContain('aria-current="page"');
    }
  });

  it('the privacy page names every cookie that a visit can set', async () => {
    const { text } = await get('/privacy');
    for (const name of ['__Host-bookings', '__Host-session', 'tz', 'theme']) {
      expect(text).toContain(`<th scope="row">${name}</th>`);
    }
  });
});
