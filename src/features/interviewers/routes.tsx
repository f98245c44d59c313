import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Deps } from '../../deps.ts';
import { urls } from '../../urls.ts';
import type { AppEnv } from '../../web/env.ts';
import { fragment, page, wantsFragment } from '../../web/respond.ts';
import { visitorZone } from '../../web/visitor-zone.ts';
import { socialImage } from '../cards/address.ts';
import { listCard, personCard } from '../cards/domain.ts';
import { publicStanding } from '../review/record.ts';
import { choiceFrom } from './address-domain.ts';
import { catalogueOf } from './catalogue-domain.ts';
import { CatalogueList, InterviewersPage } from './catalogue-views.tsx';
import { openDays, windowsAt } from './openings-domain.ts';
import { PausedPage } from './paused-view.tsx';
import { widthsOf } from './portrait-domain.ts';
import { ProfileDialog, ProfilePage } from './profile-views.tsx';
import {
  nextSlots,
  pausedInterviewer,
  portrait,
  publishedInterviewers,
  publishedProfile,
} from './queries.ts';
import { similarTo } from './similar-domain.ts';
import { startsOf } from './starts-domain.ts';

/** The list of interviewers, their profiles and their portraits. */
export function interviewersRoutes(deps: Deps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get(urls.interviewers(), async (c) => {
    const [now, zone] = [deps.now(), visitorZone(c)];
    const address = new URL(c.req.url).searchParams;
    const everyone = await publishedInterviewers(deps.db, windowsAt(now, zone));
    const catalogue = catalogueOf(everyone, choiceFrom(address));
    const starts = startsOf(everyone, catalogue.choice);
    const view = { catalogue, starts, now, zone, contact: deps.config.operatorEmail };
    if (!wantsFragment(c)) {
      // Only the form, sent without a script, names what was left empty.
      if ([...address.values()].includes('')) return c.redirect(urls.interviewers(catalogue.choice), 303);
      return page(
        c,
        <InterviewersPage shell={c.var.shell} image={socialImage(listCard(everyone))} {...view} />,
      );
    }
    // The address says what is chosen and nothing else. Typing is one step of history, not one a letter.
    const typing = /#q\b/.test(c.req.header('HX-Source') ?? '');
    c.header(typing ? 'HX-Replace-Url' : 'HX-Push-Url', urls.interviewers(catalogue.choice));
    return fragment(c, <CatalogueList {...view} />);
  });

  app.get(urls.interviewer(':slug'), async (c) => {
    const [now, zone] = [deps.now(), visitorZone(c)];
    const profile = await publishedProfile(deps.db, c.req.param('slug'));
    if (!profile) return paused(c, c.req.param('slug'));
    const [slots, standing] = await Promise.all([
      nextSlots(deps.db, profile.id, now),
      publicStanding(deps.db, profile.id),
    ]);
    const days = openDays(slots, zone);
    const view = {
      profile,
      days,
      standing,
      now,
      zone,
      contact: deps.config.operatorEmail,
      terms: c.var.shell.terms,
    };
    if (wantsFragment(c)) return fragment(c, <ProfileDialog {...view} />);
    return page(c, <ProfilePage shell={c.var.shell} image={socialImage(personCard(profile))} {...view} />);
  });

  app.get(urls.portrait(':id'), async (c) => picture(c, await portrait(deps.db, c.req.param('id'))));
  app.get(urls.portraitSize(':id', ':width'), async (c) => {
    const width = Number(c.req.param('width'));
    const found = widthsOf(c.req.param('id')).includes(width);
    return picture(c, found ? await portrait(deps.db, c.req.param('id'), width) : undefined);
  });

  /** Named by the hash of its bytes. Opened on its own, a drawing may be styled and nothing else. */
  function picture(c: Context<AppEnv>, found: { contentType: string; bytes: Buffer } | undefined): Response {
    if (!found) throw new HTTPException(404);
    return c.body(new Uint8Array(found.bytes), 200, {
      'Content-Type': found.contentType,
      'Cache-Control': 'public, max-age=31536000, immutable',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    });
  }

  async function paused(c: Context<AppEnv>, slug: string): Promise<Response> {
    const missing = await pausedInterviewer(deps.db, slug);
    if (!missing) throw new HTTPException(404);
    const [now, zone] = [deps.now(), visitorZone(c)];
    const everyone = await publishedInterviewers(deps.db, windowsAt(now, zone));
    const view = { similar: similarTo(missing, everyone), now, zone };
    return page(c, <PausedPage shell={c.var.shell} {...view} />, 410);
  }

  return app;
}
