import { Hono } from 'hono';
import { z } from 'zod';
import { readParams } from '../form-params.ts';
import { cancelIntent, captureIntent, findIntent } from '../lifecycle/capture.ts';
import { createRefund, findCharge } from '../lifecycle/refund.ts';
import { missing } from '../problem.ts';
import type { Sandbox } from '../sandbox.ts';
import { expanded } from './expand.ts';
import { listPage } from './list.ts';
import { expand, integer, listQuery, metadata } from './params.ts';
import type { ApiEnv } from './pipeline.ts';

const onlyExpand = z.strictObject({ expand });

const retrieveIntent = onlyExpand.extend({ client_secret: z.string().optional() });

const capture = onlyExpand.extend({
  amount_to_capture: integer({ min: 1 }).optional(),
  final_capture: z.enum(['true', 'false']).optional(),
  metadata: metadata.optional(),
});

const cancel = onlyExpand.extend({
  cancellation_reason: z.enum(['abandoned', 'duplicate', 'fraudulent', 'requested_by_customer']).optional(),
});

const refund = onlyExpand.extend({
  amount: integer({ min: 1 }).optional(),
  charge: z.string().optional(),
  metadata: metadata.optional(),
  payment_intent: z.string().optional(),
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
});

const listRefunds = listQuery.extend({
  charge: z.string().optional(),
  payment_intent: z.string().optional(),
});

/** Payment intents, charges, refunds and disputes. */
export function paymentRoutes(sandbox: Sandbox): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();

  routes.get('/payment_intents/:id', (c) => {
    const query = readParams(retrieveIntent, c.var.params);
    return c.json(expanded(sandbox, findIntent(sandbox, c.req.param('id')), query.expand));
  });

  routes.post('/payment_intents/:id/capture', (c) => {
    const wanted = readParams(capture, c.var.params);
    const intent = captureIntent(sandbox, c.req.param('id'), wanted, c.var.cause);
    return c.json(expanded(sandbox, intent, wanted.expand));
  });

  routes.post('/payment_intents/:id/cancel', (c) => {
    const wanted = readParams(cancel, c.var.params);
    const reason = wanted.cancellation_reason ?? null;
    const intent = cancelIntent(sandbox, c.req.param('id'), reason, c.var.cause);
    return c.json(expanded(sandbox, intent, wanted.expand));
  });

  routes.get('/charges/:id', (c) => {
    const query = readParams(onlyExpand, c.var.params);
    return c.json(expanded(sandbox, findCharge(sandbox, c.req.param('id')), query.expand));
  });

  routes.post('/refunds', (c) => {
    const wanted = readParams(refund, c.var.params);
    return c.json(expanded(sandbox, createRefund(sandbox, wanted, c.var.cause), wanted.expand));
  });

  routes.get('/refunds', (c) => {
    const query = readParams(listRefunds, c.var.params);
    const { charge, payment_intent: intent } = query;
    const page = listPage('/v1/refunds', Object.values(sandbox.ledger.refunds), query, (each) => {
      if (charge && each.charge !== charge) return false;
      return !intent || each.payment_intent === intent;
    });
    return c.json(expanded(sandbox, page, query.expand));
  });

  routes.get('/refunds/:id', (c) => {
    const query = readParams(onlyExpand, c.var.params);
    const found = sandbox.ledger.refunds[c.req.param('id')];
    if (!found) throw missing('refund', c.req.param('id'), 'refund');
    return c.json(expanded(sandbox, found, query.expand));
  });

  routes.get('/disputes', (c) => {
    const query = readParams(listRefunds, c.var.params);
    const { charge, payment_intent: intent } = query;
    const page = listPage('/v1/disputes', Object.values(sandbox.ledger.disputes), query, (each) => {
      if (charge && each.charge !== charge) return false;
      return !intent || each.payment_intent === intent;
    });
    return c.json(expanded(sandbox, page, query.expand));
  });

  return routes;
}
