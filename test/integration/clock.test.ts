import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { withLock } from '../../src/db/lock.ts';
import { convergeJob } from '../../src/features/booking/jobs.ts';
import { Candidate } from '../support/candidate.ts';
import { inWorld } from '../support/in-world.ts';

const world = inWorld({ worker: false });

it('moves for the application, Stripe and cal.com at once', async () => {
  const day = 24 * 60;
  await world.moveClock(day);
  const [stripe, calcom] = [await world.stripe.state(), await world.calcom.state()];
  const tomorrow = Date.now() + day * 60_000;
  for (const time of [world.clock.now().getTime(), stripe.now * 1000, Date.parse(calcom.now)]) {
    expect(Math.abs(time - tomorrow)).toBeLessThan(10_000);
  }
});

it('is the one by which a booking that another process is busy with is looked at again, a second later', async () => {
  const { deps } = world.application;
  const bookingId = await new Candidate(world).hold('ruth-mwangi');
  const later = new Date(Date.now() + 7 * 86_400_000);
  world.clock.stopAt(later);
  await withLock(deps.db, `booking:${bookingId}`, () => convergeJob(deps, bookingId));
  world.clock.stopAt(null);
  const { rows } = await sql<{ startAfter: Date }>`
    select start_after from pgboss.job where name = 'booking.converge' and data->>'bookingId' = ${bookingId}
    order by start_after desc limit 1`.execute(deps.db);
  expect(rows).toEqual([{ startAfter: new Date(later.getTime() + 1_000) }]);
});
