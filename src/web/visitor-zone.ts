import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { isTimeZone } from '../zones.ts';

/** The zone of the visitor's clock, as `client/time-zone.ts` left it; UTC until it has run once. */
export function visitorZone(c: Context): string {
  const zone = getCookie(c, 'tz');
  return zone && isTimeZone(zone) ? zone : 'UTC';
}
