import { converge } from '../../src/features/booking/converge.ts';
import { reconcile } from '../../src/features/booking/jobs.ts';
import { Candidate } from './candidate.ts';
import { until } from './until.ts';
import type { World } from './world.ts';

/** What tests of a booking's later life do again and again. */
export function bookingsOf(world: () => World) {
  const db = () => world().application.deps.db;
  const rowOf = (id: string) =>
    db().selectFrom('bookings').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  type Row = Awaited<ReturnType<typeof rowOf>>;

  const settled = (id: string, isThere: (row: Row) => boolean, what: string) =>
    until(
      async () => {
        const row = await rowOf(id);
        if (isThere(row)) return row;
        await converge(world().application.deps, id);
        return null;
      },
      { seconds: 30, what },
    );

  return {
    rowOf,
    /** Converges until the booking is as wanted; another process may be at it as well. */
    settled,
    reconciled: (id: string, isThere: (row: Row) => boolean, what: string) =>
      until(
        async () => {
          await reconcile(world().application.deps);
          const row = await rowOf(id);
          return isThere(row) && row;
        },
        { seconds: 30, what },
      ),
    /** A booking with its details given and paid for; what comes of it is the test's matter. */
    async paid(slug: string, name: string) {
      const candidate = new Candidate(world(), name);
      const id = await candidate.hold(slug);
      await candidate.giveDetails(id);
      await candidate.pay(await candidate.checkout(id));
      return { candidate, id };
    },
    async confirmed(slug: string, name: string) {
      const { candidate, id } = await this.paid(slug, name);
      const row = await settled(id, ({ state }) => state === 'confirmed', `${id} is confirmed`);
      return { candidate, id, row };
    },
    async mailsOf(id: string): Promise<string[]> {
      const rows = await db().selectFrom('mails').select('kind').where('bookingId', '=', id).execute();
      return rows.map(({ kind }) => kind).sort();
    },
    alertsOf: async (id: string) => {
      const rows = await db().selectFrom('alerts').select('kind').where('bookingId', '=', id).execute();
      return rows.map(({ kind }) => kind);
    },
    refundsOf: (id: string) =>
      db()
        .selectFrom('refunds')
        .select(['cause', 'state', 'amountCents', 'attempt', 'problem'])
        .where('bookingId', '=', id)
        .orderBy('attempt')
        .execute(),
    async calendarOf(uid: string) {
      return (await world().calcom.state()).bookings.find((booking) => booking.uid === uid);
    },
    /** What the interviewer does on cal.com itself. */
    asHost: (slug: string, path: string, body: object = {}) =>
      fetch(`${world().calcom.url}/v2/bookings/${path}`, {
        method: 'POST',
        headers: {
          Authorization: `Bearer cal_sandbox_${slug}`,
          'cal-api-version': '2026-02-25',
          'Content-Type': 'application/json',
        },
        body: JSON.stringify(body),
      }),
  };
}
