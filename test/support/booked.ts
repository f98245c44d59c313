import { converge } from '../../src/features/booking/converge.ts';
import { reconcile } from '../../src/features/booking/jobs.ts';
import { Candidate } from './candidate.ts';
import { moneyOf } from './stripe-state.ts';
import { until } from './until.ts';
import type { World } from './world.ts';

const HOUR = 3_600_000;

/** What tests of a booking that is paid for, and of its later life, do again and again. */
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
      { what },
    );

  /** Details given, the price still to be paid. */
  async function unpaid(slug: string, name: string) {
    const candidate = new Candidate(world(), name);
    const id = await candidate.hold(slug);
    await candidate.giveDetails(id);
    return { candidate, id };
  }

  /** A candidate on Stripe's page. */
  async function atStripe(slug: string, name: string) {
    const { candidate, id } = await unpaid(slug, name);
    return { candidate, id, session: await candidate.checkout(id) };
  }

  /** Paid for; what comes of it is the test's matter. */
  async function paid(slug: string, name: string) {
    const { candidate, id, session } = await atStripe(slug, name);
    await candidate.pay(session);
    return { candidate, id };
  }

  async function confirmed(slug: string, name: string) {
    const { candidate, id } = await paid(slug, name);
    const row = await settled(id, ({ state }) => state === 'confirmed', `${id} is confirmed`);
    return { candidate, id, row };
  }

  /** Moves the session so that it starts so many milliseconds from now. */
  async function startsIn(id: string, ms: number): Promise<void> {
    const startsAt = new Date(world().clock.now().getTime() + ms);
    const endsAt = new Date(startsAt.getTime() + 1.5 * HOUR);
    await db().updateTable('bookings').set({ startsAt, endsAt }).where('id', '=', id).execute();
  }

  const refundsOf = (id: string) =>
    db()
      .selectFrom('refunds')
      .select(['cause', 'state', 'amountCents', 'attempt', 'problem'])
      .where('bookingId', '=', id)
      .orderBy('attempt')
      .execute();

  return {
    rowOf,
    unpaid,
    atStripe,
    paid,
    confirmed,
    startsIn,
    refundsOf,
    /** A booking whose session ended so many milliseconds ago. */
    async over(slug: string, name: string, ms: number) {
      const { candidate, id } = await confirmed(slug, name);
      await startsIn(id, -ms - 1.5 * HOUR);
      await settled(id, ({ state }) => state === 'completed', 'the session is over');
      return { candidate, id };
    },
    /** Converges until the booking is as wanted; another process may be at it as well. */
    settled,
    /** Reconciles until it is as wanted: a round that meets the worker at the same booking passes by. */
    reconciled: (id: string, isThere: (row: Row) => boolean, what = `${id} is reconciled`) =>
      until(
        async () => {
          await reconcile(world().application.deps);
          const row = await rowOf(id);
          return isThere(row) && row;
        },
        { what },
      ),
    /** Waits for what others bring about: unlike `settled` it lends no hand. */
    inState: (id: string, state: string) =>
      until(
        async () => {
          const row = await rowOf(id);
          return row.state === state && row;
        },
        { what: `${id} is ${state}` },
      ),
    /** Converges until a refund of the booking is in this state. */
    refundIs: (id: string, state: string) =>
      until(
        async () => {
          await converge(world().application.deps, id).catch(() => 'unanswered');
          return (await refundsOf(id)).some((refund) => refund.state === state);
        },
        { what: `a refund is ${state}` },
      ),
    /** What Stripe has given back, once it has given anything back. */
    refunded: (id: string) =>
      until(
        async () => {
          const { refunds } = await moneyOf(world(), id);
          return refunds.length > 0 && refunds;
        },
        { what: 'money goes back' },
      ),
    /** Stripe no longer holds what the candidate's card was good for. */
    moneyLetGo: (id: string) =>
      until(async () => (await moneyOf(world(), id)).intents[0]?.status === 'canceled', {
        what: 'the money is let go',
      }),
    async mailsOf(id: string): Promise<string[]> {
      const rows = await db().selectFrom('mails').select('kind').where('bookingId', '=', id).execute();
      return rows.map(({ kind }) => kind).sort();
    },
    alertsOf: async (id: string) => {
      const rows = await db().selectFrom('alerts').select('kind').where('bookingId', '=', id).execute();
      return rows.map(({ kind }) => kind);
    },
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
