import { keepCookie } from './cookie.ts';

/**
 * Lets our fonts in once the page has been painted, and leaves word that they are here: the server then sends
 * them along with the next page, where they change nothing that has been seen.
 */
export function letFontsIn(): void {
  const sheet = document.querySelector<HTMLLinkElement>('link[data-fonts]');
  if (!sheet) return;
  afterPaint(async () => {
    sheet.media = 'all';
    await new Promise((styled) => requestAnimationFrame(styled));
    await document.fonts.ready;
    keepCookie('fonts', 'kept');
  });
}

function afterPaint(then: () => void): void {
  const observer = new PerformanceObserver(() => {
    observer.disconnect();
    then();
  });
  if (PerformanceObserver.supportedEntryTypes.includes('paint'))
    observer.observe({ type: 'paint', buffered: true });
  else then();
}
