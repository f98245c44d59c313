import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { connectDemoCalendars } from '../../db/demo/load.ts';
import { connect, type Db } from '../../src/db/connect.ts';
import { deriveSecrets } from '../../src/secrets.ts';
import { type FarSide, startFarSide } from './far-side.ts';
import { freePort } from './ports.ts';
import { until } from './until.ts';

const root = join(import.meta.dirname, '../..');

/** The built server as a process of its own, with sandboxes around it and the sample catalogue in it. */
export interface ProductionSite {
  site: string;
  far: FarSide;
  db: Db;
  /** `more` goes into the process's environment; `ROLE` says which process, one for both unless it is named. */
  start(more?: Record<string, string>): Promise<void>;
  /** SIGKILL: no goodbye. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** Prepares everything; `start` then runs `dist/server/serve.js` as it is deployed. */
export async function prepareProduction(serverUrl: string): Promise<ProductionSite> {
  const port = await freePort();
  const far = await startFarSide(serverUrl, port);
  const site = `http://localhost:${port}`;
  // Nothing here may look like a placeholder: this is the server that refuses those.
  const env = { ...far.env, PUBLIC_URL: site, STRIPE_SECRET_KEY: 'sk_test_0123456789' };
  const { db } = connect(far.env.DATABASE_URL ?? '', { max: 2 });
  const secrets = deriveSecrets(far.env.SECRET_KEY ?? '');
  await connectDemoCalendars(db, secrets, { calcom: far.calcom.url, site });

  const processes = new Set<ChildProcess>();
  const kill = async () => {
    for (const one of processes) {
      processes.delete(one);
      if (one.exitCode !== null || one.signalCode !== null) continue;
      const gone = new Promise((resolve) => one.once('exit', resolve));
      one.kill('SIGKILL');
      await gone;
    }
  };
  return {
    site,
    far,
    db,
    async start(more = {}) {
      const server = spawn(join(root, 'node_modules/.bin/node'), ['dist/server/serve.js'], {
        cwd: root,
        env: { ...process.env, ...env, ...more },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      processes.add(server);
      // A worker has no address to be asked at: its jobs wait for it.
      if (more.ROLE === 'worker') return;
      const isUp = async () => (await fetch(`${site}/up`).catch(() => null))?.ok;
      await until(isUp, { what: 'the server is up' });
    },
    kill,
    async stop() {
      await kill();
      await db.destroy();
      await far.stop();
    },
  };
}
