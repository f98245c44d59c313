/**
 * A part of the page that htmx asked for and that never came, or came as an error of ours: the page
 * says so and offers the way without htmx. Forms that keep what was typed do so themselves (lost-form.ts).
 */
export function sayWhenUnreachable(): void {
  document.addEventListener('htmx:error', (event) => tell(sourceOf(event)));
  // The next answer that arrives takes the message away.
  document.addEventListener('htmx:after:swap', () => shown()?.remove());
}

const sourceOf = (event: Event): Element | undefined =>
  (event as CustomEvent<{ ctx?: { sourceElement?: Element } }>).detail?.ctx?.sourceElement;

const shown = () => document.getElementById('unreachable');

/**
 * What a visitor pressed, ticked or typed into. Polling repeats itself, a form with a message of its own
 * has said it, and a dialog's link is followed.
 */
const ASKED_BY_HAND = 'a[href]:not([data-opens-dialog]), form:not([data-lost]), input, select';

function tell(source: Element | undefined): void {
  if (!source?.matches(ASKED_BY_HAND)) return;
  shown()?.remove();
  const note = document.createElement('div');
  note.id = 'unreachable';
  note.className = 'notice notice--error notice--floating';
  note.setAttribute('role', 'alert');
  const title = document.createElement('p');
  title.className = 'notice__title';
  title.textContent = 'That did not reach us.';
  const text = document.createElement('p');
  text.className = 'notice__text';
  const way = document.createElement('a');
  way.href = source instanceof HTMLAnchorElement ? source.href : location.href;
  way.textContent = 'Try again';
  text.append(navigator.onLine ? 'We did not answer. ' : 'You are offline. ', way, '.');
  note.append(title, text);
  document.body.append(note);
}
