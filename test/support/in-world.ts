import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { startWorld, type World } from './world.ts';

/**
 * A world for all tests of a file, there from their first hook on and gone with their last. Faults that a test
 * sets on the far side end with it.
 */
export function inWorld(options?: Parameters<typeof startWorld>[1]): World {
  const world = {} as World;
  beforeAll(async () => {
    Object.assign(world, await startWorld(inject('postgres'), options));
  });
  afterEach(() => Promise.all([world.stripe?.clearFaults(), world.calcom?.clearFaults()]));
  // One that did not start has nothing to stop, and says so itself.
  afterAll(() => world.stop?.());
  return world;
}
