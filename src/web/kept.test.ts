import { describe, expect, it } from 'vitest';
import { keptDrawings } from './kept.ts';

/** A drawing that ends when it is told to. */
function slowly() {
  let [running, most, drawn] = [0, 0, 0];
  const ends: (() => void)[] = [];
  const draw = async () => {
    drawn += 1;
    running += 1;
    most = Math.max(most, running);
    await new Promise<void>((end) => ends.push(end));
    running -= 1;
    return Buffer.from(String(drawn));
  };
  return { draw, end: () => ends.shift()?.(), seen: () => ({ most, drawn }) };
}
const settle = () => new Promise((done) => setImmediate(done));

describe('kept drawings', () => {
  it('draw a card once, however many ask for it at once and after', async () => {
    const kept = keptDrawings(400);
    const { draw, end, seen } = slowly();
    const asked = [kept('a', draw), kept('a', draw)];
    await settle();
    end();
    const [first, second] = await Promise.all(asked);
    expect(second).toBe(first);
    expect(await kept('a', draw)).toBe(first);
    expect(seen().drawn).toBe(1);
  });

  it('draw one after the other', async () => {
    const kept = keptDrawings(400);
    const { draw, end, seen } = slowly();
    const asked = [kept('a', draw), kept('b', draw), kept('c', draw)];
    for (const _ of asked) {
      await settle();
      end();
    }
    await Promise.all(asked);
    expect(seen()).toEqual({ most: 1, drawn: 3 });
  });

  it('forget the card that nobody asked for the longest', async () => {
    const kept = keptDrawings(2);
    let drawn = 0;
    const draw = async () => {
      drawn += 1;
      return Buffer.from(String(drawn));
    };
    for (const name of ['a', 'b', 'a', 'c', 'a']) await kept(name, draw);
    expect(drawn).toBe(3);
    await kept('b', draw);
    expect(drawn).toBe(4);
  });

  it('try again what failed, and let the next one have its turn', async () => {
    const kept = keptDrawings(400);
    await expect(kept('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(kept('b', async () => Buffer.from('b'))).resolves.toBeDefined();
    await expect(kept('a', async () => Buffer.from('a'))).resolves.toBeDefined();
  });
});
