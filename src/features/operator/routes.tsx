import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { isUuid } from '../../db/uuid.ts';
import type { Deps } from '../../deps.ts';
import { replayDelivery } from '../../inbox/store.ts';
import { urls } from '../../urls.ts';
import type { AppEnv } from '../../web/env.ts';
import { whole } from '../../web/forms.ts';
import { requireOperator } from '../../web/guards.ts';
import { page, seeOther } from '../../web/respond.ts';
import { sendAgain } from '../booking/mails.ts';
import { waitingReviews } from '../review/record.ts';
import { waitingSuggestions } from '../suggestions/record.ts';
import { alertBooking } from './alert-queries.ts';
import { dealWithAlert } from './alerts.ts';
import { bookingOfMail } from './booking-queries.ts';
import { deskBookingRoutes } from './booking-routes.tsx';
import { INBOX_FILTERS, searchFor } from './domain.ts';
import { deliveryList, deliveryOf } from './inbox-queries.ts';
import { DeliveryPage, InboxPage } from './inbox-views.tsx';
import { BookingListPage } from './list-views.tsx';
import { bookingList, deskOf } from './queries.ts';
import { latestRepairs, repairCounts } from './repair-queries.ts';
import { RepairsPage } from './repair-views.tsx';
import { DeskPage } from './views.tsx';

const PAGE = 50;
const REPAIRS_SHOWN = 50;

/** The operator's desk. */
export function operatorRoutes(deps: Deps): Hono<AppEnv> {
  const { db } = deps;
  const app = new Hono<AppEnv>();
  const operator = requireOperator(deps);

  app.get(urls.operator(), operator, async (c) => {
    const now = deps.now();
    const [desk, reviews, suggestions] = await Promise.all([
      deskOf(db, now),
      waitingReviews(db),
      waitingSuggestions(db),
    ]);
    const props = { shell: c.get('shell'), user: c.get('user'), desk, now };
    return page(c, <DeskPage {...props} reviewsWaiting={reviews} suggestionsWaiting={suggestions} />);
  });

  app.get(urls.operatorBookings(), operator, async (c) => {
    const q = (c.req.query('q') ?? '').trim().slice(0, 254);
    const before = cursorOf(c);
    const rows = await bookingList(db, { found: searchFor(q), before, limit: PAGE + 1 });
    const [only] = rows;
    if (q && only && rows.length === 1 && !before) return seeOther(c, urls.operatorBooking(only.id));
    const bookings = rows.slice(0, PAGE);
    const last = rows.length > PAGE ? bookings.at(-1) : undefined;
    const older = last ? urls.operatorBookings({ ...(q && { q }), before: last.id }) : null;
    const props = { shell: c.get('shell'), user: c.get('user'), q, bookings, older, now: deps.now() };
    return page(c, <BookingListPage {...props} isFirst={!before} />);
  });

  app.get(urls.operatorInbox(), operator, async (c) => {
    const show = INBOX_FILTERS.find((one) => one === c.req.query('show')) ?? null;
    const before = cursorOf(c);
    const rows = await deliveryList(db, { show, before, limit: PAGE + 1 });
    const deliveries = rows.slice(0, PAGE);
    const last = rows.length > PAGE ? deliveries.at(-1) : undefined;
    const older = last ? urls.operatorInbox({ show: show ?? undefined, before: last.id }) : null;
    const props = { shell: c.get('shell'), user: c.get('user'), deliveries, show, older };
    return page(c, <InboxPage {...props} isFirst={!before} />);
  });

  app.get(urls.operatorDelivery(':id'), operator, async (c) => {
    const delivery = await deliveryOf(db, idOf(c));
    if (!delivery) throw new HTTPException(404);
    return page(c, <DeliveryPage shell={c.get('shell')} user={c.get('user')} delivery={delivery} />);
  });

  app.post(urls.operatorReplay(':id'), operator, async (c) => {
    const id = idOf(c);
    if (!(await replayDelivery(deps, id))) throw new HTTPException(404);
    return seeOther(c, urls.operatorDelivery(id));
  });

  app.post(urls.operatorAlertResolution(':id'), operator, async (c) => {
    const id = idOf(c);
    const alert = await alertBooking(db, id);
    if (!alert) throw new HTTPException(404);
    const isOnBooking = (await whole(c.req.formData())).get('back') === 'booking';
    await dealWithAlert(deps, id, c.get('user').email);
    const { bookingId } = alert;
    return seeOther(c, isOnBooking && bookingId ? urls.operatorBooking(bookingId) : urls.operator());
  });

  app.post(urls.operatorMailSending(':id'), operator, async (c) => {
    const id = idOf(c);
    const bookingId = await bookingOfMail(db, id);
    if (!bookingId) throw new HTTPException(404);
    await sendAgain(deps, id);
    return seeOther(c, urls.operatorBooking(bookingId));
  });

  app.get(urls.operatorRepairs(), operator, async (c) => {
    const [counts, latest] = await Promise.all([
      repairCounts(db, deps.now()),
      latestRepairs(db, REPAIRS_SHOWN),
    ]);
    return page(
      c,
      <RepairsPage shell={c.get('shell')} user={c.get('user')} counts={counts} latest={latest} />,
    );
  });

  app.route('/', deskBookingRoutes(deps));

  return app;
}

/** The id in the address; what can't be one names nothing of ours. */
function idOf(c: Context<AppEnv>): string {
  const id = c.req.param('id') ?? '';
  if (!isUuid(id)) throw new HTTPException(404);
  return id;
}

function cursorOf(c: Context<AppEnv>): string | null {
  const before = c.req.query('before') ?? '';
  return isUuid(before) ? before : null;
}
