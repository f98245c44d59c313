/** The name under which a portrait goes from one view to the next (profile.css gives it to the profile's). */
const NAME = 'person';

/**
 * Changes the page in such a way that the portrait of a person carries over: from where it stands before
 * to where it stands after. At once, for those who asked for less motion and where the browser can't.
 */
export function carryOver(
  change: () => void,
  plates: { from?: HTMLElement | null; to?: HTMLElement | null },
): void {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (still || !('startViewTransition' in document)) {
    change();
    return;
  }
  name(plates.from, NAME);
  const transition = document.startViewTransition(() => {
    name(plates.from, '');
    change();
    name(plates.to, NAME);
  });
  const done = () => name(plates.to, '');
  transition.finished.then(done, done);
  // Skipped, because another one began or the window was resized: the change has happened all the same.
  transition.ready.catch(() => {});
}

/** The portrait in a list that leads to this address. */
export function plateLeadingTo(path: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-carries]:has(a[href="${CSS.escape(path)}"]) .plate`);
}

/** The same from one page to another, where no dialog comes into it. */
export function carryOverToPages(): void {
  addEventListener('pageswap', ({ viewTransition, activation }) => {
    const address = activation?.entry.url;
    if (!viewTransition || !address) return;
    const plate = plateLeadingTo(new URL(address).pathname);
    name(plate, NAME);
    void viewTransition.finished.finally(() => name(plate, ''));
  });
}

function name(plate: HTMLElement | null | undefined, value: string): void {
  if (plate) plate.style.viewTransitionName = value;
}
