import { expect, it } from 'vitest';
import { atOnce } from './at-once.ts';

/** Works on five items, two at a time; tells what was done and how many were in hand at most. */
async function fiveInTwos(work: (item: number) => Promise<void> = async () => {}) {
  const done: number[] = [];
  let inHand = 0;
  let most = 0;
  await atOnce([1, 2, 3, 4, 5], 2, async (item) => {
    inHand += 1;
    most = Math.max(most, inHand);
    await Promise.resolve();
    await work(item);
    inHand -= 1;
    done.push(item);
  });
  return { done, most };
}

it('does the work for every item, so many at a time and no more', async () => {
  expect(await fiveInTwos()).toEqual({ done: [1, 2, 3, 4, 5], most: 2 });
});

it('does nothing for nothing', async () => {
  await expect(atOnce([], 4, () => Promise.reject(new Error('called')))).resolves.toBeUndefined();
});

it('ends with the first failure', async () => {
  await expect(
    fiveInTwos((item) => (item === 2 ? Promise.reject(new Error('two')) : Promise.resolve())),
  ).rejects.toThrow('two');
});
