import { Hono } from 'hono';
import type Stripe from 'stripe';
import { z } from 'zod';
import { type Faults, type FaultsPatch, faultsPatch, mergeFaults, noFaults } from './faults.ts';
import type { Delivery, LoggedRequest } from './ledger.ts';
import { closeDispute, openDispute, reviewDispute } from './lifecycle/dispute.ts';
import { settleDue } from './lifecycle/due.ts';
import { authenticate, payWithCard } from './lifecycle/payment.ts';
import { createRefund, failRefund, settleRefund } from './lifecycle/refund.ts';
import { Problem } from './problem.ts';
import { nobody, type Sandbox } from './sandbox.ts';
import { type State, stateOf, stateQuery } from './state.ts';
import type { Webhooks } from './webhooks.ts';

const clock = z.union([
  z.strictObject({ advanceSeconds: z.number().int() }),
  z.strictObject({ reset: z.literal(true) }),
]);
const deliver = z.strictObject({ eventId: z.string() });
const pay = z.strictObject({
  session: z.string(),
  /** Any of the test numbers, with or without spaces. */
  card: z.string(),
  email: z.string().optional(),
  name: z.string().optional(),
  /** Answers a 3-D Secure question at once; absent: it stays open. */
  authenticate: z.enum(['complete', 'fail']).optional(),
});
const config = z.strictObject({ webhookUrl: z.string().optional(), webhookSecret: z.string().optional() });
const dispute = z.union([
  z.strictObject({ payment_intent: z.string(), inquiry: z.boolean().optional() }),
  z.strictObject({ dispute: z.string(), review: z.literal(true) }),
  z.strictObject({ dispute: z.string(), close: z.enum(['won', 'lost']) }),
]);
const refund = z.strictObject({
  payment_intent: z.string(),
  /** Absent: what is left. */
  amount: z.number().int().positive().optional(),
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
});
const oneRefund = z.strictObject({ refund: z.string() });

/** `POST /_sandbox/faults`: merged into what is set; `DELETE` takes all away. Both answer `Faults`. */
export type FaultsRequest = FaultsPatch;
/** `POST /_sandbox/clock`; answers `ClockAnswer`. */
export type ClockRequest = z.input<typeof clock>;
export type ClockAnswer = { now: number; offsetSeconds: number };
/** `POST /_sandbox/deliver`; answers the `Delivery`, or null without an endpoint. */
export type DeliverRequest = z.input<typeof deliver>;
/** `POST /_sandbox/pay`; 409 with `refused` when it can't be tried at all. */
export type PayRequest = z.input<typeof pay>;
export type PayAnswer =
  | { result: 'paid' | 'requires_action'; session: Stripe.Checkout.Session }
  | { result: 'declined'; message: string }
  | { result: 'refused'; refused: string };
/** `POST /_sandbox/config`. */
export type ConfigRequest = z.input<typeof config>;
/** `POST /_sandbox/dispute`: opens one, takes it into review, or closes it; answers the dispute. */
export type DisputeRequest = z.input<typeof dispute>;
/** `POST /_sandbox/refund`: what somebody does by hand on Stripe's dashboard; answers the refund. */
export type RefundRequest = z.input<typeof refund>;
/** `POST /_sandbox/fail-refund`: pending or succeeded → failed, at once. */
export type FailRefundRequest = z.input<typeof oneRefund>;
/** `POST /_sandbox/settle-refund`: pending → succeeded. */
export type SettleRefundRequest = z.input<typeof oneRefund>;
export type { Delivery, Faults, LoggedRequest, State };

/** Strings for tests and the dashboard to pull, under `/_sandbox`. */
export function controlRoutes(sandbox: Sandbox, webhooks: Webhooks): Hono {
  const routes = new Hono();

  routes.get('/state', (c) => c.json(stateOf(sandbox, webhooks, stateQuery.parse(c.req.query()))));

  routes.post('/faults', async (c) => {
    sandbox.ledger.faults = mergeFaults(sandbox.ledger.faults, faultsPatch.parse(await c.req.json()));
    sandbox.changed();
    return c.json(sandbox.ledger.faults);
  });

  routes.delete('/faults', (c) => {
    sandbox.ledger.faults = noFaults();
    sandbox.changed();
    return c.json(sandbox.ledger.faults);
  });

  routes.post('/clock', async (c) => {
    const wanted = clock.parse(await c.req.json());
    moveClock(sandbox, 'reset' in wanted ? 'reset' : wanted.advanceSeconds);
    const answer: ClockAnswer = { now: sandbox.now(), offsetSeconds: sandbox.ledger.clockOffsetSeconds };
    return c.json(answer);
  });

  routes.post('/reset', (c) => {
    webhooks.stop();
    sandbox.wipe();
    return c.json({ reset: true });
  });

  routes.post('/deliver', async (c) => {
    const { eventId } = deliver.parse(await c.req.json());
    const event = sandbox.ledger.events[eventId];
    return event ? c.json(webhooks.resend(event)) : c.json({ error: `No such event: ${eventId}` }, 404);
  });

  routes.post('/pay', async (c) => {
    const answer = payDirectly(sandbox, pay.parse(await c.req.json()));
    return c.json(answer, answer.result === 'refused' ? 409 : 200);
  });

  routes.post('/dispute', async (c) => {
    const wanted = dispute.parse(await c.req.json());
    if ('close' in wanted) return c.json(closeDispute(sandbox, wanted.dispute, wanted.close));
    if ('review' in wanted) return c.json(reviewDispute(sandbox, wanted.dispute));
    return c.json(openDispute(sandbox, wanted.payment_intent, { inquiry: wanted.inquiry ?? false }));
  });

  routes.post('/refund', async (c) =>
    c.json(createRefund(sandbox, refund.parse(await c.req.json()), nobody)),
  );

  routes.post('/fail-refund', async (c) => {
    const failed = failRefund(sandbox, oneRefund.parse(await c.req.json()).refund);
    return failed ? c.json(failed) : c.json({ error: 'No such refund, or it has failed already.' }, 404);
  });

  routes.post('/settle-refund', async (c) => {
    const settled = settleRefund(sandbox, oneRefund.parse(await c.req.json()).refund);
    return settled ? c.json(settled) : c.json({ error: 'No such refund, or it is not pending.' }, 404);
  });

  routes.post('/config', async (c) => {
    const { webhookUrl, webhookSecret } = config.parse(await c.req.json());
    if (webhookUrl !== undefined) webhooks.endpoint.url = webhookUrl || undefined;
    if (webhookSecret !== undefined) webhooks.endpoint.secret = webhookSecret;
    return c.json({ webhookUrl: webhooks.endpoint.url ?? null });
  });

  routes.onError((error, c) => {
    if (error instanceof z.ZodError) return c.json({ error: z.prettifyError(error) }, 400);
    if (error instanceof Problem) return c.json({ error: error.message }, 400);
    return c.json({ error: String(error) }, 500);
  });

  return routes;
}

export function moveClock(sandbox: Sandbox, by: number | 'reset'): void {
  const { ledger } = sandbox;
  ledger.clockOffsetSeconds = by === 'reset' ? 0 : ledger.clockOffsetSeconds + by;
  sandbox.changed();
  settleDue(sandbox);
}

function payDirectly(sandbox: Sandbox, wanted: z.output<typeof pay>): PayAnswer {
  const known = sandbox.ledger.sessions[wanted.session]?.customer_email ?? null;
  const payer = { email: wanted.email ?? known, name: wanted.name ?? 'Sandbox Payer' };
  const first = payWithCard(sandbox, wanted.session, wanted.card, payer);
  const attempt =
    'challenge' in first && wanted.authenticate
      ? authenticate(sandbox, wanted.session, wanted.authenticate === 'complete')
      : first;
  if ('paid' in attempt) return { result: 'paid', session: attempt.paid };
  if ('challenge' in attempt) return { result: 'requires_action', session: attempt.challenge };
  if ('declined' in attempt) return { result: 'declined', message: attempt.declined.message };
  return { result: 'refused', refused: attempt.refused };
}
