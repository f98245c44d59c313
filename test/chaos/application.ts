import { type ChildProcess, spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FromProcess, Round, ToProcess } from './messages.ts';

const root = join(import.meta.dirname, '../..');
const TICK_TIMEOUT_MS = 60_000;
const START_TIMEOUT_MS = 60_000;

/** One process of the application, killed and started again at will. */
export interface AppProcess {
  name: string;
  start(): Promise<void>;
  isAlive(): boolean;
  /** SIGKILL: no goodbye. */
  kill(): Promise<void>;
  /** Sets its clock so far ahead of the real one. */
  setClock(aheadMs: number): void;
  /** Does a round of the recurring work; answers when it is done, or when the process died of it. */
  tick(rounds: Round[]): Promise<void>;
}

export function appProcess(options: {
  name: string;
  program: string;
  env: Record<string, string>;
  logFile: string;
  aheadMs: () => number;
  /** It ended, and nobody had killed it. */
  died: (how: string) => void;
}): AppProcess {
  let child: ChildProcess | undefined;
  let count = 0;
  const tell = (message: ToProcess) => {
    if (child?.connected) child.send(message, () => {});
  };
  return {
    name: options.name,
    async start() {
      const env = { ...options.env, CHAOS_AHEAD_MS: String(options.aheadMs()) };
      const started = launch(options.program, env, options.logFile);
      child = started;
      started.once('exit', (code, signal) => {
        if (child !== started) return;
        child = undefined;
        options.died(`${options.name} ended by itself (${code ?? signal})`);
      });
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`${options.name} did not start`)), START_TIMEOUT_MS);
        started.once('message', () => {
          clearTimeout(timer);
          resolve();
        });
        started.once('exit', (code, signal) => {
          clearTimeout(timer);
          reject(new Error(`${options.name} ended at its start (${code ?? signal}); see ${options.logFile}`));
        });
      });
      tell({ aheadMs: options.aheadMs() });
    },
    isAlive: () => child !== undefined,
    async kill() {
      const dying = child;
      child = undefined;
      if (!dying || dying.exitCode !== null || dying.signalCode !== null) return;
      const gone = new Promise((resolve) => dying.once('exit', resolve));
      dying.kill('SIGKILL');
      await gone;
    },
    setClock: (aheadMs) => tell({ aheadMs }),
    async tick(rounds) {
      const asked = child;
      if (!asked?.connected) return;
      const number = ++count;
      await new Promise<void>((resolve) => {
        const done = () => {
          clearTimeout(timer);
          asked.off('message', heard);
          asked.off('exit', done);
          resolve();
        };
        const heard = (message: FromProcess) => {
          if ('ticked' in message && message.ticked === number) done();
        };
        const timer = setTimeout(done, TICK_TIMEOUT_MS);
        asked.on('message', heard);
        asked.on('exit', done);
        asked.send({ tick: rounds, number } satisfies ToProcess, (error) => error && done());
      });
    },
  };
}

function launch(program: string, env: Record<string, string>, logFile: string): ChildProcess {
  const log = openSync(logFile, 'a');
  return spawn(process.execPath, [program], {
    cwd: root,
    // Killed and started again so often that reading its own code would be most of what it does.
    env: { PATH: process.env.PATH ?? '', NODE_COMPILE_CACHE: join(dirname(program), 'compiled'), ...env },
    stdio: ['ignore', log, log, 'ipc'],
  });
}
