import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { createServer as createVite, type ViteDevServer } from 'vite';
import { connectDemoCalendars, demoSignIns, loadDemo } from '../db/demo/load.ts';
import { type Config, readConfig } from '../src/config.ts';
import { connect } from '../src/db/connect.ts';
import { migrate } from '../src/db/migrate.ts';
import { createAuth } from '../src/integrations/auth/better-auth.ts';
import { migrateJobs } from '../src/jobs/pg-boss.ts';
import type { Application } from '../src/main.ts';
import { deriveSecrets } from '../src/secrets.ts';
import { startSurrounding } from './environment.ts';
import { readableLog } from './readable-log.ts';

// Development: everything with one command, reloaded when a file changes. Called by bin/dev.

const root = join(import.meta.dirname, '..');
process.chdir(root);
if (existsSync('.env')) process.loadEnvFile('.env');
const port = Number(process.env.PORT || 5080);
const COMPONENTS = '/dev/components';
const MAILS = '/dev/mails';

const surrounding = await startSurrounding(process.env, port, join(root, '.data')).catch(explain);
const config = readConfig(surrounding.env, { allowPlaceholders: true });
await prepareDatabase(config);

const http = createServer();
const vite = await createVite({
  root,
  appType: 'custom',
  logLevel: 'warn',
  server: { middlewareMode: true, hmr: { server: http } },
});
let application = start(vite);
http.on('request', (request, response) => answer(vite, request, response));
await new Promise<void>((listening) => http.listen(port, listening));
await application;
printTable();

let reload: NodeJS.Timeout | undefined;
vite.watcher.on('all', (_event, file) => {
  const isServerCode = file.startsWith(join(root, 'src')) && !file.startsWith(join(root, 'src/assets'));
  if (!isServerCode) return;
  clearTimeout(reload);
  reload = setTimeout(restart, 50);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // The embedded PostgreSQL's own handlers would end it under the running application; stop() ends it last.
  process.removeAllListeners(signal);
  process.on(signal, stop);
}

/** The one thing that commonly goes wrong, in a sentence; anything else with its stack. */
function explain(error: unknown): never {
  if ((error as { code?: unknown }).code !== 'EADDRINUSE') throw error;
  console.error(
    `A port from ${port} to ${port + 5} is taken: stop what runs there, or choose others: PORT=6000 bin/dev`,
  );
  process.exit(1);
}

async function prepareDatabase({ databaseUrl, secretKey, publicUrl }: Config): Promise<void> {
  const { db } = connect(databaseUrl, { max: 2 });
  await migrate(db as never, join(root, 'db/migrations'));
  await migrateJobs(databaseUrl);
  const secrets = deriveSecrets(secretKey);
  await loadDemo(db, createAuth({ db, secrets, publicUrl, log: readableLog }));
  if (surrounding.sandbox.calcom) {
    await connectDemoCalendars(db, secrets, { calcom: surrounding.sandbox.calcom, site: publicUrl.origin });
  }
  await db.destroy();
}

async function start(server: ViteDevServer): Promise<Application> {
  const main = (await server.ssrLoadModule('/src/main.ts')) as typeof import('../src/main.ts');
  const assets = (await server.ssrLoadModule('/src/web/assets.ts')) as typeof import('../src/web/assets.ts');
  return main.compose(config, { assets: assets.developmentAssets, clientFolder: null, log: readableLog });
}

function restart(): void {
  const before = application;
  application = before
    .catch(() => null)
    .then((running) => running?.stop())
    .then(() => start(vite));
  application.then(
    () => vite.ws.send({ type: 'full-reload' }),
    (error) => console.error(error),
  );
}

async function answer(
  server: ViteDevServer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [path = '', query] = (request.url ?? '').split('?');
  if (path.startsWith(COMPONENTS) && !path.includes('.')) {
    return show(server, response, () => components(server, path));
  }
  if (path === MAILS) return show(server, response, () => mails(server, new URLSearchParams(query)));
  server.middlewares(request, response, async () => {
    try {
      const { app } = await application;
      await getRequestListener(app.fetch, { overrideGlobalObjects: false })(request, response);
    } catch (error) {
      server.ssrFixStacktrace(error as Error);
      response.writeHead(500, { 'Content-Type': 'text/plain' }).end(String((error as Error).stack));
    }
  });
}

/** Pages about the site itself. They exist in development only, as this file does. */
async function show(
  server: ViteDevServer,
  response: ServerResponse,
  render: () => Promise<string | null>,
): Promise<void> {
  try {
    const html = await render();
    if (html === null) return void response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(html);
  } catch (error) {
    server.ssrFixStacktrace(error as Error);
    response.writeHead(500, { 'Content-Type': 'text/plain' }).end(String((error as Error).stack));
  }
}

/** Every component of the site in every state. */
async function components(server: ViteDevServer, path: string): Promise<string | null> {
  const { deps } = await application;
  const found = await deps.db.selectFrom('portraits').select('id').limit(1).executeTakeFirst();
  const module = await server.ssrLoadModule('/dev/components/page.tsx');
  const { componentsPage } = module as typeof import('./components/page.tsx');
  return componentsPage(path, deps.assets, config.publicUrl, found?.id ?? null);
}

/** Every mail in every state, with its text and its invitation. */
async function mails(server: ViteDevServer, query: URLSearchParams): Promise<string> {
  const module = await server.ssrLoadModule('/dev/mails/page.tsx');
  const { mailsPage } = module as typeof import('./mails/page.tsx');
  return mailsPage(config.publicUrl, query);
}

function printTable(): void {
  const { sandbox } = surrounding;
  const { password, interviewer, operator } = demoSignIns;
  const site = config.publicUrl.origin;
  const rows: [string, string][] = [
    ['Site', `${site}/`],
    ['Interviewer panel', `${site}/admin    ${interviewer} / ${password}`],
    ['Operator', `${site}/operator    ${operator} / ${password}`],
    ['Components', `${site}${COMPONENTS}`],
    ['Mails', `${site}${MAILS}`],
    ['Stripe', sandbox.stripe ? `${sandbox.stripe}/    (sandbox)` : 'as in the environment'],
    ['cal.com', sandbox.calcom ? `${sandbox.calcom}/    (sandbox)` : config.calcom.apiUrl.href],
    ['Mail', sandbox.mail ? `${sandbox.mail}/    (sandbox)` : 'as in the environment'],
  ];
  console.log(
    `\n${rows.map(([name, where]) => `  ${name.padEnd(18)} ${where}`).join('\n')}\n\n  Ctrl-C stops it all.\n`,
  );
}

async function stop(): Promise<void> {
  process.removeAllListeners('SIGINT');
  http.closeAllConnections();
  http.close();
  await vite.close();
  await application.then((running) => running.stop()).catch(() => {});
  await surrounding.stop();
  process.exit(0);
}
