/** Ctrl+S or ⌘S presses the key that saves the form one writes in, where the browser would save the page as a file. */
export function saveByKey(): void {
  document.addEventListener('keydown', (event) => {
    const isCombined = event.ctrlKey !== event.metaKey && !event.altKey && !event.shiftKey;
    if (!isCombined || event.key.toLowerCase() !== 's' || !(event.target instanceof Element)) return;
    const key = event.target.closest('form')?.querySelector<HTMLElement>('[aria-keyshortcuts~="Control+S"]');
    if (!key) return;
    event.preventDefault();
    if (!event.repeat) key.click();
  });
}
