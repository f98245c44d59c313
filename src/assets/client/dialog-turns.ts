import * as library from 'htmx.org';

/** The part of htmx called here, which its types leave out. */
const { default: htmx } = library as unknown as { default: { process(element: Element): void } };

/**
 * Previous and Next in a dialog lead to the rows before and after the one it was opened from: the list
 * behind it has the visitor's filters and order already. Each takes the address of the one before, so
 * that one step back leads to the list.
 */
export function offerTurns(dialog: HTMLElement, row: HTMLAnchorElement | null): void {
  const nav = dialog.querySelector<HTMLElement>('[data-turns]');
  const rows = listed();
  const at = rows.findIndex((link) => link.href === row?.href);
  if (!nav || at < 0 || rows.length < 2) return;
  lead(nav, 'previous', rows[at - 1]);
  lead(nav, 'next', rows[at + 1]);
  nav.hidden = false;
}

/** The link of the list that leads where this one does. */
export function rowLeadingTo(link: HTMLAnchorElement): HTMLAnchorElement | null {
  return listed().find(({ href }) => href === link.href) ?? null;
}

const listed = (): HTMLAnchorElement[] => [
  ...document.querySelectorAll<HTMLAnchorElement>('[data-carries] a[data-opens-dialog]'),
];

function lead(nav: HTMLElement, turn: 'previous' | 'next', row: HTMLAnchorElement | undefined): void {
  const link = nav.querySelector<HTMLAnchorElement>(`[data-turn="${turn}"]`);
  if (!link || !row) return;
  link.href = row.href;
  for (const name of ['hx-get', 'hx-target', 'hx-swap', 'data-opens-dialog'])
    link.setAttribute(name, row.getAttribute(name) ?? '');
  link.setAttribute('hx-replace-url', 'true');
  htmx.process(link);
}
