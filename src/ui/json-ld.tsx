import type { InterviewerProfile, Price } from '../features/interviewers/domain.ts';
import { urls } from '../urls.ts';

/** One thing described for machines, in schema.org's words. */
export interface JsonLd {
  '@type': string;
  '@id'?: string;
  [property: string]: JsonValue | undefined;
}

type JsonValue = string | number | boolean | null | JsonLd | JsonObject | readonly JsonValue[];
interface JsonObject {
  [property: string]: JsonValue | undefined;
}

/** Data, not script: browsers run none of it, so the page's policy has nothing to forbid. */
export function JsonLdScript({ items }: { items: readonly JsonLd[] }) {
  return (
    <script
      type="application/ld+json"
      // As text, quotes would become entities and no JSON; jsonLdText lets nothing end the element.
      dangerouslySetInnerHTML={{ __html: jsonLdText(items) }}
    />
  );
}

/** The text of the element. Nothing in it can end the element: every `<` is written as an escape. */
export function jsonLdText(items: readonly JsonLd[]): string {
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': items }).replaceAll('<', '\\u003c');
}

/** Who we are; on every public page. */
export function organization(site: URL): JsonLd {
  return {
    '@type': 'Organization',
    '@id': idOfOrganization(site),
    name: '508.dev',
    legalName: '508.dev LLC',
    description: 'A co-op owned by the engineers in it.',
    url: site.href,
    sameAs: ['https://508.dev/'],
    logo: at(site, urls.iconFile('icon-512.png')),
  };
}

/** What we sell. Without a price while nobody can be booked. */
export function interviewService(site: URL, from: Price | null): JsonLd {
  return {
    '@type': 'Service',
    '@id': at(site, `${urls.home()}#service`),
    name: 'Technical practice interview with feedback',
    serviceType: SERVICE,
    description: 'A 60-minute technical interview by a working engineer, then 30 minutes of feedback.',
    provider: { '@id': idOfOrganization(site) },
    url: site.href,
    ...(from && {
      offers: {
        '@type': 'AggregateOffer',
        lowPrice: amount(from),
        priceCurrency: from.currency.toUpperCase(),
        url: at(site, urls.interviewers()),
      },
    }),
  };
}

/** An interviewer and what they ask for an interview. */
export function interviewer(
  site: URL,
  person: Pick<
    InterviewerProfile,
    | 'slug'
    | 'name'
    | 'headline'
    | 'portraitId'
    | 'price'
    | 'languages'
    | 'subjects'
    | 'technologies'
    | 'bookable'
  >,
): JsonLd[] {
  const url = at(site, urls.interviewer(person.slug));
  return [
    {
      '@type': 'Person',
      '@id': `${url}#person`,
      name: person.name,
      description: person.headline || undefined,
      url,
      image: person.portraitId === null ? undefined : at(site, urls.portrait(person.portraitId)),
      memberOf: { '@id': idOfOrganization(site) },
      knowsAbout: someOf([...person.subjects, ...person.technologies].map(({ name }) => name)),
      knowsLanguage: someOf(person.languages),
    },
    {
      '@type': 'Service',
      '@id': `${url}#interview`,
      name: `Technical practice interview with ${person.name}`,
      serviceType: SERVICE,
      url,
      provider: { '@id': `${url}#person` },
      brand: { '@id': idOfOrganization(site) },
      offers: {
        '@type': 'Offer',
        price: amount(person.price),
        priceCurrency: person.price.currency.toUpperCase(),
        url: person.bookable ? at(site, urls.book(person.slug)) : url,
        availability: person.bookable ? undefined : 'https://schema.org/OutOfStock',
      },
    },
  ];
}

/** The way from the home page to this one; each step is a name and a path. */
export function breadcrumbs(site: URL, steps: readonly { name: string; path: string }[]): JsonLd {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: at(site, path),
    })),
  };
}

/** Everything the page of a profile says of itself. */
export function profileJsonLd(site: URL, person: InterviewerProfile): JsonLd[] {
  return [
    ...interviewer(site, person),
    breadcrumbs(site, [
      { name: 'Home', path: urls.home() },
      { name: 'Interviewers', path: urls.interviewers() },
      { name: person.name, path: urls.interviewer(person.slug) },
    ]),
  ];
}

const SERVICE = 'Practice interview';

/** A property with nothing in it says less than none. */
const someOf = (names: readonly string[]) => (names.length > 0 ? names : undefined);

const at = (site: URL, path: string): string => new URL(path, site).href;
const idOfOrganization = (site: URL): string => at(site, `${urls.home()}#organization`);

/** "150" or "150.50": schema.org wants a plain number in the currency's main unit. */
function amount({ cents, currency }: Price): string {
  const format = new Intl.NumberFormat('en-US', { style: 'currency', currency: currency.toUpperCase() });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  const value = cents / 10 ** digits;
  return Number.isInteger(value) ? String(value) : value.toFixed(digits);
}
