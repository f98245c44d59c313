import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp } from './app.tsx';
import type { Deps } from './deps.ts';
import { noAssets } from './web/assets.fixture.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'interviews-client-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'assets/index-BhidZ36z.css'), 'a{}');
  await writeFile(join(folder, 'favicon.ico'), 'icon');
});
afterAll(() => rm(folder, { recursive: true }));

/** A query that never gets an answer, however it is built. */
const silence: object = new Proxy(() => silence, {
  get: (_target, name) =>
    name === 'then'
      ? undefined
      : String(name).startsWith('execute')
        ? () => Promise.reject(new Error())
        : silence,
});

const ask = (path: string) => {
  const log = { info() {}, debug() {}, error() {} };
  const address = new URL('http://a.example');
  const config = {
    publicUrl: address,
    operatorEmail: 'operator@a.example',
    calcom: { origin: address, embedUrl: address },
    stripe: { apiUrl: null },
  };
  const deps = { config, assets: noAssets, log, db: silence, now: () => new Date() } as unknown as Deps;
  return createApp(deps, { clientFolder: folder }).request(path);
};

it('hashed files are kept for good', async () => {
  const response = await ask('/assets/index-BhidZ36z.css');
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
});

it('icons are kept for a day', async () => {
  const response = await ask('/favicon.ico');
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toBe('public, max-age=86400');
});

it('nobody keeps that a file was not there', async () => {
  for (const path of ['/assets/gone.css', '/social-card.png']) {
    const response = await ask(path);
    expect(response.status).toBe(404);
    expect(response.headers.get('cache-control')).toBeNull();
  }
});
