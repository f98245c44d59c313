import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Deps } from '../../deps.ts';
import { urls } from '../../urls.ts';
import { attachment } from '../../web/attachment.ts';
import { whole } from '../../web/forms.ts';
import { requireInterviewer } from '../../web/guards.ts';
import { fragment, page, seeOther, wantsFragment } from '../../web/respond.ts';
import { recordOf } from '../booking/record.ts';
import { isPdf } from '../booking/resume-file.ts';
import { reviewFor } from '../review/record.ts';
import type { NoteForm } from './acknowledge-view.tsx';
import { AgendaPage } from './agenda-views.tsx';
import { BookingPage } from './booking-views.tsx';
import { changeRoutes, NOTE_TOO_LONG } from './change-routes.tsx';
import { MOST_OF_A_NOTE } from './change-views.tsx';
import { confirmReading } from './commands.ts';
import type { BookedInterview } from './domain.ts';
import { ownBooking, ownPanel, type PanelEnv } from './own.ts';
import { readPastSearch } from './past-domain.ts';
import { pastOf } from './past-queries.ts';
import { PastPage, PastResults } from './past-views.tsx';
import { profileRoutes } from './profile-routes.tsx';
import { reportsOwedBy, upcomingOf } from './queries.ts';

const UPCOMING_SHOWN = 50;
const PAST_SHOWN = 10;
const PAST_PAGE = 30;
const OWED_SHOWN = 10;

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
      pastOf(db, owner.id, now(), { limit: PAST_SHOWN }),
      reportsOwedBy(db, owner.id, now(), OWED_SHOWN),
    ]);
    return page(
      c,
      <AgendaPage
        shell={c.get('shell')}
        owner={owner}
        now={now()}
        upcoming={upcoming}
        past={past.entries}
        owed={owed}
        hasMorePast={past.total > PAST_SHOWN}
      />,
    );
  });

  app.get(urls.adminPast(), signedIn, own, async (c) => {
    const owner = c.get('owner');
    const { page: number, ...search } = readPastSearch(c.req.query());
    const offset = (number - 1) * PAST_PAGE;
    const { entries, total } = await pastOf(db, owner.id, now(), { limit: PAST_PAGE, offset, search });
    const found = { search, entries, total, page: number, hasMore: total > offset + PAST_PAGE, now: now() };
    if (wantsFragment(c)) return fragment(c, <PastResults {...found} zone={owner.timeZone} />);
    return page(c, <PastPage shell={c.get('shell')} owner={owner} {...found} />);
  });

  app.get(urls.adminBooking(':id'), signedIn, own, async (c) => {
    return bookingPage(c, await ownBooking(deps, c));
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
    const booking = await ownBooking(deps, c);
    const note = String((await whole(c.req.formData())).get('prepare') ?? '')
      .replaceAll('\r\n', '\n')
      .trim();
    if (note.length > MOST_OF_A_NOTE) return bookingPage(c, booking, { note, error: NOTE_TOO_LONG });
    await confirmReading(deps, c.get('owner').id, booking.id, note);
    return seeOther(c, urls.adminBooking(booking.id));
  });

  app.get(urls.adminBookingResumeView(':id'), signedIn, own, async (c) => {
    const { id } = await ownBooking(deps, c);
    const resume = await deps.resumes.get(id);
    // What is no PDF by its first bytes is never shown, whatever it was taken for when it came.
    if (!resume || !isPdf(resume.bytes)) throw new HTTPException(404);
    // Opened by itself it is saved, as ever.
    const saved = attachment(resume.filename);
    const isFramed = c.req.header('Sec-Fetch-Dest') !== 'document';
    const disposition = isFramed ? saved.replace(/^attachment/, 'inline') : saved;
    return c.body(new Uint8Array(resume.bytes), 200, { ...IN_A_FRAME, 'Content-Disposition': disposition });
  });

  app.route('/', profileRoutes(deps));
  app.route('/', changeRoutes(deps));

  return app;

  /** One booking; `form`: with a note that can't be sent as it was typed. */
  async function bookingPage(c: Context<PanelEnv>, booking: BookedInterview, form?: NoteForm) {
    const props = { shell: c.get('shell'), owner: c.get('owner'), booking, now: now(), form };
    const [record, review] = await Promise.all([recordOf(db, booking.id), reviewFor(db, booking.id)]);
    return page(c, <BookingPage {...props} record={record} review={review} />, form ? 422 : 200);
  }
}

/**
 * A stranger's PDF in a frame of our page. Not `sandbox`: Chrome refuses to show a PDF in any sandbox (decision 0030);
 * it can't become anything but a PDF, its viewer runs in a process of its own, and it may load nothing.
 */
const IN_A_FRAME = {
  'Content-Type': 'application/pdf',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'",
  'X-Frame-Options': 'SAMEORIGIN',
};
