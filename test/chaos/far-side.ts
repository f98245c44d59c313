import type { State as CalcomState } from '../../sandbox/calcom/control.ts';
import { startCalcom } from '../../sandbox/calcom/server.ts';
import { startMail } from '../../sandbox/mail/server.ts';
import type { State as StripeState } from '../../sandbox/stripe/control.ts';
import { startStripe } from '../../sandbox/stripe/server.ts';

/** Stripe, cal.com and a mailbox, in this process: the far side is slow, forgetful and rude, but never dies. */
export interface FarSide {
  urls: { stripe: string; calcom: string; mail: string };
  env: Record<string, string>;
  /** Everything forgotten, accounts and calendars apart. */
  reset(): Promise<void>;
  advance(minutes: number): Promise<void>;
  stop(): Promise<void>;
}

export type Side = 'stripe' | 'calcom' | 'mail';

const WEBHOOK_SECRET = 'whsec_chaos_only_0123456789';

export async function startFarSide(port: number): Promise<FarSide> {
  const [stripe, calcom, mail] = await Promise.all([
    startStripe({
      port: 0,
      webhookUrl: `http://127.0.0.1:${port}/webhooks/stripe`,
      webhookSecret: WEBHOOK_SECRET,
    }),
    startCalcom({ port: 0 }),
    startMail({ port: 0, smtpPort: 0 }),
  ]);
  const urls = { stripe: stripe.url, calcom: calcom.url, mail: mail.url };
  return {
    urls,
    env: {
      PORT: String(port),
      PUBLIC_URL: `http://localhost:${port}`,
      SECRET_KEY: 'chaos-only-secret-key-of-no-worth-at-all-0123456789',
      STRIPE_SECRET_KEY: 'sk_test_sandbox',
      STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
      STRIPE_API_URL: stripe.url,
      CALCOM_API_URL: calcom.url,
      CALCOM_ORIGIN: calcom.url,
      CALCOM_EMBED_URL: `${calcom.url}/embed/embed.js`,
      SMTP_URL: mail.smtpUrl,
      MAIL_FROM: '508.dev Interview Service <interviews@demo.508.test>',
      OPERATOR_EMAIL: 'operator@demo.508.test',
    },
    async reset() {
      await control(urls.stripe, 'reset', {});
      await control(urls.calcom, 'reset', { keepUsers: true });
      await control(urls.mail, 'reset', {});
    },
    async advance(minutes) {
      const advanceSeconds = Math.round(minutes * 60);
      await Promise.all([
        control(urls.stripe, 'clock', { advanceSeconds }),
        control(urls.calcom, 'clock', { advanceSeconds }),
      ]);
    },
    async stop() {
      await Promise.all([stripe.close(), calcom.close(), mail.close()]);
    },
  };
}

/** Pulls a string of a sandbox. */
export async function control<T = unknown>(url: string, path: string, body: object): Promise<T> {
  const response = await fetch(`${url}/_sandbox/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await response.json().catch(() => null)) as T;
}

/** The lists of Stripe's state that were asked for. */
export const stripeState = <L extends keyof StripeState>(url: string, only: L[]) =>
  stateOf<Pick<StripeState, L>>(url, only);

/** The lists of cal.com's state that were asked for. */
export const calcomState = <L extends keyof CalcomState>(url: string, only: L[]) =>
  stateOf<Pick<CalcomState, L>>(url, only);

async function stateOf<State>(url: string, only: string[]): Promise<State> {
  return (await (await fetch(`${url}/_sandbox/state?only=${only.join(',')}`)).json()) as State;
}
