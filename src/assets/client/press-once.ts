/** After this long a form may be sent again: whoever stopped the page from loading is not stuck. */
const AGAIN_AFTER_MS = 10_000;

/**
 * A form with `data-once` is sent by the first press. The browser would drop the first request for the
 * second, and the second would meet a far side that is still busy with the first.
 */
export function sendOnce(): void {
  let sent = new WeakMap<HTMLFormElement, number>();
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !('once' in form.dataset)) return;
    const before = sent.get(form);
    if (before !== undefined && Date.now() - before < AGAIN_AFTER_MS) event.preventDefault();
    else sent.set(form, Date.now());
  });
  // Back on a page that the browser kept as it was.
  addEventListener('pageshow', () => {
    sent = new WeakMap();
  });
}
