/**
 * A box someone has ticked no longer listens to its attribute. After an update of the list the boxes
 * say again what the address says: a filter removed by its chip is unticked in the form too.
 */
export function keepFiltersInStep(): void {
  document.addEventListener('htmx:after:swap', () => {
    const form = document.getElementById('filters');
    if (form instanceof HTMLFormElement) form.reset();
  });
}
