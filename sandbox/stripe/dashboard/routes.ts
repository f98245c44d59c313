import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { moveClock } from '../control.ts';
import { noFaults } from '../faults.ts';
import { openDispute } from '../lifecycle/dispute.ts';
import { settleDue } from '../lifecycle/due.ts';
import { createRefund, failRefund } from '../lifecycle/refund.ts';
import { formatAmount } from '../money.ts';
import { Problem } from '../problem.ts';
import { nobody, type Sandbox } from '../sandbox.ts';
import type { Webhooks } from '../webhooks.ts';
import { dashboardPage } from './views.ts';

const number = z.coerce.number().int().nonnegative();

const faultsForm = z.object({
  drop: z.enum(['', 'all', 'next']),
  delayMs: number,
  duplicate: number,
  reorder: z.literal('on').optional(),
  mode: z.enum(['', 'down', 'slow', '500-before', '500-after-commit', 'drop-after-commit']),
  match: z.string(),
  times: z.union([z.literal(''), number]),
  failLater: z.literal('on').optional(),
});

const refundForm = z.object({
  payment_intent: z.string(),
  /** In whole units, as a person writes money; the ledger counts cents. Empty: what is left. */
  amount: z
    .literal('')
    .transform(() => undefined)
    .or(
      z.coerce
        .number()
        .positive()
        .transform((units) => Math.round(units * 100)),
    )
    .optional(),
});

/** `GET /` and the plain forms on it: what a person at Stripe's dashboard can see and do. */
export function dashboardRoutes(sandbox: Sandbox, webhooks: Webhooks): Hono {
  const routes = new Hono();
  const back = (c: Context, note = '') => c.redirect(note ? `/?note=${encodeURIComponent(note)}` : '/', 303);

  routes.get('/', (c) => {
    settleDue(sandbox);
    return c.html(dashboardPage(sandbox, webhooks, c.req.query('note') ?? ''));
  });

  routes.post('/dashboard/deliveries', async (c) => {
    const { event } = await c.req.parseBody();
    const found = sandbox.ledger.events[String(event)];
    const delivery = found && webhooks.resend(found);
    return back(c, delivery ? 'Sent again.' : 'Nothing was sent: no webhook endpoint is set.');
  });

  routes.post('/dashboard/faults', async (c) => {
    const form = faultsForm.parse(await c.req.parseBody());
    const { mode, match, times } = form;
    sandbox.ledger.faults = {
      webhooks: {
        drop: form.drop === 'all' ? true : form.drop === 'next' ? 1 : false,
        delayMs: form.delayMs,
        duplicate: form.duplicate,
        reorder: form.reorder === 'on',
      },
      api: mode === '' ? [] : [{ mode, match, ...(times === '' ? {} : { times }) }],
      refunds: { failLater: form.failLater === 'on' },
      chaos: sandbox.ledger.faults.chaos,
    };
    sandbox.changed();
    return back(c, 'Faults set.');
  });

  routes.post('/dashboard/faults/none', (c) => {
    sandbox.ledger.faults = noFaults();
    sandbox.changed();
    return back(c, 'No faults.');
  });

  routes.post('/dashboard/clock', async (c) => {
    const { advance } = await c.req.parseBody();
    moveClock(sandbox, advance === 'reset' ? 'reset' : number.parse(advance));
    return back(c, 'Clock moved.');
  });

  routes.post('/dashboard/refunds', async (c) => {
    const form = refundForm.parse(await c.req.parseBody());
    const refund = createRefund(sandbox, form, nobody);
    return back(c, `Refunded ${formatAmount(refund.amount, refund.currency)}.`);
  });

  routes.post('/dashboard/refunds/failed', async (c) => {
    const { refund } = await c.req.parseBody();
    failRefund(sandbox, String(refund));
    return back(c, 'The refund failed.');
  });

  routes.post('/dashboard/disputes', async (c) => {
    const { payment_intent } = await c.req.parseBody();
    openDispute(sandbox, String(payment_intent));
    return back(c, 'Disputed.');
  });

  routes.onError((error, c) => {
    if (error instanceof Problem) return back(c, error.message);
    if (error instanceof z.ZodError) return back(c, z.prettifyError(error));
    console.error('[sandbox/stripe]', error);
    return c.text(String(error), 500);
  });

  return routes;
}
