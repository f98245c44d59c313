import { Hono } from 'hono';
import { html } from 'hono/html';
import { page } from '../../shell.ts';
import { eventTypeById, userById } from '../accounts.ts';
import type { CalEnv } from '../api/answers.ts';
import type { Desk } from '../bookings.ts';
import { noFaults } from '../world.ts';
import { accountRoutes } from './account.ts';
import { hostRoutes } from './host.ts';
import { bookingTable, deliveryTable, faultPanel, userTable } from './views.ts';

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

  app.route('/', hostRoutes(desk));
  app.route('/', accountRoutes(world));

  app.post('/_dashboard/clock', async (c) => {
    const { advance } = await c.req.parseBody();
    if (advance === 'reset') world.clockOffsetMs = 0;
    else world.clockOffsetMs += Number(advance) * 1000 || 0;
    world.changed();
    return c.redirect('/', 303);
  });

  app.post('/_dashboard/faults', async (c) => {
    const { fault } = await c.req.parseBody();
    world.faults = noFaults();
    if (fault === 'drop') world.faults.webhooks = { drop: true };
    if (fault === 'down' || fault === 'slow') world.faults.api = [{ mode: fault }];
    return c.redirect('/', 303);
  });

  return app;
}
