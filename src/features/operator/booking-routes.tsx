import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { isUuid } from '../../db/uuid.ts';
import type { Deps } from '../../deps.ts';
import { urls } from '../../urls.ts';
import type { AppEnv } from '../../web/env.ts';
import { whole } from '../../web/forms.ts';
import { requireOperator } from '../../web/guards.ts';
import { fragment, page, seeOther, wantsFragment } from '../../web/respond.ts';
import { cancelBooking, refundInFull } from '../booking/change-commands.ts';
import { refuseCancel } from '../booking/change-domain.ts';
import type { Booking } from '../booking/domain.ts';
import { anyBooking, recordOf } from '../booking/record.ts';
import { decideWaitingClaim } from '../guarantee/commands.ts';
import { aroundBooking } from './booking-queries.ts';
import { DeskBookingPage } from './booking-views.tsx';
import { CallOffDialog, CallOffPage } from './cancel-views.tsx';

const MOST_OF_A_NOTE = 1000;

/** One booking on the operator's desk, and what a person can decide about it. */
export function deskBookingRoutes(deps: Deps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const operator = requireOperator(deps);

  app.get(urls.operatorBooking(':id'), operator, async (c) => {
    const booking = await bookingOfAddress(deps, c);
    const [record, around] = await Promise.all([
      recordOf(deps.db, booking.id),
      aroundBooking(deps.db, booking),
    ]);
    const props = { shell: c.get('shell'), user: c.get('user'), booking, record, now: deps.now() };
    return page(c, <DeskBookingPage {...props} {...around} />);
  });

  app.post(urls.operatorRefund(':id'), operator, async (c) => {
    const { id } = await bookingOfAddress(deps, c);
    await refundInFull(deps, id, c.get('user').email);
    return seeOther(c, urls.operatorBooking(id));
  });

  app.post(urls.operatorClaim(':id'), operator, async (c) => {
    const { id } = await bookingOfAddress(deps, c);
    const decision = (await whole(c.req.formData())).get('decision');
    if (decision !== 'granted' && decision !== 'declined') throw new HTTPException(400);
    await decideWaitingClaim(deps, id, { state: decision, by: c.get('user').email });
    return seeOther(c, urls.operatorBooking(id));
  });

  app.get(urls.operatorCancellation(':id'), operator, async (c) => {
    const booking = await bookingOfAddress(deps, c);
    const refused = refuseCancel(booking, 'operator', deps.now());
    if (wantsFragment(c)) return fragment(c, <CallOffDialog booking={booking} refused={refused} />);
    return page(c, <CallOffPage {...whose(c)} booking={booking} refused={refused} />);
  });

  app.post(urls.operatorCancellation(':id'), operator, async (c) => {
    const booking = await bookingOfAddress(deps, c);
    const note = String((await whole(c.req.formData())).get('note') ?? '').trim();
    if (note.length > MOST_OF_A_NOTE) {
      const error = 'That is more than 1,000 characters.';
      return page(
        c,
        <CallOffPage {...whose(c)} booking={booking} refused={null} note={note} error={error} />,
        422,
      );
    }
    const changed = await cancelBooking(deps, booking.id, { by: 'operator', note });
    if ('refused' in changed && changed.refused !== 'ended') {
      return page(c, <CallOffPage {...whose(c)} booking={booking} refused={changed.refused} />, 409);
    }
    return seeOther(c, urls.operatorBooking(booking.id));
  });

  return app;
}

const whose = (c: Context<AppEnv>) => ({ shell: c.get('shell'), user: c.get('user') });

async function bookingOfAddress({ db }: Pick<Deps, 'db'>, c: Context<AppEnv>): Promise<Booking> {
  const id = c.req.param('id') ?? '';
  const booking = isUuid(id) ? await anyBooking(db, id) : null;
  if (!booking) throw new HTTPException(404);
  return booking;
}
