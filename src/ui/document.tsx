import type { ComponentChildren } from 'preact';
import { urls } from '../urls.ts';
import type { Shell } from '../web/env.ts';

/** What every page tells its layout. */
export interface PageProps {
  shell: Shell;
  /** The page's own name; the product's is added. */
  title: string;
  description?: string;
  /** Keep the page out of search engines: everything that belongs to one person. */
  noindex?: boolean;
  /** Scripts beyond the site's own, e.g. `shell.assets.bookingScripts`. */
  scripts?: readonly string[];
  children: ComponentChildren;
}

/** The tab's words for a page. */
export const tabTitle = (title: string): string => `${title} | 508.dev Interview Service`;

/** html, head and body, written out: htmx needs the three tags to find its way Back. */
export function Document({ shell, title, description, noindex, scripts = [], children }: PageProps) {
  const { assets } = shell;
  return (
    <html lang="en-US">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{tabTitle(title)}</title>
        {description && <meta name="description" content={description} />}
        {noindex && <meta name="robots" content="noindex" />}
        <meta name="theme-color" content="#f9fcfc" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#0b1216" media="(prefers-color-scheme: dark)" />
        <meta name="color-scheme" content="light dark" />
        {/* Everything inline stays off: the page's policy allows no inline script and no eval. */}
        <meta name="htmx-config" content={HTMX_CONFIG} />
        {assets.headScripts.map((src) => (
          <script key={src} type="module" src={src} {...RENDER_BLOCKING} />
        ))}
        {assets.preloadFonts.map((href) => (
          <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossorigin="anonymous" />
        ))}
        {assets.stylesheets.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        {[...assets.scripts, ...scripts].map((src) => (
          <script key={src} type="module" src={src} />
        ))}
        <link rel="icon" href={urls.icon()} type="image/svg+xml" />
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

/** `open` belongs to the visitor: an update of the list must not unfold what they folded. */
const HTMX_CONFIG = JSON.stringify({
  includeIndicatorCSS: false,
  morphIgnore: ['data-htmx-powered', 'open'],
});

/** The remembered theme is known before the first paint, so that nothing flashes. */
const RENDER_BLOCKING = { blocking: 'render' };
