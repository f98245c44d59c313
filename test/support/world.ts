import { pino } from 'pino';
import { connectDemoCalendars } from '../../db/demo/load.ts';
import { readConfig } from '../../src/config.ts';
import { type Application, compose } from '../../src/main.ts';
import { noAssets } from '../../src/web/assets.fixture.ts';
import { listen } from '../../src/web/listen.ts';
import { type FarSide, startFarSide } from './far-side.ts';
import { freePort } from './ports.ts';

/** The whole product in one process, listening on a port, its clock in the test's hands. */
export interface World extends FarSide {
  site: string;
  application: Application;
  clock: {
    now(): Date;
    advance(minutes: number): void;
    /** Holds the application's clock at an instant, for edges; null lets it go on. */
    stopAt(instant: Date | null): void;
  };
  /** Another process's web beside it, as far as a test can have one: nothing shared but the database. */
  anotherWeb(): Promise<Pick<World, 'site' | 'stop'>>;
  /** Moves the application's clock, Stripe's and cal.com's together; answers once the far sides have done what became due. */
  moveClock(minutes: number): Promise<void>;
}

const quiet = pino({ level: 'silent' });

/** Starts everything with the sample catalogue. `worker: false` leaves jobs in the queue; `env` says more. */
export async function startWorld(
  serverUrl: string,
  options: { worker?: boolean; env?: Record<string, string> } = {},
): Promise<World> {
  const port = await freePort();
  const far = await startFarSide(serverUrl, port);
  const env = { ...far.env, ...options.env, ROLE: options.worker === false ? 'web' : 'all' };
  let offset = 0;
  let stopped: Date | null = null;
  const clock = {
    now: () => stopped ?? new Date(Date.now() + offset),
    advance: (minutes: number) => {
      offset += minutes * 60_000;
    },
    stopAt: (instant: Date | null) => {
      stopped = instant;
    },
  };
  const made = { assets: noAssets, clientFolder: null, log: quiet, now: clock.now };
  const application = await compose(readConfig(env, { allowPlaceholders: true }), made);
  const { db, secrets } = application.deps;
  const site = `http://127.0.0.1:${port}`;
  const server = listen(application.app.fetch, { port, hostname: '127.0.0.1' });
  await connectDemoCalendars(db, secrets, {
    calcom: far.calcom.url,
    site: application.deps.config.publicUrl.origin,
  });
  return {
    ...far,
    site,
    application,
    clock,
    async anotherWeb() {
      const other = await freePort();
      const address = `http://127.0.0.1:${other}`;
      const web = { ...env, ROLE: 'web', PORT: String(other), PUBLIC_URL: address };
      const beside = await compose(readConfig(web, { allowPlaceholders: true }), made);
      const listening = listen(beside.app.fetch, { port: other, hostname: '127.0.0.1' });
      return {
        site: address,
        async stop() {
          void listening.stop();
          await beside.stop();
        },
      };
    },
    async moveClock(minutes) {
      clock.advance(minutes);
      const advanceSeconds = minutes * 60;
      await Promise.all([far.stripe, far.calcom].map(({ post }) => post('clock', { advanceSeconds })));
    },
    async stop() {
      void server.stop();
      await application.stop();
      await far.stop();
    },
  };
}
