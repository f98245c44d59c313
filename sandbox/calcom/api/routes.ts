import { Hono } from 'hono';
import type { Desk } from '../bookings.ts';
import { rateLimit } from '../faults.ts';
import { type CalEnv, notFound } from './answers.ts';
import { bookingRoutes } from './bookings.ts';
import { eventTypeRoutes } from './event-types.ts';
import { meRoutes } from './me.ts';
import { slotRoutes } from './slots.ts';
import { webhookRoutes } from './webhooks.ts';

/** Everything under `/v2`. */
export function apiRoutes(desk: Desk): Hono<CalEnv> {
  const app = new Hono<CalEnv>();
  app.use(rateLimit(desk.world));
  app.route('/slots', slotRoutes(desk.world));
  app.route('/bookings', bookingRoutes(desk));
  app.route('/event-types', eventTypeRoutes(desk.world));
  app.route('/event-types', webhookRoutes(desk.world));
  app.route('/me', meRoutes(desk.world));
  app.all('*', (c) => notFound(c, `Cannot ${c.req.method} ${c.req.path}`));
  return app;
}
