import { Hono } from 'hono';
import type { Deps } from '../../../deps.ts';
import { urls } from '../../../urls.ts';
import type { AppEnv } from '../../../web/env.ts';
import { whole } from '../../../web/forms.ts';
import { page, seeOther } from '../../../web/respond.ts';
import { refuseMove } from '../change-domain.ts';
import { calendarConnection } from '../interviewer-queries.ts';
import { readWatch, watchMove, watchWords } from '../move-watch-domain.ts';
import { lookForMove } from '../moves.ts';
import { findBooking } from '../queries.ts';
import { changeRefusalWords } from '../refusal-words.ts';
import { MovePage } from '../views/move-page.tsx';
import { linkNeeded, ownBooking } from './own-booking.tsx';
import { isUnfinished, people, refuse } from './refused.tsx';
import { sendToItsStep } from './steps.tsx';

/** Another time for the same session, picked in cal.com's own way of moving a booking. */
export function moveRoutes(deps: Deps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get(urls.bookingMove(':id'), async (c) => {
    const own = await ownBooking(deps, c);
    if (!own) return linkNeeded(deps, c);
    if (isUnfinished(own)) return sendToItsStep(deps, c, own);
    const { booking, interviewer } = own;
    const refused = refuseMove(booking, deps.now());
    if (refused === 'ended') return seeOther(c, urls.booking(booking.id));
    if (refused) return refuse(deps, c, own, changeRefusalWords(refused, 'move', booking, people(deps, own)));
    const connection = booking.calcomConnectionId
      ? await calendarConnection(deps.db, booking.calcomConnectionId)
      : null;
    const { calcom, operatorEmail } = deps.config;
    const calendar = connection && {
      origin: calcom.origin.origin,
      embedUrl: calcom.embedUrl.href,
      link: `reschedule/${booking.calcomUid}`,
    };
    const watch = watchWords(watchMove(booking, false, deps.now()));
    const props = { booking, interviewer, calendar, watch, contact: operatorEmail };
    return page(c, <MovePage shell={c.get('shell')} {...props} />);
  });

  // The uid that the browser sends along is not even read: the booking's own chain on cal.com tells the move.
  app.post(urls.bookingMove(':id'), async (c) => {
    const own = await ownBooking(deps, c);
    if (!own) return linkNeeded(deps, c);
    if (isUnfinished(own)) return sendToItsStep(deps, c, own);
    const { booking } = own;
    const { watch: words } = await whole(c.req.parseBody());
    // Against what the page showed: the calendar's own news may have come first.
    const seen = readWatch(typeof words === 'string' ? words : '') ?? watchMove(booking, false, deps.now());
    await lookForMove(deps, booking.id);
    const after = (await findBooking(deps.db, booking.id)) ?? booking;
    const hasMoved = after.startsAt.getTime() !== seen.startsAt.getTime();
    const refused = hasMoved ? null : refuseMove(after, deps.now());
    if (refused && refused !== 'ended') {
      return refuse(deps, c, own, changeRefusalWords(refused, 'move', after, people(deps, own)));
    }
    return seeOther(c, urls.bookingMoving(booking.id, watchWords({ ...seen, since: deps.now() })));
  });

  return app;
}
