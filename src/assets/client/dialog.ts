import { carryOver, plateLeadingTo } from './carry-over.ts';
import { offerTurns, rowLeadingTo } from './dialog-turns.ts';

/**
 * Dialogs with an address. htmx fetches one into its slot and pushes its address; this opens it, and
 * makes Escape, the close links and Back all lead to where the visitor was: the same address, the
 * same scroll position, focus on the link they came from.
 */
interface Opened {
  dialog: HTMLDialogElement;
  /** The list's address and title, and the link that led here. */
  address: string;
  title: string;
  opener: HTMLAnchorElement | null;
}

/** htmx's events carry what happens in `detail.ctx`; this is the part read here. */
interface Context {
  target?: Element;
  sourceElement?: Element;
  response?: { status: number };
}

let opened: Opened | null = null;
let cameFrom = { address: '', title: '' };
/** The link of the list that leads to what is coming; Next itself goes with the dialog it stood in. */
let row: HTMLAnchorElement | null = null;

const here = (): string => location.pathname + location.search;
const contextOf = (event: Event): Context | undefined =>
  (event as CustomEvent<{ ctx?: Context }>).detail?.ctx;

export function openDialogsFromServer(): void {
  document.addEventListener('htmx:before:swap', (event) => {
    const ctx = contextOf(event);
    const link = ctx?.sourceElement;
    if (!ctx?.target?.matches('[data-dialog-slot]') || !(link instanceof HTMLAnchorElement)) return;
    row = rowLeadingTo(link) ?? link;
    // From one person to the next, the way back still leads to the list.
    if (!opened) cameFrom = { address: here(), title: document.title };
    // Gone, or no longer ours to see: the page of that address says so properly.
    if ((ctx.response?.status ?? 200) >= 400) {
      event.preventDefault();
      location.assign(link.href);
    }
  });
  document.addEventListener('htmx:after:swap', () => {
    const dialog = document.querySelector<HTMLDialogElement>('[data-dialog-slot] > dialog[data-dialog]');
    if (!dialog || dialog.open) return;
    open(dialog, row);
  });
  document.addEventListener('htmx:error', (event) => {
    const link = contextOf(event)?.sourceElement;
    if (link instanceof HTMLAnchorElement && link.matches('[data-opens-dialog]')) location.assign(link.href);
  });
  document.addEventListener('htmx:before:history:restore', (event) => {
    if (!opened || here() !== opened.address) return;
    event.preventDefault();
    forget(opened);
  });
}

function open(dialog: HTMLDialogElement, opener: HTMLAnchorElement | null): void {
  const turned = opened !== null;
  opened = { dialog, opener, ...cameFrom };
  dialog.addEventListener('close', leave);
  // Escape is held back, so that the step back closes the dialog and the portrait can carry over.
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    leave();
  });
  dialog.addEventListener('click', (event) => {
    const onBackdrop = event.target === dialog;
    const onClose = event.target instanceof Element && event.target.closest('[data-dialog-close]');
    if (!onBackdrop && !onClose) return;
    event.preventDefault();
    leave();
  });
  offerTurns(dialog, opener);
  if (turned) show(dialog, turned);
  else carryOver(() => show(dialog, turned), { from: plateOf(opener) });
}

function show(dialog: HTMLDialogElement, turned: boolean): void {
  // Left again before the picture of the page before it was taken.
  if (opened?.dialog !== dialog) return;
  dialog.toggleAttribute('data-turned', turned);
  dialog.showModal();
  if (dialog.dataset.title) document.title = dialog.dataset.title;
  const heading = document.getElementById(dialog.getAttribute('aria-labelledby') ?? '');
  heading?.focus({ preventScroll: true });
}

/** Closed by hand: step back to the list's address, which then closes the dialog. */
function leave(): void {
  if (opened && here() !== opened.address) history.back();
  else if (opened) forget(opened);
}

function forget({ dialog, title, opener }: Opened): void {
  opened = null;
  document.title = title;
  const returnFocus = () => opener?.focus({ preventScroll: true });
  const close = () => {
    dialog.close();
    dialog.remove();
    // After Next, and Next again, the row may be far from where the list was left.
    opener?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    returnFocus();
  };
  if (dialog.open) carryOver(close, { to: plateOf(opener) });
  else close();
  // A finished step back moves focus to the page's start; ours comes after it.
  void window.navigation?.transition?.finished.then(returnFocus, returnFocus);
}

const plateOf = (opener: HTMLAnchorElement | null) => opener && plateLeadingTo(opener.pathname);
