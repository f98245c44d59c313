import { beforeAll, describe, expect, it } from 'vitest';
import { inWorld } from '../support/in-world.ts';

const world = inWorld({ worker: false });

beforeAll(async () => {
  // Of samples machines hear nothing; here they stand for members.
  await world.application.deps.db.updateTable('interviewers').set({ isSample: false }).execute();
});

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
      expect(description?.length, path).toBeGreaterThanOrEqual(50);
      expect(description?.length, path).toBeLessThanOrEqual(160);
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

describe('what machines can read, by the rules of schema.org', () => {
  /** The properties that the types we use have there, as far as we use them, and what each must hold. */
  const text = (value: unknown) => typeof value === 'string' && value.trim().length > 0;
  const texts = (value: unknown) => Array.isArray(value) && value.length > 0 && value.every(text);
  const address = (value: unknown) =>
    typeof value === 'string' && URL.canParse(value) && value.startsWith('http');
  const addresses = (value: unknown) => Array.isArray(value) && value.every(address);
  const amount = (value: unknown) => typeof value === 'string' && /^\d+(\.\d\d)?$/.test(value);
  const currency = (value: unknown) => typeof value === 'string' && /^[A-Z]{3}$/.test(value);
  type Rule = (value: unknown) => boolean;
  const thing = { '@type': text, '@id': address, name: text, description: text, url: address };

  const TYPES = (known: Set<unknown>): Record<string, { has: Record<string, Rule>; needs: string[] }> => {
    const reference = (value: unknown) => known.has((value as { '@id'?: unknown })['@id']);
    const offer = (value: unknown) => fits(value as Item, known);
    return {
      Organization: {
        has: { ...thing, legalName: text, sameAs: addresses, logo: address },
        needs: ['name', 'url', 'logo'],
      },
      Service: {
        has: { ...thing, serviceType: text, provider: reference, brand: reference, offers: offer },
        needs: ['name', 'provider', 'offers'],
      },
      AggregateOffer: {
        has: { '@type': text, lowPrice: amount, priceCurrency: currency, url: address },
        needs: ['lowPrice', 'priceCurrency'],
      },
      Offer: {
        has: {
          ...{ '@type': text, price: amount, priceCurrency: currency, url: address },
          availability: address,
        },
        needs: ['price', 'priceCurrency'],
      },
      Person: {
        has: { ...thing, image: address, memberOf: reference, knowsAbout: texts, knowsLanguage: texts },
        needs: ['name', 'url'],
      },
      BreadcrumbList: {
        has: {
          '@type': text,
          itemListElement: (value) => (value as Item[]).every((step) => fits(step, known)),
        },
        needs: ['itemListElement'],
      },
      ListItem: {
        has: { '@type': text, position: Number.isInteger, name: text, item: address },
        needs: ['position', 'name', 'item'],
      },
    };
  };
  type Item = { '@type': string; [key: string]: unknown };

  function fits(item: Item, known: Set<unknown>): boolean {
    const rules = TYPES(known)[item['@type']];
    if (!rules) throw new Error(`${item['@type']} is not a type we know`);
    for (const name of rules.needs) if (!(name in item)) throw new Error(`${item['@type']} needs ${name}`);
    for (const [name, value] of Object.entries(item))
      if (!rules.has[name]?.(value)) throw new Error(`${item['@type']}.${name}: ${JSON.stringify(value)}`);
    return true;
  }

  it.each(['/', '/interviewers', '/interviewers/kenji-aoyama', '/interviewers/bare', '/terms'])(
    '%s has what each thing needs, nothing it does not know, and no reference into nowhere',
    async (path) => {
      const { db } = world.application.deps;
      await db
        .insertInto('interviewers')
        .values({ slug: 'bare', name: 'Bare', headline: '', timeZone: 'UTC', rateCents: 5_00 })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      const publish = (publishedAt: Date | null) =>
        db.updateTable('interviewers').set({ publishedAt }).where('slug', '=', 'bare').execute();
      if (path === '/interviewers/bare') await publish(new Date());
      const graph = jsonLdOf((await get(path)).text);
      await publish(null);
      const known = new Set(graph.map((item) => item['@id']).filter(Boolean));
      for (const item of graph) expect(fits(item, known)).toBe(true);
    },
  );
});

describe('pages that belong to one person', () => {
  it('stay out of search engines, with no address to share and nothing for machines', async () => {
    for (const path of [
      '/admin/sign-in',
      '/bookings/0190b5a4-0000-7000-8000-000000000000',
      '/interviewers/kenji-aoyama/book',
      '/nowhere',
    ]) {
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
    for (const name of ['__Host-bookings', '__Host-session', '__Host-second-factor', 'tz', 'theme']) {
      expect(text).toContain(`<th scope="row">${name}</th>`);
    }
  });
});
