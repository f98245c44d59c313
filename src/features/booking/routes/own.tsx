import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Deps } from '../../../deps.ts';
import { hashToken } from '../../../secrets.ts';
import { urls } from '../../../urls.ts';
import type { AppEnv } from '../../../web/env.ts';
import { rememberBooking } from '../../../web/own-bookings.ts';
import { fragment, page, seeOther, wantsFragment } from '../../../web/respond.ts';
import { invitation } from '../emails/invitation.ts';
import { isBooked } from '../mail-domain.ts';
import { linkOpens } from '../queries.ts';
import { BookingPage } from '../views/booking-page.tsx';
import { MoveNotice } from '../views/moving.tsx';
import { linkNeeded, ownBooking } from './own-booking.tsx';
import { readStanding } from './standing.ts';

/** The candidate's own page and what hangs on it. */
export function ownRoutes(deps: Deps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get(urls.booking(':id'), async (c) => {
    const token = c.req.query('token');
    const id = c.req.param('id') ?? '';
    if (token) {
      // The link of a mail is exchanged for a cookie; the address that stays in the history has no token.
      const opens = await linkOpens(deps.db, id, hashToken(token), deps.now());
      if (opens) await rememberBooking(deps, c, id);
      return opens ? c.redirect(urls.booking(id), 303) : linkNeeded(deps, c);
    }
    const own = await ownBooking(deps, c);
    if (!own) return linkNeeded(deps, c);
    const standing = await readStanding(deps, own, c.req.query('moving'));
    const { moving } = standing;
    if (moving && wantsFragment(c)) {
      // Asked each second; once it is settled the whole page is another one.
      return moving.standing === 'moving'
        ? fragment(c, <MoveNotice {...standing} moving={moving} />)
        : seeOther(c, urls.bookingMoving(id, moving.words));
    }
    return page(c, <BookingPage shell={c.get('shell')} {...standing} />);
  });

  app.get(urls.bookingInvitation(':id'), async (c) => {
    const own = await ownBooking(deps, c);
    const isCanceled = own?.booking.state === 'cancelled';
    if (!own || !(isBooked(own.booking) || isCanceled)) throw new HTTPException(404);
    const content = invitation({
      ...own,
      publicUrl: deps.config.publicUrl,
      contact: deps.config.operatorEmail,
      now: deps.now(),
      for: 'candidate',
      // Of the same UID with a higher SEQUENCE: it takes the session out of the calendar that has it.
      method: isCanceled ? 'CANCEL' : 'PUBLISH',
    });
    c.header('Content-Disposition', 'attachment; filename="interview.ics"');
    return c.body(content, 200, { 'Content-Type': 'text/calendar; charset=utf-8' });
  });

  return app;
}
