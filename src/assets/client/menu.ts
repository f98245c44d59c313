/** A link inside the menu that stays on the page closes the menu it was in. */
export function closeMenuOnLink(): void {
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element) || !target.closest('a')) return;
    target.closest<HTMLElement>('[popover]')?.hidePopover();
  });
}
