import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { Hono } from 'hono';
import type { Deps } from '../deps.ts';
import { deliverySecret, deliverySeen } from '../features/calendar/checks.ts';
import { TRIAL } from '../integrations/scheduling/port.ts';
import { urls } from '../urls.ts';
import type { AppEnv } from '../web/env.ts';
import { storeDelivery } from './store.ts';

/** Where Stripe and cal.com tell of changes: verified on the raw body, stored once, answered at once. */
export function inboxRoutes(deps: Deps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.post(urls.stripeWebhook(), async (c) => {
    const event = deps.payments.verifyEvent(await c.req.text(), c.req.header('stripe-signature'));
    if (!event) return refuse(deps, c, 'stripe');
    const { id: externalId, type, payload } = event;
    // A test-mode event on a live deployment, or the other way round, is somebody's mistake: no effect.
    await storeDelivery(deps, { source: 'stripe', externalId, type, payload }, { handle: event.matchesMode });
    return c.json({ received: true });
  });

  app.post(urls.calcomWebhook(':connection'), async (c) => {
    const connectionId = c.req.param('connection') ?? '';
    const secret = await deliverySecret(deps, connectionId);
    const raw = await c.req.text();
    const event = secret && deps.scheduling.verifyEvent(raw, c.req.header('x-cal-signature-256'), secret);
    if (!event) return refuse(deps, c, 'calcom');
    await deliverySeen(deps, connectionId, event.type);
    // Our own trial of the address: it has arrived, and that is all it is for.
    if (event.type === TRIAL) return c.json({ received: true });
    await storeDelivery(deps, {
      source: 'calcom',
      // cal.com gives its deliveries no id; the same bytes for the same account are the same delivery.
      externalId: createHash('sha256').update(`${connectionId}:${raw}`).digest('hex'),
      type: event.type,
      payload: { connectionId, uid: event.uid, ...event.time, delivery: event.payload },
    });
    return c.json({ received: true });
  });

  return app;
}

function refuse(deps: Deps, c: Context, source: string): Response {
  deps.log.warn({ source }, 'webhook with a bad signature');
  return c.json({ error: 'The signature does not fit.' }, 401);
}
