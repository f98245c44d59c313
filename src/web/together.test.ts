import { describe, expect, it, vi } from 'vitest';
import { inOneGo, together } from './together.ts';

describe('asking together', () => {
  it('asks once for all who want to know the same at the same time, and anew for who comes later', async () => {
    let asked = 0;
    const ask = vi.fn(async (about: string) => `${about} ${++asked}`);
    const shared = together(ask);
    expect(await Promise.all([shared('mara'), shared('mara'), shared('ruth')])).toEqual([
      'mara 1',
      'mara 1',
      'ruth 2',
    ]);
    expect(await shared('mara')).toBe('mara 3');
    expect(ask).toHaveBeenCalledTimes(3);
  });

  it('asks apart what differs in what the answer depends on, and only that', async () => {
    const ask = vi.fn(async ({ zone }: { zone: string; who: number }) => zone);
    const shared = together(ask, ({ zone }) => zone);
    const visitors = ['Tokyo', 'Denver', 'Tokyo'].map((zone, who) => shared({ zone, who }));
    expect(await Promise.all(visitors)).toEqual(['Tokyo', 'Denver', 'Tokyo']);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('tells all of a failure, and keeps none', async () => {
    const ask = vi.fn().mockRejectedValueOnce(new Error('gone')).mockResolvedValueOnce('back');
    const shared = together(ask);
    const answers = await Promise.allSettled([shared('mara'), shared('mara')]);
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await shared('mara')).toBe('back');
  });
});

describe('doing in one go', () => {
  it('does what came together in one, and what comes meanwhile in the next', async () => {
    const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const goes: number[][] = [];
    const act = inOneGo((all: number[]) => gates[goes.push(all) - 1]?.promise ?? Promise.resolve());
    const first = [act(1), act(2)];
    await vi.waitFor(() => expect(goes).toEqual([[1, 2]]));
    const second = [act(3), act(4)];
    gates[0]?.resolve();
    await Promise.all(first);
    await vi.waitFor(() =>
      expect(goes).toEqual([
        [1, 2],
        [3, 4],
      ]),
    );
    gates[1]?.resolve();
    await Promise.all(second);
  });

  it('answers each with what became of their go', async () => {
    const sum = inOneGo(async (all: number[]) => all.reduce((a, b) => a + b));
    expect(await Promise.all([sum(1), sum(2), sum(3)])).toEqual([6, 6, 6]);
    expect(await sum(4)).toBe(4);
  });

  it('tells a failure to those whose go it was, and to nobody after them', async () => {
    const write = vi.fn().mockRejectedValueOnce(new Error('gone')).mockResolvedValueOnce(undefined);
    const act = inOneGo(write);
    await expect(act(1)).rejects.toThrow('gone');
    await expect(act(2)).resolves.toBeUndefined();
  });
});
