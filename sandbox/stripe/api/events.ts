import { Hono } from 'hono';
import type Stripe from 'stripe';
import { z } from 'zod';
import { readParams } from '../form-params.ts';
import { missing } from '../problem.ts';
import type { Sandbox } from '../sandbox.ts';
import { pendingWebhooks } from '../webhooks.ts';
import { listPage } from './list.ts';
import { expand, listQuery, truth } from './params.ts';
import type { ApiEnv } from './pipeline.ts';

const listEvents = listQuery.extend({
  delivery_success: truth.optional(),
  type: z.string().optional(),
  types: z.array(z.string()).max(20).optional(),
});

export function eventRoutes(sandbox: Sandbox): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  const asSent = (event: Stripe.EventBase) => ({
    ...event,
    pending_webhooks: pendingWebhooks(sandbox, event.id),
  });

  routes.get('/', (c) => {
    const query = readParams(listEvents, c.var.params);
    const events = Object.values(sandbox.ledger.events).map(asSent);
    return c.json(listPage('/v1/events', events, query, (event) => isWanted(event, query)));
  });

  routes.get('/:id', (c) => {
    readParams(z.strictObject({ expand }), c.var.params);
    const event = sandbox.ledger.events[c.req.param('id')];
    if (!event) throw missing('event', c.req.param('id'));
    return c.json(asSent(event));
  });

  return routes;
}

/** `delivery_success: false` is what a reconciler asks for: pending, failed or lost on the way. */
function isWanted(event: Stripe.EventBase, query: z.output<typeof listEvents>): boolean {
  const { delivery_success: delivered, type, types } = query;
  if (delivered !== undefined && delivered !== (event.pending_webhooks === 0)) return false;
  if (types && !types.some((wanted) => fits(event.type, wanted))) return false;
  return !type || fits(event.type, type);
}

/** `charge.*` means every kind of charge event. */
function fits(type: string, wanted: string): boolean {
  return wanted.endsWith('*') ? type.startsWith(wanted.slice(0, -1)) : type === wanted;
}
