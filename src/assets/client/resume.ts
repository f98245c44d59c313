/** Unfolds a resume where the browser shows PDFs in a page; where it does not (most phones), says so instead. */
export function showResumes(): void {
  for (const view of document.querySelectorAll<HTMLDetailsElement>('[data-pdf-view]')) {
    if (navigator.pdfViewerEnabled) {
      view.open = true;
      continue;
    }
    view.hidden = true;
    const instead = view.parentElement?.querySelector<HTMLElement>('[data-no-pdf]');
    if (instead) instead.hidden = false;
  }
}
