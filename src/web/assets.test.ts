import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { builtAssets } from './assets.ts';

it('preloads the fonts of every page and none of those for single letters', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'interviews-assets-'));
  await mkdir(join(folder, '.vite'));
  const script = { file: 'assets/script.js' };
  const fonts = ['hubot-sans-latin', 'hubot-sans-latin-ext', 'hubot-sans-vietnamese', 'martian-mono-latin'];
  const manifest = {
    'src/assets/client/theme.ts': script,
    'src/assets/client/main.ts': script,
    'src/assets/client/booking.ts': script,
    'src/assets/css/index.css': {
      file: 'assets/index.css',
      assets: fonts.map((name) => `assets/${name}-BhidZ36z.woff2`),
    },
  };
  await writeFile(join(folder, '.vite/manifest.json'), JSON.stringify(manifest));
  const { preloadFonts } = await builtAssets(folder);
  await rm(folder, { recursive: true });
  expect(preloadFonts).toEqual([
    '/assets/hubot-sans-latin-BhidZ36z.woff2',
    '/assets/martian-mono-latin-BhidZ36z.woff2',
  ]);
});
