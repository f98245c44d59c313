import type { State as CalcomState } from '../../sandbox/calcom/control.ts';
import { startCalcom } from '../../sandbox/calcom/server.ts';
import type { SandboxMessage } from '../../sandbox/mail/control.ts';
import { startMail } from '../../sandbox/mail/server.ts';
import type { State as StripeState } from '../../sandbox/stripe/control.ts';
import { startStripe } from '../../sandbox/stripe/server.ts';
import { createTestDatabase, SECRET_KEY } from './postgres.ts';

const WEBHOOK_SECRET = 'whsec_test_only_0123456789';

/** A sandbox's control API, as a test speaks to it. */
export interface Control<State> {
  url: string;
  state(): Promise<State>;
  post(path: string, body: object): Promise<Response>;
  clearFaults(): Promise<void>;
}

/** The far side of a test: Stripe, cal.com and a mailbox, each a sandbox of this test file's own. */
export interface FarSide {
  stripe: Control<StripeState>;
  calcom: Control<CalcomState>;
  mail: { url: string; messages(to?: string): Promise<SandboxMessage[]>; post: Control<never>['post'] };
  env: Record<string, string>;
  stop(): Promise<void>;
}

/** Starts the sandboxes and a database of its own with the sample catalogue, for a site that will listen on `port`. */
export async function startFarSide(serverUrl: string, port: number): Promise<FarSide> {
  const [stripe, calcom, mail, databaseUrl] = await Promise.all([
    startStripe({
      port: 0,
      webhookUrl: `http://127.0.0.1:${port}/webhooks/stripe`,
      webhookSecret: WEBHOOK_SECRET,
    }),
    startCalcom({ port: 0 }),
    startMail({ port: 0, smtpPort: 0 }),
    createTestDatabase(serverUrl, 'catalogue'),
  ]);
  return {
    stripe: farControl<StripeState>(stripe.url),
    calcom: farControl<CalcomState>(calcom.url),
    mail: {
      url: mail.url,
      messages: async (to) => {
        const query = to ? `?to=${encodeURIComponent(to)}` : '';
        return (await fetch(`${mail.url}/_sandbox/messages${query}`)).json() as Promise<SandboxMessage[]>;
      },
      post: farControl<never>(mail.url).post,
    },
    env: {
      PORT: String(port),
      PUBLIC_URL: `http://localhost:${port}`,
      DATABASE_URL: databaseUrl,
      SECRET_KEY,
      STRIPE_SECRET_KEY: 'sk_test_sandbox',
      STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
      STRIPE_API_URL: stripe.url,
      CALCOM_API_URL: calcom.url,
      CALCOM_ORIGIN: calcom.url,
      CALCOM_EMBED_URL: `${calcom.url}/embed/embed.js`,
      SMTP_URL: mail.smtpUrl,
      MAIL_FROM: '508.dev Interview Service <interviews@demo.508.test>',
      OPERATOR_EMAIL: 'operator@demo.508.test',
      OPERATOR_SECOND_FACTOR: 'optional',
      ROLE: 'all',
    },
    async stop() {
      await Promise.all([stripe.close(), calcom.close(), mail.close()]);
    },
  };
}

/** A sandbox's control API at this address. */
export function farControl<State>(url: string): Control<State> {
  return {
    url,
    state: async () => (await fetch(`${url}/_sandbox/state`)).json() as Promise<State>,
    post: (path, body) =>
      fetch(`${url}/_sandbox/${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    clearFaults: async () => void (await fetch(`${url}/_sandbox/faults`, { method: 'DELETE' })),
  };
}
