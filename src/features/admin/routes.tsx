import { type Context, Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { urls } from '../../urls.ts';
import type { AppEnv } from '../../web/env.ts';
import { whole } from '../../web/forms.ts';
import { requireInterviewer } from '../../web/guards.ts';
import { page, seeOther } from '../../web/respond.ts';
import { AgendaPage } from './agenda-views.tsx';
import { attachment } from './attachment.ts';
import { BookingPage } from './booking-views.tsx';
import { confirmReading, updateProfile } from './commands.ts';
import type { BookedInterview, PanelOwner } from './domain.ts';
import { NO_PROBLEMS, parseProfile, readValues, toValues } from './profile-form.ts';
import { profileOf, tagChoices } from './profile-queries.ts';
import { ProfilePage } from './profile-views.tsx';
import { bookingOf, ownerOf, pastOf, upcomingOf } from './queries.ts';

interface PanelEnv {
  Variables: AppEnv['Variables'] & { owner: PanelOwner };
}

const UPCOMING_SHOWN = 50;
const PAST_SHOWN = 10;

/** The interviewer's panel. */
export function adminRoutes(deps: Deps): Hono<PanelEnv> {
  const { db, now } = deps;
  const app = new Hono<PanelEnv>();
  const signedIn = requireInterviewer(deps);
  const own = ownPanel(deps);

  app.get(urls.admin(), signedIn, own, async (c) => {
    const owner = c.get('owner');
    const [upcoming, past] = await Promise.all([
      upcomingOf(db, owner.id, now(), UPCOMING_SHOWN),
      pastOf(db, owner.id, now(), PAST_SHOWN),
    ]);
    return page(
      c,
      <AgendaPage shell={c.get('shell')} owner={owner} now={now()} upcoming={upcoming} past={past} />,
    );
  });

  app.get(urls.adminBooking(':id'), signedIn, own, async (c) => {
    const booking = await ownBooking(deps, c);
    return page(
      c,
      <BookingPage shell={c.get('shell')} owner={c.get('owner')} booking={booking} now={now()} />,
    );
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

  app.get(urls.adminProfile(), signedIn, own, async (c) => {
    const owner = c.get('owner');
    const [profile, choices] = await Promise.all([profileOf(db, owner.id), tagChoices(db)]);
    const props = { shell: c.get('shell'), owner, profile, choices };
    const isSaved = c.req.query('notice') === 'saved';
    return page(
      c,
      <ProfilePage {...props} values={toValues(profile)} problems={NO_PROBLEMS} saved={isSaved} />,
    );
  });

  app.post(urls.adminProfile(), signedIn, own, async (c) => {
    const owner = c.get('owner');
    const values = readValues(await whole(c.req.formData()));
    const choices = await tagChoices(db);
    const parsed = parseProfile(values, choices, now());
    if ('errors' in parsed) {
      const profile = await profileOf(db, owner.id);
      const props = { shell: c.get('shell'), owner, profile, choices };
      return page(c, <ProfilePage {...props} values={values} problems={parsed} />, 422);
    }
    await updateProfile(deps, owner.id, parsed.profile);
    return seeOther(c, urls.adminProfile('saved'));
  });

  return app;
}

/** Whose panel this is. Somebody without a profile has none; an operator has the desk instead. */
function ownPanel({ db }: Pick<Deps, 'db'>) {
  return createMiddleware<PanelEnv>(async (c, next) => {
    const user = c.get('user');
    const owner = await ownerOf(db, user.id);
    if (!owner && user.role === 'operator' && c.req.path === urls.admin()) {
      return seeOther(c, urls.operator());
    }
    if (!owner) throw new HTTPException(404);
    c.set('owner', owner);
    await next();
  });
}

async function ownBooking({ db }: Pick<Deps, 'db'>, c: Context<PanelEnv>): Promise<BookedInterview> {
  const id = z.guid().safeParse(c.req.param('id'));
  const booking = id.success ? await bookingOf(db, c.get('owner').id, id.data) : null;
  if (!booking) throw new HTTPException(404);
  return booking;
}
