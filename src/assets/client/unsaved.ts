/**
 * Parts of a page that are saved each by itself: one says so while it holds something that was not saved,
 * and the page is not left without asking. What the server sent is what is saved; a part that it sent
 * back unsaved is marked by the server.
 */
export function sayWhatIsUnsaved(): void {
  document.addEventListener('input', ({ target }) => {
    const form = target instanceof Element ? target.closest<HTMLFormElement>('form[data-part]') : null;
    form?.toggleAttribute('data-typed', isTyped(form));
  });
  // Why a part came back unsaved stands at its top, and the key that was pressed at its end.
  // Not when the preview follows what is typed, which may come in the middle of it.
  const parts = new WeakSet<Swap>();
  document.addEventListener('htmx:before:swap', (event) => {
    const swap = swapOf(event);
    if (swap?.sourceElement?.matches('form[data-part]')) parts.add(swap);
  });
  document.addEventListener('htmx:after:swap', (event) => {
    const swap = swapOf(event);
    if (!swap || !parts.has(swap)) return;
    document.querySelector('form[data-typed] [role="alert"]')?.scrollIntoView({ block: 'nearest' });
  });
  // Sent by the browser itself, a form takes along what is in it, and nothing of the others.
  let sent: EventTarget | null = null;
  document.addEventListener('submit', (event) => {
    if (!event.defaultPrevented) sent = event.target;
  });
  addEventListener('beforeunload', (event) => {
    const typed = [...document.querySelectorAll('form[data-typed]')];
    if (typed.some((form) => form !== sent)) event.preventDefault();
    sent = null;
  });
}

interface Swap {
  sourceElement?: Element;
}

const swapOf = (event: Event) => (event as CustomEvent<{ ctx?: Swap }>).detail?.ctx;

function isTyped(form: HTMLFormElement): boolean {
  return [...form.elements].some((field) => {
    if (field instanceof HTMLSelectElement)
      return [...field.options].some((o) => o.selected !== o.defaultSelected);
    if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
    if (!(field instanceof HTMLInputElement) || field.type === 'hidden' || !field.name) return false;
    const isPick = field.type === 'checkbox' || field.type === 'radio';
    return isPick ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
  });
}
