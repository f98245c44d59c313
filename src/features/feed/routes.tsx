import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Deps } from '../../deps.ts';
import { hashToken, newToken } from '../../secrets.ts';
import { urls } from '../../urls.ts';
import { requireInterviewer } from '../../web/guards.ts';
import { page, seeOther } from '../../web/respond.ts';
import { ownPanel, type PanelEnv } from '../admin/own.ts';
import { feedCalendar } from './calendar.ts';
import { FEED_DAYS_BACK, MOST_IN_FEED } from './domain.ts';
import { dropFeed, feedOf, feedSessions, keepFeed, readerOf } from './queries.ts';
import { FeedPage } from './views/feed-page.tsx';

const DAY_MS = 86_400_000;

/** An interviewer's sessions in their own calendar, by an address that is a secret and can be revoked. */
export function feedRoutes(deps: Deps): Hono<PanelEnv> {
  const { db, now } = deps;
  const app = new Hono<PanelEnv>();
  const guards = [requireInterviewer(deps), ownPanel(deps)] as const;

  app.get(urls.adminFeed(), ...guards, async (c) => {
    const owner = c.get('owner');
    return page(
      c,
      <FeedPage shell={c.get('shell')} owner={owner} feed={await feedOf(db, owner.id)} address={null} />,
    );
  });

  app.post(urls.adminFeed(), ...guards, async (c) => {
    const owner = c.get('owner');
    const { token, hash } = newToken();
    await keepFeed(db, { interviewerId: owner.id, keyHash: hash, madeAt: now() });
    const address = new URL(urls.feed(token), deps.config.publicUrl).href;
    return page(
      c,
      <FeedPage shell={c.get('shell')} owner={owner} feed={await feedOf(db, owner.id)} address={address} />,
    );
  });

  app.post(urls.adminFeedRevocation(), ...guards, async (c) => {
    await dropFeed(db, c.get('owner').id);
    return seeOther(c, urls.adminFeed());
  });

  // Read by calendars, which have no session: the key is all there is.
  app.get('/feed.ics', async (c) => {
    const key = c.req.query('key') ?? '';
    const owner = /^[\w-]{43}$/.test(key) ? await readerOf(db, hashToken(key), now()) : null;
    if (!owner) throw new HTTPException(404);
    const since = new Date(now().getTime() - FEED_DAYS_BACK * DAY_MS);
    const sessions = await feedSessions(db, owner, { since, limit: MOST_IN_FEED });
    return c.body(feedCalendar(sessions, deps.config.publicUrl), 200, {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Cache-Control': 'private, no-store',
      'X-Robots-Tag': 'noindex',
    });
  });

  return app;
}
