import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AREAS, type Assets, builtAssets, developmentAssets, FONTS, SOURCES } from './assets.ts';

let folder: string;
let assets: Assets;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'interviews-assets-'));
  await mkdir(join(folder, '.vite'));
  const entries = [...SOURCES, ...FONTS].map((source) => [
    source,
    { file: `assets/${source.split('/').at(-1)}` },
  ]);
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'assets/after-paint.ts'), 'later();\n');
  await writeFile(join(folder, '.vite/manifest.json'), JSON.stringify(Object.fromEntries(entries)));
  assets = await builtAssets(folder);
});
afterAll(() => rm(folder, { recursive: true }));

it('gives each area its own sheet, and a script to the booking and the panel', () => {
  for (const area of AREAS) expect(assets.areas[area].stylesheets).toEqual([`/assets/${area}.css`]);
  const withScript = AREAS.filter((area) => assets.areas[area].scripts.length > 0);
  expect(withScript).toEqual(['booking', 'panel']);
});

it('has at hand what a first visit runs, to the byte of what its page says', () => {
  expect(assets.afterPaint).toBe('later();');
});

it('names the sources themselves in development', () => {
  expect(developmentAssets.areas.panel.stylesheets).toEqual(['/src/assets/css/panel.css']);
});

it('knows where the fonts lie, for the pictures that the server sets in them', () => {
  expect(assets.fontFiles).toContain(join(folder, 'assets/hubot-sans-latin.woff2'));
  for (const file of developmentAssets.fontFiles) expect(existsSync(file), file).toBe(true);
});
