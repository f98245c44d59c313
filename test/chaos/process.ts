import { pino } from 'pino';
import { readConfig } from '../../src/config.ts';
import { jobHandlers } from '../../src/jobs/handlers.ts';
import { compose } from '../../src/main.ts';
import { listen } from '../../src/web/listen.ts';
import { noAssets } from '../../src/web/assets.fixture.ts';
import { answerDoor, DOOR } from './door.ts';
import type { FromProcess, ToProcess } from './messages.ts';

// The application as a process of its own, its clock told by the parent. ROLE is web or worker.

const log = pino({ level: process.env.CHAOS_LOG_LEVEL ?? 'warn' });
const say = (message: FromProcess) => process.send?.(message);

await run();

async function run(): Promise<void> {
  const config = readConfig(process.env, { allowPlaceholders: true });
  let aheadMs = Number(process.env.CHAOS_AHEAD_MS ?? 0);
  const now = () => new Date(Date.now() + aheadMs);
  const { deps, app } = await compose(config, { assets: noAssets, clientFolder: null, log, now });
  const handlers = jobHandlers(deps);
  process.on('message', async (message: ToProcess) => {
    if ('aheadMs' in message) {
      aheadMs = message.aheadMs;
      return;
    }
    for (const name of message.tick) {
      await handlers[name]().catch((error: unknown) =>
        log.warn({ error: String(error) }, `round of ${name}`),
      );
    }
    say({ ticked: message.number });
  });
  // The parent is gone: so is the run.
  process.on('disconnect', () => process.exit(0));
  if (config.role === 'worker') {
    say({ ready: true });
    return;
  }
  const fetch = (request: Request) =>
    new URL(request.url).pathname.startsWith(DOOR) ? answerDoor(deps, request) : app.fetch(request);
  listen(fetch, { port: config.port, hostname: '127.0.0.1' }, () => say({ ready: true }));
}
