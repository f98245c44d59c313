/**
 * A form that htmx sends stays as it is when the answer never comes or is an error of ours. Its
 * template, named by `data-lost`, says so in the place that `data-lost-in` names.
 */
export function keepFormsThatDidNotArrive(): void {
  document.addEventListener('htmx:error', tell);
  // After a refusal in words something was swapped in; where nothing was, the answer was no answer.
  document.addEventListener('htmx:finally:request', (event) => {
    const ctx = contextOf(event);
    if (ctx?.swap === 'none' && (ctx.response?.status ?? 0) >= 500) tell(event);
  });
}

interface Context {
  sourceElement?: Element;
  swap?: string;
  response?: { status: number };
}

function tell(event: Event): void {
  const form = contextOf(event)?.sourceElement;
  if (!(form instanceof HTMLFormElement) || !form.dataset.lost || !form.dataset.lostIn) return;
  const template = document.querySelector<HTMLTemplateElement>(form.dataset.lost);
  const place = document.querySelector(form.dataset.lostIn);
  if (!place || !template) return;
  place.replaceChildren(template.content.cloneNode(true));
  place.scrollIntoView({ block: 'nearest' });
  form.dispatchEvent(new CustomEvent('form:lost'));
}

const contextOf = (event: Event): Context | undefined =>
  (event as CustomEvent<{ ctx?: Context }>).detail?.ctx;
