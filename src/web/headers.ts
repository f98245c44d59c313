import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Deps } from '../deps.ts';
import { urls } from '../urls.ts';
import type { AppEnv } from './env.ts';

const self = ["'self'"];
/** The pages that show a calendar: to pick a time, and to pick another one. */
const WITH_CALENDAR = [urls.book('[^/]+'), urls.bookingMove('[^/]+')].map((path) => new RegExp(`^${path}$`));
/** The pages that show a resume in a frame. It comes from here, by a route that says what may frame it. */
const WITH_RESUME = new RegExp(`^${urls.adminBooking('[^/]+')}(/reading)?$`);
/** Headers that a route may set for itself: more strictly, or for a picture made to be shown elsewhere. */
const OWN = [
  'Content-Security-Policy',
  'Referrer-Policy',
  'Permissions-Policy',
  'Cross-Origin-Resource-Policy',
  'X-Frame-Options',
];

/**
 * The security headers of every answer. The calendar's origin is allowed on the pages that
 * show a calendar and nowhere else.
 */
export function headers(deps: Deps): MiddlewareHandler<AppEnv> {
  const strict = secureHeaders(policy(deps, []));
  const withCalendar = secureHeaders(
    policy(deps, [deps.config.calcom.origin.origin, deps.config.calcom.embedUrl.origin]),
  );
  const withResume = secureHeaders(policy(deps, [], self));
  return async (c, next) => {
    const general = WITH_RESUME.test(c.req.path)
      ? withResume
      : WITH_CALENDAR.some((path) => path.test(c.req.path))
        ? withCalendar
        : strict;
    const own: [string, string][] = [];
    await general(c, async () => {
      await next();
      for (const name of OWN) {
        const value = c.res.headers.get(name);
        if (value) own.push([name, value]);
      }
    });
    // What a route has narrowed further for itself (a file, a page with a token) stays.
    for (const [name, value] of own) c.res.headers.set(name, value);
  };
}

function policy(deps: Deps, calendar: string[], frames = calendar): Parameters<typeof secureHeaders>[0] {
  const isHttps = deps.config.publicUrl.protocol === 'https:';
  const { development, afterPaint } = deps.assets;
  return {
    contentSecurityPolicy: {
      defaultSrc: self,
      // The one script that stands in a page, by its hash; no other can.
      scriptSrc: [...self, ...(afterPaint ? [hashOf(afterPaint)] : []), ...calendar],
      // Vite's messages and the embed's own wrapper bring styles along; nothing else does.
      styleSrc: development || calendar.length > 0 ? [...self, "'unsafe-inline'"] : self,
      // Measures (--m: 60) are set in style attributes; attributes can't run anything.
      styleSrcAttr: ["'unsafe-inline'"],
      imgSrc: [...self, 'data:'],
      connectSrc: development ? [...self, ...calendar, 'ws:'] : [...self, ...calendar],
      frameSrc: frames.length > 0 ? frames : ["'none'"],
      formAction: [...self, stripeOrigin(deps)],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
      ...(isHttps && { upgradeInsecureRequests: [] }),
    },
    strictTransportSecurity: isHttps ? 'max-age=63072000; includeSubDomains' : false,
    referrerPolicy: 'strict-origin-when-cross-origin',
    xFrameOptions: 'DENY',
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [] },
  };
}

const hashOf = (script: string): string => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

/** A form that is answered with a redirect to Checkout needs its origin in form-action (Chromium checks it). */
function stripeOrigin(deps: Deps): string {
  return deps.config.stripe.apiUrl?.origin ?? 'https://checkout.stripe.com';
}
