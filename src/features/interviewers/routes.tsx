import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Deps } from '../../deps.ts';
import { urls } from '../../urls.ts';
import type { AppEnv } from '../../web/env.ts';
import { fragment, page, wantsFragment } from '../../web/respond.ts';
import { CatalogueList, InterviewersPage } from './catalogue-views.tsx';
import { catalogueOf } from './domain.ts';
import { ProfileDialog, ProfilePage } from './profile-views.tsx';
import { portrait, publishedInterviewers, publishedProfile } from './queries.ts';

/** The list of interviewers, their profiles and their portraits. */
export function interviewersRoutes(deps: Deps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get(urls.interviewers(), async (c) => {
    const asked = {
      subject: c.req.queries('subject') ?? [],
      technology: c.req.queries('technology') ?? [],
    };
    const catalogue = catalogueOf(await publishedInterviewers(deps.db), asked);
    if (wantsFragment(c)) return fragment(c, <CatalogueList catalogue={catalogue} />);
    return page(c, <InterviewersPage shell={c.var.shell} catalogue={catalogue} />);
  });

  app.get(urls.interviewer(':slug'), async (c) => {
    const profile = await publishedProfile(deps.db, c.req.param('slug'));
    if (!profile) throw new HTTPException(404);
    const view = { profile, now: deps.now() };
    if (wantsFragment(c)) return fragment(c, <ProfileDialog {...view} />);
    return page(c, <ProfilePage shell={c.var.shell} {...view} />);
  });

  // Opened on its own, a drawing may be styled and nothing else.
  app.get(urls.portrait(':id'), async (c) => {
    const found = await portrait(deps.db, c.req.param('id'));
    if (!found) throw new HTTPException(404);
    return c.body(new Uint8Array(found.bytes), 200, {
      'Content-Type': found.contentType,
      'Cache-Control': 'public, max-age=31536000, immutable',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    });
  });

  return app;
}
