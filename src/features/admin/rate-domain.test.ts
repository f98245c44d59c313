import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitOf } from './rate-domain.ts';

test.each([
  [150_00, 20, 120_00, 30_00],
  [99_99, 20, 79_99, 20_00],
  [7, 15, 6, 1],
  [150_00, 0, 150_00, 0],
  [150_00, 100, 0, 150_00],
])('%i cents at %i%% are %i and %i', (cents, share, interviewer, coop) => {
  expect(splitOf(cents, share)).toEqual({ interviewer, coop });
});

test('no cent is lost or made, and nobody’s part is negative or a fraction', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 0, max: 100 }), (cents, share) => {
      const { interviewer, coop } = splitOf(cents, share);
      expect(interviewer + coop).toBe(cents);
      expect([interviewer, coop].every((part) => Number.isInteger(part) && part >= 0)).toBe(true);
    }),
  );
});
