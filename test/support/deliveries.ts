import { createHmac } from 'node:crypto';
import type { World } from './world.ts';

/** A text's signature under a secret, as both senders make it. */
export const signed = (secret: string, text: string): string =>
  createHmac('sha256', secret).update(text).digest('hex');

/** Deliveries from Stripe and cal.com that a test writes, signs and sends itself. */
export function deliveriesTo(world: () => World) {
  let made = 0;

  /** An event as Stripe would send it. */
  function stripeEvent(type: string, more: { booking?: string; livemode?: boolean } = {}): string {
    made += 1;
    const metadata = more.booking === undefined ? {} : { booking: more.booking };
    return JSON.stringify({
      id: `evt_test_${made}`,
      object: 'event',
      api_version: '2026-07-29.dahlia',
      created: Math.floor(Date.now() / 1000),
      livemode: more.livemode ?? false,
      type,
      data: { object: { id: `obj_${made}`, object: 'checkout.session', metadata } },
    });
  }

  function stripeSignature(body: string, { secret = '', secondsAgo = 0 } = {}): string {
    const at = Math.floor(Date.now() / 1000) - secondsAgo;
    return `t=${at},v1=${signed(secret || (world().env.STRIPE_WEBHOOK_SECRET ?? ''), `${at}.${body}`)}`;
  }

  /** Posts a delivery; one whose signature is `null` has no such header. */
  const deliver = (path: string, body: string, header: string, signature: string | null): Promise<Response> =>
    fetch(`${world().site}/webhooks/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(signature !== null && { [header]: signature }) },
      body,
    });

  return {
    stripeEvent,
    stripeSignature,
    toStripe: (body: string, signature: string | null = stripeSignature(body)) =>
      deliver('stripe', body, 'Stripe-Signature', signature),
    calcomEvent: (triggerEvent: string, payload: object = { uid: `made-up-${++made}` }): string =>
      JSON.stringify({ triggerEvent, createdAt: new Date().toISOString(), payload }),
    toCalcom: (connection: string, body: string, signature: string | null) =>
      deliver(`calcom/${connection}`, body, 'X-Cal-Signature-256', signature),
    /** Where cal.com delivers for an interviewer, and the secret that both sides know. */
    async connectionOf(username: string): Promise<{ id: string; secret: string }> {
      const { db, secrets } = world().application.deps;
      const { id, webhookSecretSealed } = await db
        .selectFrom('calcomConnections')
        .select(['id', 'webhookSecretSealed'])
        .where('username', '=', username)
        .executeTakeFirstOrThrow();
      return { id, secret: secrets.open(webhookSecretSealed) ?? '' };
    },
  };
}
