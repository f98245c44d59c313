/** Shows the keys that print the page, and has them do it: only a script can. */
export function printOnPress(): void {
  for (const key of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
    key.hidden = false;
    key.addEventListener('click', () => print());
  }
}
