import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { PATIENCE } from '../patience.ts';
import { answerError, type CalEnv } from './api/answers.ts';
import { apiRoutes } from './api/routes.ts';
import { bookerRoutes } from './booker/routes.ts';
import type { Desk } from './bookings.ts';
import { controlRoutes } from './control.ts';
import { dashboardRoutes } from './dashboard/routes.ts';
import { embedRoutes } from './embed.ts';
import { faultInjection } from './faults.ts';
import { createHerald } from './webhooks.ts';
import { openWorld, type World } from './world.ts';

const KEPT_REQUESTS = 1_000;

export type CalcomOptions = {
  /** 0 takes any free port. */
  port: number;
  host?: string | undefined;
  /** JSON file that keeps accounts and bookings over restarts; without it memory only. */
  dataFile?: string | undefined;
};

export type RunningCalcom = { url: string; port: number; close(): Promise<void> };

/** Starts a stand-in for cal.com: embed script, booker, API v2 under `/v2`, webhooks, and a page to look at. */
export async function startCalcom(options: CalcomOptions): Promise<RunningCalcom> {
  const { host = '127.0.0.1', dataFile } = options;
  const world = openWorld(dataFile);
  const herald = createHerald(world);
  const { server, port } = await listen(createCalcom({ world, herald }), host, options.port);
  world.url = `http://${host === '0.0.0.0' ? 'localhost' : host}:${port}`;
  return {
    url: world.url,
    port,
    async close() {
      herald.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      world.flush();
    },
  };
}

function createCalcom(desk: Desk): Hono<CalEnv> {
  const { world } = desk;
  const app = new Hono<CalEnv>();
  app.use(cors());
  app.route('/_sandbox', controlRoutes(desk));
  app.use(async (c, next) => {
    await next();
    noteRequest(world, c.req.method, c.req.path, c.res.status);
  });
  app.route('/', dashboardRoutes(desk));
  app.use(faultInjection(world));
  app.route('/v2', apiRoutes(desk));
  app.route('/embed', embedRoutes());
  app.route('/', bookerRoutes(desk));
  app.onError((error, c) => {
    console.error(error);
    return answerError(c, 500, 'InternalServerErrorException', 'Internal server error');
  });
  return app;
}

function noteRequest(world: World, method: string, path: string, status: number): void {
  world.requests.push({ method, path, status, at: world.now().toString({ smallestUnit: 'millisecond' }) });
  if (world.requests.length > KEPT_REQUESTS) world.requests.shift();
}

function listen(
  app: Hono<CalEnv>,
  hostname: string,
  port: number,
): Promise<{ server: Server; port: number }> {
  return new Promise((resolve, reject) => {
    const server = serve(
      { fetch: app.fetch, hostname, port, serverOptions: PATIENCE },
      (info: AddressInfo) => {
        resolve({ server, port: info.port });
      },
    ) as Server;
    server.once('error', reject);
  });
}
