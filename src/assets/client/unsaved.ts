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
  // Not when the preview follows what is typed.
  let isPart = false;
  document.addEventListener('htmx:before:swap', (event) => {
    const { ctx } = (event as CustomEvent<{ ctx?: { sourceElement?: Element } }>).detail ?? {};
    isPart = ctx?.sourceElement?.matches('form[data-part]') ?? false;
  });
  document.addEventListener('htmx:after:swap', () => {
    if (!isPart) return;
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
