import type { Context } from 'hono';
import { getSignedCookie, setSignedCookie } from 'hono/cookie';
import { isUuid } from '../db/uuid.ts';
import type { Deps } from '../deps.ts';

/** Most bookings one browser remembers; the oldest makes room. */
const MOST = 12;
const DAYS = 180;

const isHttps = (deps: Deps) => deps.config.publicUrl.protocol === 'https:';
const cookieName = (deps: Deps) => (isHttps(deps) ? '__Host-bookings' : 'bookings');

/** The ids of the bookings that this browser made or opened by a mail's link, oldest first. */
export async function ownBookings(deps: Deps, c: Context): Promise<string[]> {
  const value = await getSignedCookie(c, deps.secrets.cookieKey, cookieName(deps));
  return value ? value.split('.').filter(isUuid) : [];
}

/** Lets this browser open a booking from now on. */
export async function rememberBooking(deps: Deps, c: Context, id: string): Promise<void> {
  const others = (await ownBookings(deps, c)).filter((other) => other !== id);
  await setSignedCookie(c, cookieName(deps), [...others, id].slice(-MOST).join('.'), deps.secrets.cookieKey, {
    path: '/',
    httpOnly: true,
    secure: isHttps(deps),
    sameSite: 'Lax',
    maxAge: DAYS * 86_400,
  });
}
