import { Hono } from 'hono';
import { z } from 'zod';
import { readParams } from '../form-params.ts';
import { createCheckoutSession, expireSessionByRequest, findSession } from '../lifecycle/checkout.ts';
import type { Sandbox } from '../sandbox.ts';
import { expanded } from './expand.ts';
import { listPage } from './list.ts';
import { expand, listQuery } from './params.ts';
import type { ApiEnv } from './pipeline.ts';
import { createSession, listSessions } from './session-params.ts';

const onlyExpand = z.strictObject({ expand });

export function sessionRoutes(sandbox: Sandbox): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();

  routes.post('/', (c) => {
    const wanted = readParams(createSession, c.var.params);
    return c.json(expanded(sandbox, createCheckoutSession(sandbox, wanted), wanted.expand));
  });

  routes.get('/', (c) => {
    const query = readParams(listSessions, c.var.params);
    const { payment_intent: intent, status, customer_details: details } = query;
    const page = listPage(
      '/v1/checkout/sessions',
      Object.values(sandbox.ledger.sessions),
      query,
      (session) => {
        if (intent && session.payment_intent !== intent) return false;
        if (details && session.customer_details?.email !== details.email) return false;
        return !status || session.status === status;
      },
    );
    return c.json(expanded(sandbox, page, query.expand));
  });

  routes.get('/:id', (c) => {
    const query = readParams(onlyExpand, c.var.params);
    return c.json(expanded(sandbox, findSession(sandbox, c.req.param('id')), query.expand));
  });

  routes.get('/:id/line_items', (c) => {
    const query = readParams(listQuery.omit({ created: true }), c.var.params);
    const { id } = findSession(sandbox, c.req.param('id'));
    const items = sandbox.ledger.checkouts[id]?.items ?? [];
    // Line items keep the order they were given in.
    return c.json(listPage(`/v1/checkout/sessions/${id}/line_items`, items.toReversed(), query));
  });

  routes.post('/:id/expire', (c) => {
    const query = readParams(onlyExpand, c.var.params);
    const session = expireSessionByRequest(sandbox, c.req.param('id'), c.var.cause);
    return c.json(expanded(sandbox, session, query.expand));
  });

  return routes;
}
