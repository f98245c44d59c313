import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { StillSites } from './worlds.ts';

const root = join(import.meta.dirname, '../../..');

/** Starts the sites for pictures in a process of their own; says where they are and how to end them. */
export async function startStill(serverUrl: string): Promise<{ said: StillSites; stop(): Promise<unknown> }> {
  const server = spawn(join(root, 'node_modules/.bin/node'), ['test/support/still/site.ts'], {
    cwd: root,
    env: { ...process.env, TEST_POSTGRES: serverUrl },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const gone = once(server, 'exit');
  const [line] = await Promise.race([once(createInterface(server.stdout), 'line'), gone]);
  if (typeof line !== 'string') throw new Error('The sites for pictures did not start.');
  return {
    said: JSON.parse(line) as StillSites,
    stop: () => {
      server.stdin.end();
      return gone;
    },
  };
}
