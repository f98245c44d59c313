import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';

// docs/scenarios.md says which file proves which scenario; this holds it against the names of the tests.

const root = join(import.meta.dirname, '../../..');

async function testsByFile(): Promise<Map<string, Set<number>>> {
  const found = new Map<string, Set<number>>();
  for (const folder of ['test/integration', 'test/browser']) {
    for (const file of await readdir(join(root, folder))) {
      if (!/\.(test|spec)\.ts$/.test(file)) continue;
      const text = await readFile(join(root, folder, file), 'utf8');
      const numbers = [...text.matchAll(/['"`]scenario (\d+): /g)].map(([, number]) => Number(number));
      if (numbers.length > 0) found.set(file.replace(/\.(test|spec)\.ts$/, ''), new Set(numbers));
    }
  }
  return found;
}

it('every scenario is listed once, with the files whose tests carry its number, and no other', async () => {
  const page = await readFile(join(root, 'docs/scenarios.md'), 'utf8');
  const listed = [...page.matchAll(/^\|\s*(\d+)\s*\|.*\|\s*([\w, -]+?)\s*\|$/gm)].map(
    ([, number, files]) => [Number(number), (files ?? '').split(', ').sort()] as const,
  );
  expect(listed.map(([number]) => number)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
  const tests = await testsByFile();
  const meant = listed.map(([number]) => [
    number,
    [...tests].flatMap(([file, numbers]) => (numbers.has(number) ? [file] : [])).sort(),
  ]);
  expect(listed).toEqual(meant);
});
