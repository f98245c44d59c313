import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';

/** Whether this browser has never had our scripts and fonts: `client/fonts.ts` leaves word once it has. */
export const isFirstVisit = (c: Context): boolean => getCookie(c, 'fonts') === undefined;
