/** Chance with a seed: one seed always gives the same row of decisions. */
export interface Luck {
  /** In [0, 1). */
  next(): number;
  chance(odds: number): boolean;
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  pick<T>(things: readonly [T, ...T[]]): T;
  /** One of the names, each with its weight. */
  weighted<K extends string>(weights: Record<K, number>): K;
}

export function createLuck(seed: number): Luck {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  // mulberry32
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    whole,
    chance: (odds) => next() < odds,
    pick: (things) => things[whole(0, things.length - 1)] ?? things[0],
    weighted(weights) {
      const entries = Object.entries(weights) as [keyof typeof weights, number][];
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [name, weight] of entries) {
        left -= weight;
        if (left < 0) return name;
      }
      throw new Error('Nothing to choose from.');
    },
  };
}
