import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** Sends a whole page: `node` is one of the layouts of `ui/`, which writes html, head and body. */
export function page(c: Context, node: VNode, status: ContentfulStatusCode = 200): Response {
  return written(c, pageText(node), status);
}

/** Sends a part of a page to htmx: the page's own component, without the layout. */
export function fragment(c: Context, node: VNode, status: ContentfulStatusCode = 200): Response {
  return written(c, fragmentText(node), status);
}

export const pageText = (node: VNode): string => `<!doctype html>${renderToString(node)}`;
export const fragmentText = (node: VNode): string => renderToString(node);

/** Sends what was written before, once for many: a {@link pageText} or {@link fragmentText}. */
export function written(c: Context, text: string, status: ContentfulStatusCode): Response {
  c.header('Vary', 'HX-Request, HX-Request-Type', { append: true });
  return c.html(text, status);
}

/** Whether htmx asked for a part of a page, to be swapped into the one the visitor sees. */
export function wantsFragment(c: Context): boolean {
  return c.req.header('HX-Request') === 'true' && c.req.header('HX-Request-Type') !== 'full';
}

/** Sends the visitor on after a change: 303, or htmx's word for it where htmx asked. */
export function seeOther(c: Context, location: string): Response {
  if (!wantsFragment(c)) return c.redirect(location, 303);
  c.header('HX-Redirect', location);
  return c.body(null, 200);
}
