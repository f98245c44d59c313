import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';

/** Whether this browser has had our fonts before, as `client/fonts.ts` left word. */
export const hasFonts = (c: Context): boolean => getCookie(c, 'fonts') !== undefined;
