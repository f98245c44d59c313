import type { Server } from 'node:http';
import { type ServerType, serve } from '@hono/node-server';

/**
 * How long a connection that nothing comes over is kept, in milliseconds: longer than those who call keep theirs
 * (Traefik 90 s, browsers up to 60 or so). Ended by us at the moment a form comes in over it, that form would
 * be answered with a 502 by the proxy, which does not send a form twice.
 */
const KEEP_ALIVE_MS = 100_000;

export interface Listening {
  /** Takes no new connection and is done once every request under way has its answer. */
  stop(): Promise<void>;
}

/** Answers HTTP on a port; `ready` is called with it once it does. */
export function listen(
  fetch: Parameters<typeof serve>[0]['fetch'],
  where: { port: number; hostname?: string },
  ready?: (port: number) => void,
): Listening {
  const serverOptions = { keepAliveTimeout: KEEP_ALIVE_MS };
  const server: ServerType = serve({ fetch, ...where, serverOptions }, ({ port }) => ready?.(port));
  return {
    stop() {
      // A connection that is in use right now would be kept open after its answer for all that time.
      (server as Server).keepAliveTimeout = 1;
      return new Promise((done) => server.close(() => done()));
    },
  };
}
