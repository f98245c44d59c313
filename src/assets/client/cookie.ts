const YEAR = 31_536_000;

/** Keeps a cookie for a year, or for as many seconds, for every page of this site. */
export function keepCookie(name: string, value: string, seconds = YEAR): void {
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing where pages come over plain HTTP.
  document.cookie = `${name}=${value}; Path=/; Max-Age=${seconds}; SameSite=Lax${secure}`;
}
