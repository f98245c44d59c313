import type { Hono } from 'hono';
import { type Logger, pino } from 'pino';
import { createApp } from './app.tsx';
import type { Config } from './config.ts';
import { connect } from './db/connect.ts';
import type { Deps } from './deps.ts';
import { createAuth } from './integrations/auth/better-auth.ts';
import { smtpMailer } from './integrations/mail/smtp.ts';
import { stripePayments } from './integrations/payments/stripe.ts';
import { postgresResumes } from './integrations/resumes/postgres.ts';
import { calcomScheduling } from './integrations/scheduling/calcom.ts';
import { jobHandlers } from './jobs/handlers.ts';
import { startJobs } from './jobs/pg-boss.ts';
import { deriveSecrets } from './secrets.ts';
import type { Assets } from './web/assets.ts';
import type { AppEnv } from './web/env.ts';

/** The running application: what it is made of, how it answers requests, how it ends. */
export interface Application {
  deps: Deps;
  app: Hono<AppEnv>;
  stop(): Promise<void>;
}

export interface ComposeOptions {
  assets: Assets;
  /** Folder of the built browser files; null where Vite serves the sources. */
  clientFolder: string | null;
  log?: Logger;
  /** For tests: the clock. */
  now?: () => Date;
}

/**
 * Puts the application together, the one place where vendors meet our ports. With a role that works,
 * jobs start being worked off, beginning with whatever an earlier process left half-way and calendars
 * nobody has looked at for a while.
 */
export async function compose(config: Config, options: ComposeOptions): Promise<Application> {
  const log = options.log ?? pino({ serializers: { error: describeError } });
  const secrets = deriveSecrets(config.secretKey);
  const worker = config.role !== 'web';
  // A worker holds one connection for each booking it converges, and needs more to do so.
  const { db, pool } = connect(config.databaseUrl, { max: worker ? 25 : 10 });
  const jobs = await startJobs({ databaseUrl: config.databaseUrl, log, worker });
  const deps: Deps = {
    config,
    db,
    log,
    now: options.now ?? (() => new Date()),
    secrets,
    assets: options.assets,
    auth: createAuth({ db, secrets, publicUrl: config.publicUrl, log }),
    jobs,
    payments: stripePayments(config.stripe),
    scheduling: calcomScheduling(config.calcom),
    mailer: smtpMailer({ url: config.smtpUrl, from: config.mailFrom }),
    resumes: postgresResumes(db),
  };
  if (worker) await jobs.work(jobHandlers(deps));
  return {
    deps,
    app: createApp(deps, { clientFolder: options.clientFolder }),
    async stop() {
      await jobs.stop();
      await pool.end();
    },
  };
}

/**
 * What the log keeps of an error: its kind, its words and where it came from, down its chain of causes.
 * Not its other fields: mail and database errors carry addresses and values there.
 */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error);
  const { name, message, stack, cause } = error;
  return { name, message, stack, ...(cause !== undefined && { cause: describeError(cause) }) };
}
