import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { page } from '../shell.ts';
import { eventTypeById, userById } from './accounts.ts';
import type { CalEnv } from './api/answers.ts';
import { cancel, confirm, type Desk, decline } from './bookings.ts';
import { bookingTable, deliveryTable, faultPanel, userTable } from './dashboard-views.ts';
import { noFaults } from './world.ts';

/** `GET /`: the page a person looks at, and the buttons on it. */
export function dashboardRoutes(desk: Desk): Hono<CalEnv> {
  const { world } = desk;
  const app = new Hono<CalEnv>();

  app.get('/', (c) => {
    const refused = c.req.query('refused');
    const body = html`
      <h1>Calendars</h1>
      ${refused ? html`<p class="alert" role="alert">${refused}</p>` : ''}
      ${userTable(world)}
      <h2>Bookings</h2>
      ${bookingTable(world.bookings.toReversed(), {
        slugOf: (booking) => eventTypeById(world, booking.eventTypeId)?.slug ?? '',
        hostOf: (booking) => userById(world, booking.hostId)?.username ?? '',
      })}
      <h2>Clock and faults</h2>
      ${faultPanel(world)}
      <h2>Webhook deliveries</h2>
      ${deliveryTable(world.deliveries.toReversed().slice(0, 50))}`;
    return c.html(
      page({ title: 'Calendars', nav: [{ href: '/', label: 'Calendars', current: true }], body }),
    );
  });

  app.post('/_dashboard/bookings/:uid/:verb', (c) => {
    const booking = world.bookings.find(({ uid }) => uid === c.req.param('uid'));
    if (!booking) return back(c, 'That booking is gone.');
    const verb = c.req.param('verb');
    const host = userById(world, booking.hostId);
    const outcome =
      verb === 'confirm'
        ? confirm(desk, booking)
        : verb === 'decline'
          ? decline(desk, booking, 'Declined on the sandbox page')
          : cancel(desk, booking, host, 'Cancelled on the sandbox page');
    return back(c, 'refused' in outcome ? outcome.refused.message : undefined);
  });

  app.post('/_dashboard/clock', async (c) => {
    const { advance } = await c.req.parseBody();
    if (advance === 'reset') world.clockOffsetMs = 0;
    else world.clockOffsetMs += Number(advance) * 1000 || 0;
    world.changed();
    return back(c);
  });

  app.post('/_dashboard/faults', async (c) => {
    const { fault } = await c.req.parseBody();
    world.faults = noFaults();
    if (fault === 'drop') world.faults.webhooks = { drop: true };
    if (fault === 'down' || fault === 'slow') world.faults.api = [{ mode: fault }];
    return back(c);
  });

  return app;
}

function back(c: Context, refused?: string): Response {
  return c.redirect(refused ? `/?${new URLSearchParams({ refused })}` : '/', 303);
}
