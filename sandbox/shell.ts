import { html, raw } from 'hono/html';
import { shellCss } from './shell.css.ts';

/** What a `html` template gives back: escaped text, or a promise of it. */
export type Html = ReturnType<typeof html>;

/** One link in the page's own navigation. */
export type NavLink = { href: string; label: string; current?: boolean };

export type Page = {
  /** Shown in the browser's tab, and as the name beside the "Sandbox" mark. */
  title: string;
  /** Links of this stand-in, e.g. `[{ href: '/', label: 'Inbox', current: true }]`. */
  nav?: readonly NavLink[] | undefined;
  /** The page itself; it brings its own `<h1>`. */
  body: Html;
  /** Extra rules for this stand-in only, added after the shared ones. */
  css?: string | undefined;
};

/**
 * The one page shell of every stand-in: plain, calm, and marked on every page
 * so that nobody takes it for the real thing.
 *
 *   return c.html(page({ title: 'Mail', nav, body: html`<h1>Inbox</h1>` }));
 */
export function page({ title, nav = [], body, css = '' }: Page): Html {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="robots" content="noindex">
    <title>${title} · Sandbox</title>
    <link rel="icon" href="data:,">
    <style>${raw(shellCss)}${raw(css)}</style>
  </head>
  <body>
    <header class="shell-bar">
      <p class="shell-mark"><strong>Sandbox</strong>, no real money</p>
      ${nav.length > 0 ? html`<nav aria-label="Sandbox"><ul>${nav.map(link)}</ul></nav>` : ''}
    </header>
    <main class="shell-main">${body}</main>
  </body>
</html>`;
}

function link({ href, label, current }: NavLink): Html {
  return current
    ? html`<li><a href="${href}" aria-current="page">${label}</a></li>`
    : html`<li><a href="${href}">${label}</a></li>`;
}
