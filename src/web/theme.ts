import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';

/** Light, dark, or as the visitor's system says. */
export type Theme = 'auto' | 'light' | 'dark';

/** The theme the visitor has chosen, as `client/theme.ts` left it. */
export function chosenTheme(c: Context): Theme {
  const theme = getCookie(c, 'theme');
  return theme === 'light' || theme === 'dark' ? theme : 'auto';
}
