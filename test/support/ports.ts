import { createServer } from 'node:net';

/** Below those that systems give to connections going out, of which a busy run opens thousands. */
const LOWEST = 12_000;
const HIGHEST = 32_000;

/** A port that was free a moment ago, and that nobody is given by chance until it is listened at. */
export function freePort(tries = 20): Promise<number> {
  const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST));
  return new Promise<number>((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(port)));
  }).catch((error: unknown) => {
    if (tries <= 1) throw error;
    return freePort(tries - 1);
  });
}
