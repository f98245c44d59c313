import { Hono } from 'hono';
import type { Deps } from '../../deps.ts';
import { urls } from '../../urls.ts';
import { requireInterviewer } from '../../web/guards.ts';
import { page } from '../../web/respond.ts';
import { ownPanel, type PanelEnv } from '../admin/own.ts';
import { csvOf, statementOf } from './domain.ts';
import { currentShare, earnedSessions, monthSums, paidTotals, payoutsOf } from './queries.ts';
import { EarningsPage } from './views/earnings-page.tsx';

const PAYOUTS_SHOWN = 24;
/** Sessions in one file: twenty years of one a day. */
const MOST_SESSIONS = 7500;

/** What an interviewer has earned. */
export function earningsRoutes(deps: Deps): Hono<PanelEnv> {
  const { db, now } = deps;
  const app = new Hono<PanelEnv>();
  const guards = [requireInterviewer(deps), ownPanel(deps)] as const;

  app.get(urls.adminEarnings(), ...guards, async (c) => {
    const owner = c.get('owner');
    const [sums, paid, payouts, share] = await Promise.all([
      monthSums(db, owner.id, { zone: owner.timeZone, now: now() }),
      paidTotals(db, owner.id),
      payoutsOf(db, owner.id, PAYOUTS_SHOWN),
      currentShare(db, now()),
    ]);
    const currency = sums.at(-1)?.currency ?? 'usd';
    const own = sums.filter((sum) => sum.currency === currency);
    return page(
      c,
      <EarningsPage
        shell={c.get('shell')}
        owner={owner}
        statement={statementOf(currency, own, paid.get(currency) ?? 0)}
        payouts={payouts}
        sharePercent={share}
        guaranteeDays={c.get('shell').terms.guaranteeDays}
        now={now()}
      />,
    );
  });

  app.get(urls.adminEarningsCsv(), ...guards, async (c) => {
    const owner = c.get('owner');
    const sessions = await earnedSessions(db, owner.id, { now: now(), limit: MOST_SESSIONS });
    return c.body(csvOf(sessions, owner.timeZone), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="earnings.csv"',
    });
  });

  return app;
}
