import { startTestPostgres } from '../support/postgres.ts';
import { prepareProduction } from '../support/production.ts';

/** Starts database, sandboxes and the built site once for all browser tests; returns what stops them. */
export default async function setup(): Promise<() => Promise<void>> {
  const postgres = await startTestPostgres();
  const production = await prepareProduction(postgres.serverUrl);
  await production.start();
  // Playwright's workers are processes of their own: the environment is what reaches them.
  process.env.TEST_SITE = production.site;
  process.env.TEST_STRIPE = production.far.stripe.url;
  process.env.TEST_CALCOM = production.far.calcom.url;
  process.env.TEST_MAIL = production.far.mail.url;
  process.env.TEST_POSTGRES = postgres.serverUrl;
  return async () => {
    await production.stop();
    await postgres.stop();
  };
}
