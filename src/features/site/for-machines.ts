import { CANCELLATION } from '../../ui/cancellation-words.ts';
import { formatPrice } from '../../ui/price.tsx';
import { type ICON_FILES, urls } from '../../urls.ts';
import type { Terms } from '../booking/domain.ts';
import { SESSION } from '../interviewers/domain.ts';
import type { ListedInterviewer } from './domain.ts';

const at = (site: URL, path: string): string => new URL(path, site).href;

/** Every page that anybody may read and find. */
export function sitemap(site: URL, people: readonly ListedInterviewer[]): string {
  const changes = people.map(({ updatedAt }) => updatedAt.getTime());
  const last = changes.length > 0 ? new Date(Math.max(...changes)) : undefined;
  const entries = [
    // These two change with whoever is on them; of the terms nobody keeps the day.
    ...[urls.home(), urls.interviewers()].map((path) => entry(at(site, path), last)),
    ...[urls.terms(), urls.privacy(), urls.refunds()].map((path) => entry(at(site, path))),
    ...people.map(({ slug, updatedAt }) => entry(at(site, urls.interviewer(slug)), updatedAt)),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries.join('\n')}
</urlset>
`;
}

const entry = (address: string, changed?: Date): string =>
  `<url><loc>${xml(address)}</loc>${changed ? `<lastmod>${changed.toISOString()}</lastmod>` : ''}</url>`;

/**
 * What crawlers leave alone: everything that belongs to one person. Not the calendars' pages: those say noindex,
 * which only who may read them can see.
 */
export function robots(site: URL): string {
  const closed = [urls.bookings(), urls.admin(), urls.operator(), urls.webhooks()];
  return [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${at(site, urls.sitemap())}`,
    '',
  ].join('\n');
}

/** The site in one page of plain words, for programs that read on somebody's behalf (llmstxt.org). */
export function llms(
  site: URL,
  people: readonly ListedInterviewer[],
  { sampleData, terms }: { sampleData: boolean; terms: Terms },
): string {
  const cheapest = people.reduce<ListedInterviewer | null>(
    (least, person) => (least && least.price.cents <= person.price.cents ? least : person),
    null,
  );
  const lines = [
    '# 508.dev Interview Service',
    '',
    `> Technical practice interviews with working engineers: ${SESSION.interviewMinutes} minutes of interview, then ${SESSION.feedbackMinutes} minutes of feedback, one to one.`,
    '',
    'Run by 508.dev, a co-op owned by the engineers in it. Each interviewer sets their own price; it covers the interview and the feedback.',
    ...(cheapest ? [`Prices start at ${formatPrice(cheapest.price)} for one interview.`] : []),
    `Satisfaction Guarantee: 100% of the price back if the interview and the feedback were not worth it, asked for within ${terms.guaranteeDays} days of the session.`,
    `Canceling: ${CANCELLATION.lead(terms.freeCancelHours)} ${CANCELLATION.later} ${CANCELLATION.ours}`,
    'Booking: choose a time, describe yourself, pay on Stripe’s page. The card is charged only once the time is confirmed. No account is needed.',
    ...(sampleData
      ? ['', 'This site shows sample data: nobody here is real, and no price is an offer.']
      : []),
    '',
    '## Pages',
    '',
    link(site, 'Home', urls.home(), 'the service, how it works, questions and answers'),
    link(
      site,
      'Interviewers',
      urls.interviewers(),
      'everyone who can be booked; narrow with ?q= (words), ?subject=, ?technology=, ?language=, ?max= (dollars) and ?when= (48h, week or weekend)',
    ),
    link(site, 'Terms', urls.terms()),
    link(site, 'Privacy', urls.privacy()),
    link(site, 'Refunds', urls.refunds()),
  ];
  if (people.length > 0) {
    lines.push('', '## Interviewers', '');
    for (const { name, slug, headline, price } of people) {
      lines.push(link(site, name, urls.interviewer(slug), `${headline}. ${formatPrice(price)}`));
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Whom to tell about a hole (RFC 9116). It has to name a day on which it is stale; asked again, a later one. */
export function securityTxt(site: URL, contact: string, now: Date): string {
  const expires = new Date(now.getTime() + 180 * 86_400_000);
  expires.setUTCHours(0, 0, 0, 0);
  return [
    `Contact: mailto:${contact}`,
    `Expires: ${expires.toISOString()}`,
    'Preferred-Languages: en',
    `Canonical: ${at(site, urls.securityTxt())}`,
    '',
  ].join('\n');
}

/** How the site stands on a home screen. */
export function manifest() {
  const icon = (name: (typeof ICON_FILES)[number], size: number, purpose?: 'maskable') => ({
    src: urls.iconFile(name),
    sizes: `${size}x${size}`,
    type: 'image/png',
    ...(purpose && { purpose }),
  });
  return {
    name: '508.dev Interview Service',
    short_name: '508.dev',
    description: 'Technical practice interviews with working engineers.',
    lang: 'en-US',
    id: urls.home(),
    start_url: urls.home(),
    scope: urls.home(),
    display: 'browser',
    background_color: '#f9fcfc',
    theme_color: '#f9fcfc',
    icons: [
      { src: urls.icon(), sizes: 'any', type: 'image/svg+xml' },
      icon('icon-192.png', 192),
      icon('icon-512.png', 512),
      icon('icon-maskable-512.png', 512, 'maskable'),
    ],
  };
}

/** What members wrote, on one line and unable to be a link of its own. */
const plain = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .replace(/[[\]<>]/gu, '')
    .trim();

const link = (site: URL, name: string, path: string, about?: string): string =>
  `- [${plain(name)}](${at(site, path)})${about ? `: ${plain(about)}` : ''}`;

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
const xml = (text: string): string => text.replace(/[&<>"']/gu, (sign) => ENTITIES[sign] ?? sign);
