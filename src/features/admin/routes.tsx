import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Deps } from '../../deps.ts';
import { urls } from '../../urls.ts';
import { attachment } from '../../web/attachment.ts';
import { requireInterviewer } from '../../web/guards.ts';
import { page, seeOther } from '../../web/respond.ts';
import { recordOf } from '../booking/record.ts';
import { reviewFor } from '../review/record.ts';
import { AgendaPage } from './agenda-views.tsx';
import { BookingPage } from './booking-views.tsx';
import { changeRoutes } from './change-routes.tsx';
import { confirmReading } from './commands.ts';
import { ownBooking, ownPanel, type PanelEnv } from './own.ts';
import { PastPage } from './past-views.tsx';
import { profileRoutes } from './profile-routes.tsx';
import { pastOf, reportsOwedBy, upcomingOf } from './queries.ts';

const UPCOMING_SHOWN = 50;
const PAST_SHOWN = 10;
const PAST_PAGE = 30;
const OWED_SHOWN = 10;
const MOST_PAGES = 1000;

/** The interviewer's panel. */
export function adminRoutes(deps: Deps): Hono<PanelEnv> {
  const { db, now } = deps;
  const app = new Hono<PanelEnv>();
  const signedIn = requireInterviewer(deps);
  const own = ownPanel(deps);

  app.get(urls.admin(), signedIn, own, async (c) => {
    const owner = c.get('owner');
    const [upcoming, past, owed] = await Promise.all([
      upcomingOf(db, owner.id, now(), UPCOMING_SHOWN),
      pastOf(db, owner.id, now(), { limit: PAST_SHOWN + 1 }),
      reportsOwedBy(db, owner.id, now(), OWED_SHOWN),
    ]);
    return page(
      c,
      <AgendaPage
        shell={c.get('shell')}
        owner={owner}
        now={now()}
        upcoming={upcoming}
        past={past.slice(0, PAST_SHOWN)}
        owed={owed}
        hasMorePast={past.length > PAST_SHOWN}
      />,
    );
  });

  app.get(urls.adminPast(), signedIn, own, async (c) => {
    const owner = c.get('owner');
    const asked = Math.trunc(Number(c.req.query('page') ?? 1));
    const number = asked >= 1 && asked <= MOST_PAGES ? asked : 1;
    const offset = (number - 1) * PAST_PAGE;
    const entries = await pastOf(db, owner.id, now(), { limit: PAST_PAGE + 1, offset });
    const props = { shell: c.get('shell'), owner, number, now: now() };
    return page(
      c,
      <PastPage {...props} entries={entries.slice(0, PAST_PAGE)} hasMore={entries.length > PAST_PAGE} />,
    );
  });

  app.get(urls.adminBooking(':id'), signedIn, own, async (c) => {
    const booking = await ownBooking(deps, c);
    const props = { shell: c.get('shell'), owner: c.get('owner'), booking, now: now() };
    const [record, review] = await Promise.all([recordOf(db, booking.id), reviewFor(db, booking.id)]);
    return page(c, <BookingPage {...props} record={record} review={review} />);
  });

  app.get(urls.adminBookingResume(':id'), signedIn, own, async (c) => {
    const { id } = await ownBooking(deps, c);
    const resume = await deps.resumes.get(id);
    if (!resume) throw new HTTPException(404);
    return c.body(new Uint8Array(resume.bytes), 200, {
      'Content-Type': 'application/pdf',
      'Content-Disposition': attachment(resume.filename),
      // A stranger's file: powerless, should a browser show it instead of saving it.
      'Content-Security-Policy': "default-src 'none'; sandbox",
    });
  });

  app.post(urls.adminBookingReading(':id'), signedIn, own, async (c) => {
    const { id } = await ownBooking(deps, c);
    await confirmReading(deps, c.get('owner').id, id);
    return seeOther(c, urls.adminBooking(id));
  });

  app.route('/', profileRoutes(deps));
  app.route('/', changeRoutes(deps));

  return app;
}
