/**
 * A box someone has ticked no longer listens to its attribute. After an update of the list the form
 * says again what the address says: a filter removed by its chip is unticked too. What is being typed
 * stays as typed, and a focus whose link is gone rests on the count.
 */
export function keepFiltersInStep(): void {
  let focused: Element | null = null;
  document.addEventListener('focusin', ({ target }) => {
    focused = target instanceof Element ? target : null;
  });
  document.addEventListener('htmx:after:swap', () => {
    const form = document.getElementById('filters');
    if (!(form instanceof HTMLFormElement)) return;
    const active = document.activeElement;
    const typed = active instanceof HTMLInputElement && active.type === 'search' ? active : null;
    const words = typed?.value ?? '';
    form.reset();
    if (typed) typed.value = words;
    if (active === document.body && focused && !focused.isConnected)
      document.getElementById('count')?.focus({ preventScroll: true });
  });
  // While the handle moves, its group reads out where it stands; the list follows when it rests.
  document.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.name !== 'max') return;
    const words =
      target.value === target.max ? 'any' : `up to $${Number(target.value).toLocaleString('en-US')}`;
    target.ariaValueText = words;
    const output = target.closest('details')?.querySelector('output');
    if (output) output.textContent = words;
  });
}

/** A slash starts a search, unless something is being typed or a dialog is open. */
export function searchBySlash(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector('dialog[open]')) return;
    const { target } = event;
    if (!(target instanceof Element) || target.closest('textarea, select, [contenteditable]')) return;
    if (target.matches('input:not([type=checkbox], [type=radio], [type=range])')) return;
    const search = document.getElementById('q');
    if (!(search instanceof HTMLInputElement)) return;
    event.preventDefault();
    search.focus();
    search.select();
  });
}
