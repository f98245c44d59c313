import type { AddressInfo } from 'node:net';
import { type HttpBindings, type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import { PATIENCE } from '../patience.ts';
import { apiRoutes } from './api/routes.ts';
import { checkoutRoutes } from './checkout/routes.ts';
import { controlRoutes } from './control.ts';
import { dashboardRoutes } from './dashboard/routes.ts';
import { settleDue } from './lifecycle/due.ts';
import { openSandbox } from './sandbox.ts';
import { startWebhooks } from './webhooks.ts';

export type StripeOptions = {
  /** 0: any free port. */
  port: number;
  host?: string | undefined;
  /** Keeps everything here as JSON; absent: forgotten on close. */
  dataFile?: string | undefined;
  webhookUrl?: string | undefined;
  webhookSecret: string;
  /** Base of the hosted Checkout pages, as a browser reaches them. */
  publicUrl?: string | undefined;
};

export type StripeStandIn = { url: string; port: number; close(): Promise<void> };

/** A stand-in for Stripe's servers: API, hosted Checkout, webhooks, and a page to look at it all. */
export async function startStripe(options: StripeOptions): Promise<StripeStandIn> {
  const { host = '127.0.0.1' } = options;
  const sandbox = openSandbox(options.dataFile);
  const webhooks = startWebhooks(sandbox, { url: options.webhookUrl, secret: options.webhookSecret });

  const app = new Hono<{ Bindings: HttpBindings }>();
  app.route('/v1', apiRoutes(sandbox));
  app.route('/_sandbox', controlRoutes(sandbox, webhooks));
  app.route('/c/pay', checkoutRoutes(sandbox));
  app.route('/', dashboardRoutes(sandbox, webhooks));

  const { server, port } = await listen(app, options.port, host);
  const url = `http://${host}:${port}`;
  sandbox.publicUrl = (options.publicUrl ?? url).replace(/\/$/, '');
  webhooks.resume();
  const ticking = setInterval(() => settleDue(sandbox), 1000);
  ticking.unref();

  return {
    url,
    port,
    async close() {
      clearInterval(ticking);
      webhooks.stop();
      sandbox.close();
      const closed = new Promise((resolve) => server.close(resolve));
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };
}

function listen(
  app: Hono<{ Bindings: HttpBindings }>,
  port: number,
  hostname: string,
): Promise<{ server: ServerType; port: number }> {
  return new Promise((resolve, reject) => {
    const server = serve(
      { fetch: app.fetch, port, hostname, serverOptions: PATIENCE },
      (address: AddressInfo) => {
        resolve({ server, port: address.port });
      },
    );
    server.once('error', reject);
  });
}
