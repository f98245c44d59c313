import { join } from 'node:path';
import { ConfigError, readConfig } from './config.ts';
import { connect } from './db/connect.ts';
import { migrate } from './db/migrate.ts';
import { migrateJobs } from './jobs/pg-boss.ts';
import { compose } from './main.ts';
import { builtAssets } from './web/assets.ts';
import { listen } from './web/listen.ts';

// The production process. `node dist/server/serve.js` serves by ROLE; `… migrate` only updates the database.

const root = process.cwd();

try {
  const config = readConfig(process.env);
  if (process.argv[2] === 'migrate') {
    await updateDatabase(config.databaseUrl);
  } else {
    await run(config);
  }
} catch (error) {
  // What is wrong with the configuration is for a person to read; anything else wants its stack.
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
}

async function updateDatabase(databaseUrl: string): Promise<void> {
  const { db } = connect(databaseUrl, { max: 1 });
  const applied = await migrate(db as never, join(root, 'db/migrations'));
  await db.destroy();
  await migrateJobs(databaseUrl);
  console.log(applied.length > 0 ? `Applied ${applied.join(', ')}.` : 'The database is up to date.');
}

async function run(config: ReturnType<typeof readConfig>): Promise<void> {
  const clientFolder = join(root, 'dist/client');
  const application = await compose(config, { assets: await builtAssets(clientFolder), clientFolder });
  const { log } = application.deps;
  const server =
    config.role === 'worker'
      ? null
      : listen(application.app.fetch, { port: config.port }, (port) =>
          log.info({ port, role: config.role }, 'serving'),
        );

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    // Requests under way get to end; the proxy has stopped sending new ones.
    await server?.stop();
    await application.stop();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
