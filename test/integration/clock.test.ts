import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld(inject('postgres'), { worker: false });
});
afterAll(() => world?.stop());

it('moves for the application, Stripe and cal.com at once', async () => {
  const day = 24 * 60;
  await world.moveClock(day);
  const [stripe, calcom] = [await world.stripe.state(), await world.calcom.state()];
  const tomorrow = Date.now() + day * 60_000;
  for (const time of [world.clock.now().getTime(), stripe.now * 1000, Date.parse(calcom.now)]) {
    expect(Math.abs(time - tomorrow)).toBeLessThan(10_000);
  }
});
