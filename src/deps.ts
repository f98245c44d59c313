import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { Db } from './db/connect.ts';
import type { Mailer } from './integrations/mail/port.ts';
import type { Payments } from './integrations/payments/port.ts';
import type { Resumes } from './integrations/resumes/port.ts';
import type { Scheduling } from './integrations/scheduling/port.ts';
import type { Jobs } from './jobs/queue.ts';
import type { Secrets } from './secrets.ts';
import type { Assets } from './web/assets.ts';
import type { Auth } from './web/auth.ts';

/** What the parts of the application are made of. `main.ts` composes it; tests replace single parts. */
export interface Deps {
  config: Config;
  db: Db;
  log: Logger;
  /** The present moment. The only clock in `src/`, so that tests can move it. */
  now: () => Date;
  secrets: Secrets;
  assets: Assets;
  auth: Auth;
  jobs: Jobs;
  payments: Payments;
  scheduling: Scheduling;
  mailer: Mailer;
  resumes: Resumes;
}
