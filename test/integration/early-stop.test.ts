import { Writable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { compose } from '../../src/main.ts';
import { noAssets } from '../../src/web/assets.fixture.ts';
import { type FarSide, startFarSide } from '../support/far-side.ts';
import { freePort } from '../support/ports.ts';

// Ctrl-C right after bin/dev, or a deployment that is replaced at once.

let far: FarSide;
beforeAll(async () => {
  far = await startFarSide(inject('postgres'), await freePort());
});
afterAll(() => far?.stop());

it.each([0, 300, 1000])(
  'a worker that is stopped %i ms after its start leaves no error in the log',
  async (ms) => {
    const lines: string[] = [];
    const kept = new Writable({
      write: (chunk, _encoding, done) => {
        lines.push(String(chunk));
        done();
      },
    });
    // Its first round is still at work then: cal.com takes its time with each calendar.
    await far.calcom.post('faults', { api: { mode: 'slow', delayMs: 400 } });
    const config = readConfig(far.env, { allowPlaceholders: true });
    const log = pino({ level: 'warn' }, kept);
    const application = await compose(config, { assets: noAssets, clientFolder: null, log });
    await delay(ms);
    await application.stop();
    // What went on behind its back would fail by now.
    await delay(800);
    expect(lines).toEqual([]);
  },
);
