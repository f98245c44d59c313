/**
 * On a first visit the page is painted before its scripts and fonts are asked for: until then nothing competes
 * with the style sheet for the little that a phone gets. Built, this stands in the page itself.
 */
const { scripts = '', fonts } = document.querySelector<HTMLElement>('[data-after-paint]')?.dataset ?? {};

function fetchTheRest(): void {
  const rest = scripts.split(' ').map((src) => {
    const script = document.createElement('script');
    // In order, as if they had come with the page.
    return Object.assign(script, { type: 'module', src, async: false });
  });
  document.head.append(...rest);
  if (!fonts) return;
  const link = document.createElement('link');
  // For paper: what names the fonts is here, and waits for `fonts.ts` to let them in.
  Object.assign(link, { rel: 'stylesheet', media: 'print', href: fonts }).dataset.fonts = '';
  document.head.append(link);
}

function afterPaint(then: () => void): void {
  if (!PerformanceObserver.supportedEntryTypes.includes('paint')) {
    then();
    return;
  }
  const observer = new PerformanceObserver((seen) => {
    // The background alone is a first paint as well.
    if (seen.getEntriesByName('first-contentful-paint').length === 0) return;
    observer.disconnect();
    then();
  });
  observer.observe({ type: 'paint', buffered: true });
}

afterPaint(fetchTheRest);
