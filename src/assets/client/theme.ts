import { keepCookie } from './cookie.ts';

/**
 * The switch of the theme works by CSS alone, for one page. Here it is remembered, in a cookie, so that
 * the server draws the next page in it at once: nothing flashes, and nothing has to run before the paint.
 */
export function rememberTheme(): void {
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.name !== 'theme') return;
    const theme = target.value;
    if (theme === 'auto') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    keepCookie('theme', theme, theme === 'auto' ? 0 : undefined);
  });
}
