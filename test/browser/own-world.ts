import { type ProductionSite, prepareProduction } from '../support/production.ts';
import { test as base, named } from './fixtures.ts';

/**
 * Tests with a site, a database and sandboxes of their own, one set a worker: to make the far side
 * misbehave, or to reach into the database, without disturbing the others.
 */
// Playwright reads a fixture's needs from its destructured argument; needing nothing is an empty one.
// biome-ignore-start lint/correctness/noEmptyPattern: see above.
export const test = base.extend<{ faultsEnd: undefined }, { world: ProductionSite }>({
  world: [
    async ({}, use) => {
      const world = await prepareProduction(named('TEST_POSTGRES'));
      await world.start();
      await use(world);
      await world.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: async ({ world }, use) => use(world.site),
  surroundings: async ({ world: { site, far } }, use) =>
    use({ site, stripe: far.stripe, calcom: far.calcom, mailUrl: far.mail.url }),
  faultsEnd: [
    async ({ world }, use) => {
      await use(undefined);
      await Promise.all([world.far.stripe.clearFaults(), world.far.calcom.clearFaults()]);
    },
    { auto: true },
  ],
});
// biome-ignore-end lint/correctness/noEmptyPattern: see above.

export { expect } from './fixtures.ts';
