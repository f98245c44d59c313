import * as library from 'htmx.org';
import { keepCookie } from './cookie.ts';

/** The part of htmx called here, which its types leave out. */
interface Fetching {
  ajax(method: 'GET', address: string, options: { target: string; select: string; swap: string }): unknown;
}
const { default: htmx } = library as unknown as { default: Fetching };

/**
 * Tells the server which zone the visitor's clock is in, so that pages can show times in it. What a
 * first visit already shows in another zone is asked for again before it is seen.
 */
export function rememberTimeZone(): void {
  const zone = zoneOfClock();
  if (!zone) return;
  const value = encodeURIComponent(zone);
  if (document.cookie.split('; ').includes(`tz=${value}`)) return;
  keepCookie('tz', value);
  // Without the cookie (refused, or not kept) the server would only say the same again.
  if (!document.cookie.includes('tz=')) return;
  const coming = new IntersectionObserver(askAgain, { rootMargin: '100%' });
  for (const part of document.querySelectorAll<HTMLElement>('[id][data-zone]'))
    if (part.dataset.zone !== zone) coming.observe(part);
}

/** Parts of the page that are about to be seen, each once. */
function askAgain(parts: IntersectionObserverEntry[], coming: IntersectionObserver): void {
  for (const { isIntersecting, target } of parts) {
    if (!isIntersecting) continue;
    coming.unobserve(target);
    const part = `#${target.id}`;
    htmx.ajax('GET', location.href, { target: part, select: part, swap: 'outerMorph' });
  }
}

/** The clock's own word, where the browser has it: making a formatter to ask takes 20 ms and more of a cold start. */
function zoneOfClock(): string {
  if ('Temporal' in globalThis) return Temporal.Now.timeZoneId();
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
