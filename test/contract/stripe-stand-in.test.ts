import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import type { DisputeRequest } from '../../sandbox/stripe/control.ts';
import { startStripe } from '../../sandbox/stripe/server.ts';
import { authorised, captured, client, control, SECRET, standIn, stripe, wanted } from './stripe-bench.ts';

describe('the stand-in itself', () => {
  it('shows its dashboard', async () => {
    const intent = await captured();
    await stripe.refunds.create({ payment_intent: intent });
    const shown = await (await fetch(standIn.url)).text();
    for (const text of ['no real money', 'checkout.session.completed', 'Send again', '$150.00']) {
      expect(shown).toContain(text);
    }
  });

  it('remembers across a restart when it is given a file', async () => {
    const dataFile = join(mkdtempSync(join(tmpdir(), 'stripe-')), 'stripe.json');
    const before = await startStripe({ port: 0, webhookSecret: SECRET, dataFile });
    const params = wanted();
    const options = { idempotencyKey: 'k' };
    const { id } = await client(before.port).checkout.sessions.create(params, options);
    await before.close();
    const after = await startStripe({ port: 0, webhookSecret: SECRET, dataFile });
    try {
      expect((await client(after.port).checkout.sessions.retrieve(id)).status).toBe('open');
      expect((await client(after.port).checkout.sessions.create(params, options)).id).toBe(id);
    } finally {
      await after.close();
    }
  });
});

/** Objects as Stripe's own documentation shows them. */
const SHAPES = join(import.meta.dirname, 'documents/stripe-shapes.json');

describe("Stripe's example objects", () => {
  type Tree = { [key: string]: unknown };
  const isTree = (value: unknown): value is Tree =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  /** Keys the example has and ours lacks, down to where ours is null. */
  const missingIn = (ours: Tree, example: Tree, path = ''): string[] =>
    Object.entries(example).flatMap(([key, value]) => {
      const here = `${path}${key}`;
      if (!(key in ours)) return [here];
      const inner = ours[key];
      return isTree(value) && isTree(inner) ? missingIn(inner, value, `${here}.`) : [];
    });

  it('hold no field that ours lack', async () => {
    const shapes = JSON.parse(readFileSync(SHAPES, 'utf8')) as Record<string, Tree>;
    const { session } = await authorised();
    const complete = await stripe.checkout.sessions.retrieve(session);
    const intent = await stripe.paymentIntents.capture(String(complete.payment_intent));
    const refund = await stripe.refunds.create({ payment_intent: intent.id });
    const charge = await stripe.charges.retrieve(String(intent.latest_charge), { expand: ['refunds'] });
    const dispute = await control<Stripe.Dispute>('POST', 'dispute', {
      payment_intent: await captured(),
    } satisfies DisputeRequest);
    const [event] = (await stripe.events.list({ limit: 1 })).data;
    const ours = { 'checkout.session': complete, payment_intent: intent, charge, refund, dispute };
    for (const [name, object] of Object.entries(ours)) {
      expect(missingIn(object as unknown as Tree, shapes[name] ?? {}), name).toEqual([]);
    }
    const { data: _, ...envelope } = shapes.event ?? {};
    expect(missingIn(event as unknown as Tree, envelope), 'event').toEqual([]);
  });
});
