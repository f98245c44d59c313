import { join } from 'node:path';
import { startCalcom } from '../sandbox/calcom/server.ts';
import { startMail } from '../sandbox/mail/server.ts';
import { startStripe } from '../sandbox/stripe/server.ts';
import { startPostgres } from './postgres.ts';

/** A started surrounding: what the application needs from outside, real or sandbox. */
export interface Surrounding {
  /** The complete environment for `readConfig`. */
  env: Record<string, string>;
  /** Base addresses of the sandboxes that were started; null where the developer named the real thing. */
  sandbox: { stripe: string | null; calcom: string | null; mail: string | null };
  stop(): Promise<void>;
}

type Env = Record<string, string | undefined>;

const DATABASE = 'interviews';
const STRIPE_WEBHOOK_SECRET = 'whsec_development_sandbox';

/** What a development site is told about itself where the developer says nothing else. */
export function siteDefaults(port: number): Record<string, string> {
  return {
    PORT: String(port),
    PUBLIC_URL: `http://localhost:${port}`,
    SECRET_KEY: 'development-only-secret-key-of-no-worth-0123456789',
    MAIL_FROM: '508.dev Interview Service <interviews@demo.508.test>',
    OPERATOR_EMAIL: 'operator@demo.508.test',
    OPERATOR_SECOND_FACTOR: 'optional',
    ROLE: 'all',
  };
}

/** Where the surrounding answers that {@link startSurrounding} starts for this port. */
export function sandboxAddresses(port: number): Record<string, string> {
  const calcom = `http://127.0.0.1:${port + 2}`;
  return {
    DATABASE_URL: `postgres://postgres:postgres@127.0.0.1:${port + 5}/${DATABASE}`,
    STRIPE_SECRET_KEY: 'sk_test_sandbox',
    STRIPE_WEBHOOK_SECRET,
    CALCOM_API_URL: calcom,
    CALCOM_ORIGIN: calcom,
    CALCOM_EMBED_URL: `${calcom}/embed/embed.js`,
    SMTP_URL: `smtp://127.0.0.1:${port + 4}`,
  };
}

/**
 * Starts PostgreSQL, Stripe, cal.com and a mailbox for each that `given` does not name, on the ports
 * after the site's: Stripe +1, cal.com +2, mail page +3, SMTP +4, PostgreSQL +5.
 */
export async function startSurrounding(given: Env, port: number, dataFolder: string): Promise<Surrounding> {
  const stops: (() => Promise<void>)[] = [];
  const env: Record<string, string> = {};
  const sandbox: Surrounding['sandbox'] = { stripe: null, calcom: null, mail: null };
  const kept = <T extends { close(): Promise<void> }>(started: T): T => {
    stops.push(() => started.close());
    return started;
  };

  const startDatabase = async () => {
    if (given.DATABASE_URL) return;
    const postgres = await startPostgres({ folder: join(dataFolder, 'postgres'), port: port + 5 });
    stops.push(() => postgres.stop());
    await postgres.createDatabase(DATABASE);
    env.DATABASE_URL = postgres.url(DATABASE);
  };
  const startPayments = async () => {
    if (given.STRIPE_SECRET_KEY) return;
    const webhookSecret = STRIPE_WEBHOOK_SECRET;
    const stripe = kept(
      await startStripe({
        port: port + 1,
        dataFile: join(dataFolder, 'sandbox/stripe.json'),
        webhookUrl: `http://127.0.0.1:${port}/webhooks/stripe`,
        webhookSecret,
      }),
    );
    sandbox.stripe = stripe.url;
    Object.assign(env, {
      STRIPE_SECRET_KEY: 'sk_test_sandbox',
      STRIPE_WEBHOOK_SECRET: webhookSecret,
      STRIPE_API_URL: stripe.url,
    });
  };
  const startCalendar = async () => {
    if (given.CALCOM_API_URL) return;
    const calcom = kept(
      await startCalcom({ port: port + 2, dataFile: join(dataFolder, 'sandbox/calcom.json') }),
    );
    sandbox.calcom = calcom.url;
    Object.assign(env, {
      CALCOM_API_URL: calcom.url,
      CALCOM_ORIGIN: calcom.url,
      CALCOM_EMBED_URL: `${calcom.url}/embed/embed.js`,
    });
  };
  const startMailbox = async () => {
    if (given.SMTP_URL) return;
    const mail = kept(
      await startMail({ port: port + 3, smtpPort: port + 4, dataDir: join(dataFolder, 'sandbox/mail') }),
    );
    sandbox.mail = mail.url;
    env.SMTP_URL = mail.smtpUrl;
  };

  await Promise.all([startDatabase(), startPayments(), startCalendar(), startMailbox()]);
  const named = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined && value !== ''),
  );
  return {
    env: {
      ...siteDefaults(port),
      ...env,
      ...(named as Record<string, string>),
    },
    sandbox,
    async stop() {
      for (const stop of stops.reverse()) await stop().catch(() => {});
    },
  };
}
