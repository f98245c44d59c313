import { join } from 'node:path';
import { pino } from 'pino';
import { connectDemoCalendars, loadDemo } from '../../db/demo/load.ts';
import { readConfig } from '../../src/config.ts';
import { connect } from '../../src/db/connect.ts';
import { migrate } from '../../src/db/migrate.ts';
import { createAuth } from '../../src/integrations/auth/better-auth.ts';
import { migrateJobs } from '../../src/jobs/pg-boss.ts';
import { deriveSecrets } from '../../src/secrets.ts';

/** Fills the database of `env` with tables and the sample catalogue, and connects its calendars. */
export async function prepareDatabase(env: Record<string, string>, calcom: string): Promise<void> {
  const config = readConfig(env, { allowPlaceholders: true });
  const { db } = connect(config.databaseUrl, { max: 2 });
  await migrate(db as never, join(import.meta.dirname, '../../db/migrations'));
  await migrateJobs(config.databaseUrl);
  const secrets = deriveSecrets(config.secretKey);
  await loadDemo(
    db,
    createAuth({ db, secrets, publicUrl: config.publicUrl, log: pino({ level: 'silent' }) }),
  );
  await connectDemoCalendars(db, secrets, { calcom, site: config.publicUrl.origin });
  await db.destroy();
}
