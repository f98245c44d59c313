/**
 * A search over a set of boxes to tick: what does not match is put away while one types, Enter ticks the first that
 * does, Escape shows all of them again. The boxes stay boxes; without this script they are simply all there.
 */
export function narrowPicks(): void {
  const show = () => {
    for (const search of document.querySelectorAll<HTMLElement>('[data-narrow][hidden]'))
      search.hidden = false;
  };
  show();
  document.addEventListener('htmx:after:swap', show);
  document.addEventListener('input', ({ target }) => {
    if (isSearch(target)) narrow(target);
  });
  document.addEventListener('keydown', (event) => {
    const { target, key } = event;
    if (!isSearch(target)) return;
    if (key === 'Escape' && target.value) {
      event.preventDefault();
      target.value = '';
      narrow(target);
    }
    if (key !== 'Enter') return;
    // A form is not sent by looking for something in it.
    event.preventDefault();
    const [first] = target.value.trim() ? picksOf(target).filter((pick) => !pick.hidden) : [];
    const box = first?.querySelector('input');
    if (!box) return;
    box.click();
    target.value = '';
    narrow(target, `${nameOf(first)} is ${box.checked ? 'chosen' : 'taken away'}.`);
  });
}

const isSearch = (target: EventTarget | null): target is HTMLInputElement =>
  target instanceof HTMLInputElement && target.closest('[data-narrow]') !== null;

const picksOf = (search: HTMLInputElement): HTMLElement[] => [
  ...(search.closest('fieldset')?.querySelectorAll<HTMLElement>('.pick') ?? []),
];

const nameOf = (pick: HTMLElement | undefined): string => pick?.textContent?.trim() ?? '';

function narrow(search: HTMLInputElement, said?: string): void {
  const words = search.value.trim().toLowerCase();
  const picks = picksOf(search);
  for (const pick of picks) pick.hidden = !nameOf(pick).toLowerCase().includes(words);
  const [first, ...more] = picks.filter((pick) => !pick.hidden);
  const part = search.closest<HTMLElement>('[data-narrow]');
  const status = part?.querySelector('[role="status"]');
  if (!part || !status) return;
  if (said !== undefined || !words) status.textContent = said ?? '';
  else if (!first) status.textContent = part.dataset.narrow ?? '';
  else {
    const does = first.querySelector('input')?.checked ? 'takes it away' : 'chooses it';
    status.textContent = `${more.length + 1} of ${picks.length}. Enter: ${nameOf(first)}, ${does}.`;
  }
}
