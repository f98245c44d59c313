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
    const page = listPage('/v1/events', Object.values(sandbox.ledger.events), query, (event) =>
      isWanted(sandbox, event, query),
    );
    return c.json({ ...page, data: page.data.map(asSent) });
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
function isWanted(sandbox: Sandbox, event: Stripe.EventBase, query: z.output<typeof listEvents>): boolean {
  const { delivery_success: delivered, type, types } = query;
  if (types && !types.some((wanted) => fits(event.type, wanted))) return false;
  if (type && !fits(event.type, type)) return false;
  return delivered === undefined || delivered === (pendingWebhooks(sandbox, event.id) === 0);
}

/** `charge.*` means every kind of charge event. */
function fits(type: string, wanted: string): boolean {
  return wanted.endsWith('*') ? type.startsWith(wanted.slice(0, -1)) : type === wanted;
}
