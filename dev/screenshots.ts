import { spawnSync } from 'node:child_process';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { PICTURES } from '../test/browser/visual/stops.ts';

// Takes the pictures in docs/screenshots anew where a page looks different from its picture, and drops
// those of pages that are gone: npm run screenshots. With words after `--`, only pages whose name has them.

const root = join(import.meta.dirname, '..');
const folder = join(root, 'docs/screenshots');
/** Enough for pages of one hue: more make files larger and nobody sees them. */
const COLORS = 16;

const startedAt = Date.now();
const words = process.argv.slice(2);
run('npm', ['run', '--silent', 'build']);
run('node', [
  join(root, 'node_modules/.bin/playwright'),
  ...['test', '--project', 'visual', '--update-snapshots', 'changed', '--reporter', 'line'],
  ...words.flatMap((word) => ['--grep', word]),
]);

const expected = new Set(PICTURES);
const files = await readdir(folder);
const strays = files.filter((file) => !expected.has(file));
for (const file of strays) await rm(join(folder, file));
let taken = 0;
for (const file of files.filter((name) => expected.has(name))) {
  const path = join(folder, file);
  if ((await stat(path)).mtimeMs < startedAt) continue;
  await writeFile(path, await packed(await readFile(path)));
  taken += 1;
}
console.log(`${taken} pictures taken, ${strays.length} dropped, ${expected.size} in docs/screenshots.`);

/** The same picture in few colors, a tenth of the size. */
async function packed(picture: Buffer): Promise<Buffer> {
  const few = await sharp(picture).png({ palette: true, colours: COLORS, dither: 0 }).toBuffer();
  return sharp(few).webp({ lossless: true, effort: 6 }).toBuffer();
}

function run(command: string, args: string[]): void {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
