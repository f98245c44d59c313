import { beforeAll, describe, expect, it } from 'vitest';
import { KINDS } from '../../src/features/booking/mail-kinds.ts';
import { findBooking } from '../../src/features/booking/queries.ts';
import { settleAlert } from '../../src/features/operator/alerts.ts';
import { remindOfReports } from '../../src/features/report/jobs.ts';
import { bookingsOf } from '../support/booked.ts';
import type { Candidate } from '../support/candidate.ts';
import { inWorld } from '../support/in-world.ts';
import { interviewer, letItPass, mailKinds, operator } from '../support/panel.ts';
import { until } from '../support/until.ts';
import {
  openedBy,
  reportPath as path,
  sessionOver,
  wholeReport as whole,
} from '../support/written-reports.ts';

// A report that does not come: asked for, brought before the operator, and let go.

const OWNER = 'adaeze-okonkwo';

const world = inWorld();
let owner: Candidate;

beforeAll(async () => {
  owner = await interviewer(world, OWNER);
});

const over = (name: string) => sessionOver(world, OWNER, name);
const on = bookingsOf(() => world);

describe('a report that does not come', () => {
  const remind = () => remindOfReports(world.application.deps);
  const kindsOf = async (id: string) =>
    (await mailKinds(world, id)).filter((kind) => /^report|alert/.test(kind));
  const alertsOf = (id: string) =>
    on.alertsOf(id).then((kinds) => kinds.filter((kind) => kind === 'report-overdue'));
  const ended = async (name: string, hoursAgo: number) => {
    const { candidate, id } = await over(name);
    await letItPass(world, id, hoursAgo);
    return { candidate, id };
  };

  it('is asked for by mail after a day, brought before the operator after two, once each, and let go when sent', async () => {
    const { id } = await ended('Waits For Words', 23.9);
    await remind();
    expect(await kindsOf(id)).toEqual([]);
    expect(await (await owner.get('/admin')).text()).not.toContain('Overdue');
    await letItPass(world, id, 24.1);
    await Promise.all([remind(), remind()]);
    await remind();
    expect(await kindsOf(id)).toEqual(['report-reminder']);
    expect(await alertsOf(id)).toEqual([]);
    const mail = await until(async () =>
      (await world.mail.messages()).find(
        ({ subject }) => subject === 'Waits For Words waits for your report',
      ),
    );
    expect(mail.text).toContain(`/admin/bookings/${id}/report`);
    expect(await (await owner.get('/admin')).text()).toContain('Overdue');

    await letItPass(world, id, 48.1);
    await remind();
    await remind();
    expect(await alertsOf(id)).toEqual(['report-overdue']);
    expect(await kindsOf(id)).toEqual(['report-reminder', 'operator-alert']);
    const desk = await (await operator(world)).get('/operator');
    expect(await desk.text()).toContain('Waits For Words still waits for the report');

    await owner.post(path(id), { ...whole, ...(await openedBy(owner, id)), intent: 'send' });
    const open = await world.application.deps.db
      .selectFrom('alerts')
      .select('id')
      .where('bookingId', '=', id)
      .where('resolvedAt', 'is', null)
      .execute();
    expect(open).toEqual([]);
    await remind();
    expect(await alertsOf(id)).toEqual(['report-overdue']);
  });

  it('is not asked for where it was sent, where there was no session, or where the price goes back', async () => {
    const { db } = world.application.deps;
    const sent = await ended('Has It', 2);
    await owner.post(path(sent.id), { ...whole, ...(await openedBy(owner, sent.id)), intent: 'send' });
    const absent = await ended('Stayed Away', 2);
    await db.updateTable('bookings').set({ absent: 'candidate' }).where('id', '=', absent.id).execute();
    const canceled = await ended('Called Off', 2);
    await db
      .updateTable('bookings')
      .set({
        state: 'cancelled',
        endReason: 'candidate-cancelled',
        endedAt: new Date(),
        calendarReleasedAt: new Date(),
      })
      .where('id', '=', canceled.id)
      .execute();
    const claimed = await ended('Wants It Back', 2);
    await claimed.candidate.post(`/bookings/${claimed.id}/claim`, { kind: 'not-worth-it', reason: '' });
    const queued = await ended('Waits For A Person', 2);
    const claim = { bookingId: queued.id, kind: 'not-worth-it', state: 'queued', claimedAt: new Date() };
    await db.insertInto('claims').values(claim).execute();
    const returned = await ended('Got It Back', 2);
    // At Stripe, too: what is only in our table is put right from there.
    await (await operator(world)).post(`/operator/bookings/${returned.id}/refund`, {});
    await on.settled(returned.id, (row) => row.refundedCents === row.capturedCents, 'the price is back');
    const old = await ended('Long Ago', 15 * 24);
    // Only now, when each has its reason: the worker's own round may come at any time.
    const all = [absent, canceled, claimed, queued, returned, sent];
    const endsAt = new Date(Date.now() - 60 * 3_600_000);
    await db
      .updateTable('bookings')
      .set({ startsAt: new Date(endsAt.getTime() - 90 * 60_000), endsAt })
      .where(
        'id',
        'in',
        all.map(({ id }) => id),
      )
      .execute();
    await remind();
    for (const { id } of [...all, old]) {
      expect(await alertsOf(id)).toEqual([]);
      expect(await mailKinds(world, id)).not.toContain('report-reminder');
    }
    const html = await (await owner.get('/admin')).text();
    const owed = /aria-labelledby="owed"[\s\S]*?<\/section>/.exec(html)?.[0] ?? '';
    for (const name of ['Wants It Back', 'Got It Back', 'Stayed Away']) expect(owed).not.toContain(name);
  });

  it('is not brought before the operator again once they have dealt with it', async () => {
    const { id } = await ended('Talked It Over', 50);
    await remind();
    const { deps } = world.application;
    const alert = { bookingId: id, kind: 'report-overdue' };
    await settleAlert(deps, deps.db, alert, 'the operator');
    await remind();
    expect(await alertsOf(id)).toEqual(['report-overdue']);
  });

  it('is not asked for any more when it was sent while the mail waited', async () => {
    const { id } = await ended('Just In Time', 30);
    const { deps } = world.application;
    const booking = await findBooking(deps.db, id);
    if (!booking) throw new Error('gone');
    const occasion = { db: deps.db, booking, occasion: '', now: deps.now() };
    expect(await KINDS['report-reminder'].prepare(occasion)).not.toBeNull();
    await owner.post(path(id), { ...whole, ...(await openedBy(owner, id)), intent: 'send' });
    expect(await KINDS['report-reminder'].prepare(occasion)).toBeNull();
  });
});
