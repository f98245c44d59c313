import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import type { InterviewerProfile } from '../features/interviewers/domain.ts';
import { breadcrumbs, interviewService, JsonLdScript, organization, profileJsonLd } from './json-ld.tsx';

const SITE = new URL('https://interviews.example.com');

const person = {
  slug: 'mara-lindqvist',
  name: 'Mara Lindqvist',
  headline: 'Payments',
  portraitId: 'abc',
  price: { cents: 15_050, currency: 'usd' },
  bookable: true,
  languages: ['Swedish', 'English'],
  subjects: [{ kind: 'subject', slug: 'coding', name: 'Coding' }],
  technologies: [{ kind: 'technology', slug: 'go', name: 'Go' }],
} as unknown as InterviewerProfile;

/** What a parser of HTML would read: the text up to the first end tag. */
function parsed(items: Parameters<typeof JsonLdScript>[0]['items']) {
  const html = renderToString(<JsonLdScript items={items} />);
  const text = /^<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
  return JSON.parse(text) as { '@context': string; '@graph': Record<string, unknown>[] };
}

describe('the element', () => {
  it('can’t be ended by what somebody wrote', () => {
    const hostile = '</script><script>alert(1)</script><!-- "\u2028';
    const { '@graph': graph } = parsed([{ '@type': 'Person', name: hostile }]);
    expect(graph).toEqual([{ '@type': 'Person', name: hostile }]);
    expect(renderToString(<JsonLdScript items={[{ '@type': 'Person', name: hostile }]} />)).not.toContain(
      '</script><script>',
    );
  });

  it('leaves out what is not known', () => {
    expect(parsed([{ '@type': 'Person', image: undefined }])['@graph']).toEqual([{ '@type': 'Person' }]);
  });
});

describe('what it says', () => {
  it('gives the organization one name that everything else refers to', () => {
    expect(organization(SITE)['@id']).toBe('https://interviews.example.com/#organization');
    expect(interviewService(SITE, null).provider).toEqual({ '@id': organization(SITE)['@id'] });
  });

  it('offers the service from the lowest price, and offers nothing while there is none', () => {
    expect(interviewService(SITE, { cents: 12_000, currency: 'usd' }).offers).toMatchObject({
      lowPrice: '120',
      priceCurrency: 'USD',
    });
    expect(interviewService(SITE, null)).not.toHaveProperty('offers');
  });

  it('describes a person, what they ask and where they stand', () => {
    const [who, service, way] = profileJsonLd(SITE, person);
    expect(who).toMatchObject({
      '@type': 'Person',
      name: 'Mara Lindqvist',
      url: 'https://interviews.example.com/interviewers/mara-lindqvist',
      image: 'https://interviews.example.com/portraits/abc',
      knowsAbout: ['Coding', 'Go'],
    });
    expect(service?.offers).toMatchObject({ price: '150.50', priceCurrency: 'USD' });
    expect(way).toMatchObject({ '@type': 'BreadcrumbList' });
  });

  it('says of somebody whom nobody can book that there is nothing to be had', () => {
    const [, service] = profileJsonLd(SITE, { ...person, bookable: false });
    expect(service?.offers).toMatchObject({
      availability: 'https://schema.org/OutOfStock',
      url: 'https://interviews.example.com/interviewers/mara-lindqvist',
    });
  });

  it('knows currencies without cents', () => {
    const [, service] = profileJsonLd(SITE, { ...person, price: { cents: 15_000, currency: 'jpy' } });
    expect(service?.offers).toMatchObject({ price: '15000', priceCurrency: 'JPY' });
  });

  it('numbers the steps of the way from one', () => {
    const { itemListElement } = breadcrumbs(SITE, [
      { name: 'Home', path: '/' },
      { name: 'Interviewers', path: '/interviewers' },
    ]);
    expect(itemListElement).toEqual([
      { '@type': 'ListItem', position: 1, name: 'Home', item: 'https://interviews.example.com/' },
      {
        '@type': 'ListItem',
        position: 2,
        name: 'Interviewers',
        item: 'https://interviews.example.com/interviewers',
      },
    ]);
  });
});
