import type { ComponentChildren } from 'preact';
import { urls } from '../urls.ts';
import type { Area } from '../web/assets.ts';
import type { Shell } from '../web/env.ts';
import { type JsonLd, JsonLdScript, organization } from './json-ld.tsx';

/** What every page tells its layout. */
export interface PageProps {
  shell: Shell;
  /** The page's own name; the product's is added. */
  title: string;
  description?: string;
  /** Keep the page out of search engines: everything that belongs to one person. */
  noindex?: boolean;
  /** What machines may read about this page, beside what they read on every one: who we are. */
  jsonLd?: readonly JsonLd[];
  /** The picture that a link to this page brings along where people share it. */
  image?: SocialImage;
  /** Which part of the site this is: it brings the style sheet, and the script where there is one. */
  area: Area;
  children: ComponentChildren;
}

/** 1200 by 630 pixels; `alt` says what is on it. */
export interface SocialImage {
  path: string;
  alt: string;
}

/** For pages without a picture of their own. */
const HOME_CARD: SocialImage = {
  path: urls.pageCard('home'),
  alt: 'Practice the loop before it counts. A working engineer interviews you for an hour. Then tells you everything.',
};

const SITE_NAME = '508.dev Interview Service';

/** The tab's words for a page. */
export const tabTitle = (title: string): string => `${title} | ${SITE_NAME}`;

/** html, head and body, written out: htmx needs the three tags to find its way Back. */
export function Document({ area, children, ...page }: PageProps) {
  const { shell, title, description, noindex } = page;
  const { assets } = shell;
  const own = assets.areas[area];
  return (
    <html lang="en-US" data-theme={shell.theme === 'auto' ? undefined : shell.theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{tabTitle(title)}</title>
        {description && <meta name="description" content={description} />}
        {noindex ? <meta name="robots" content="noindex" /> : <ForOthers {...page} />}
        <Preview {...page} />
        <meta name="theme-color" content="#f9fcfc" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#0b1216" media="(prefers-color-scheme: dark)" />
        <meta name="color-scheme" content="light dark" />
        {/* Everything inline stays off: the page's policy allows no eval, and no inline script but after-paint's. */}
        <meta name="htmx-config" content={HTMX_CONFIG} />
        {own.stylesheets.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        <ScriptsAndFonts {...{ assets, area, isFirstVisit: shell.isFirstVisit }} />
        <link rel="icon" href={urls.iconFile('favicon.ico')} sizes="32x32" />
        <link rel="icon" href={urls.icon()} type="image/svg+xml" sizes="any" />
        <link rel="apple-touch-icon" href={urls.iconFile('apple-touch-icon.png')} />
        <link rel="manifest" href={urls.manifest()} />
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to content
        </a>
        {children}
      </body>
    </html>
  );
}

/**
 * What nothing that is read waits for. A browser that has it takes it along with the page. On a first visit
 * `client/after-paint.ts` fetches it once the page is painted, in stand-ins that have the widths of our fonts.
 */
function ScriptsAndFonts({
  assets,
  area,
  isFirstVisit,
}: Pick<Shell, 'assets' | 'isFirstVisit'> & { area: Area }) {
  const { fonts, afterPaint } = assets;
  const scripts = [...assets.scripts, ...assets.areas[area].scripts];
  const fontSheet = fonts && <link rel="stylesheet" href={fonts} />;
  if (isFirstVisit && afterPaint !== null) {
    return (
      <>
        <script
          type="module"
          data-after-paint
          data-scripts={scripts.join(' ')}
          data-fonts={fonts}
          // Our own file, which the page's policy allows by its hash.
          dangerouslySetInnerHTML={{ __html: afterPaint }}
        />
        <noscript>{fontSheet}</noscript>
      </>
    );
  }
  return (
    <>
      {fontSheet}
      {scripts.map((src) => (
        <script key={src} type="module" src={src} />
      ))}
    </>
  );
}

/** What a public page says to search engines. */
function ForOthers({ shell, jsonLd = [] }: Omit<PageProps, 'area' | 'children'>) {
  // Samples are nobody, and nothing that anyone could buy: machines hear of neither.
  const described = shell.sampleData ? jsonLd.filter((item) => item['@type'] === 'BreadcrumbList') : jsonLd;
  return (
    <>
      <link rel="canonical" href={addressOf(shell)} />
      <meta property="og:url" content={addressOf(shell)} />
      <JsonLdScript items={[organization(shell.publicUrl), ...described]} />
    </>
  );
}

/** What every page shows of itself where somebody pastes a link to it. */
function Preview({ shell, title, description, image = HOME_CARD }: Omit<PageProps, 'area' | 'children'>) {
  return (
    <>
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={SITE_NAME} />
      <meta property="og:locale" content="en_US" />
      <meta property="og:title" content={title} />
      {description && <meta property="og:description" content={description} />}
      <meta property="og:image" content={new URL(image.path, shell.publicUrl).href} />
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta property="og:image:alt" content={image.alt} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}

/** A filtered list is the same page: the address without its query stands for all of them. */
const addressOf = (shell: Shell): string => new URL(shell.path, shell.publicUrl).href;

/** `open` belongs to the visitor: an update of the list must not unfold what they folded. */
const HTMX_CONFIG = JSON.stringify({
  includeIndicatorCSS: false,
  morphIgnore: ['data-htmx-powered', 'open'],
});
