import { type Context, Hono } from 'hono';
import type { Deps } from '../../deps.ts';
import { urls } from '../../urls.ts';
import type { AppEnv } from '../../web/env.ts';
import { page } from '../../web/respond.ts';
import { socialImage } from '../cards/address.ts';
import { CLAUSE_CARDS } from '../cards/domain.ts';
import { llms, manifest, robots, securityTxt, sitemap } from './for-machines.ts';
import { PrivacyPage } from './privacy-view.tsx';
import { listedInterviewers } from './queries.ts';
import { RefundsPage } from './refunds-view.tsx';
import { TermsPage } from './terms-view.tsx';

const TEXT = 'text/plain; charset=utf-8';

/** What a site has beside its product: the terms, and the files that machines ask for by name. */
export function siteRoutes(deps: Deps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const { publicUrl, operatorEmail } = deps.config;

  const images = {
    terms: socialImage(CLAUSE_CARDS.terms),
    privacy: socialImage(CLAUSE_CARDS.privacy),
    refunds: socialImage(CLAUSE_CARDS.refunds),
  };

  app.get(urls.terms(), (c) =>
    page(c, <TermsPage shell={c.var.shell} contact={operatorEmail} image={images.terms} />),
  );
  app.get(urls.privacy(), (c) =>
    page(c, <PrivacyPage shell={c.var.shell} contact={operatorEmail} image={images.privacy} />),
  );
  app.get(urls.refunds(), (c) =>
    page(c, <RefundsPage shell={c.var.shell} contact={operatorEmail} image={images.refunds} />),
  );

  app.get(urls.sitemap(), async (c) =>
    file(c, sitemap(publicUrl, await listedInterviewers(deps.db)), 'application/xml; charset=utf-8'),
  );
  app.get(urls.llms(), async (c) =>
    file(c, llms(publicUrl, await listedInterviewers(deps.db), c.var.shell), TEXT),
  );
  app.get(urls.robots(), (c) => file(c, robots(publicUrl), TEXT));
  app.get(urls.securityTxt(), (c) => file(c, securityTxt(publicUrl, operatorEmail, deps.now()), TEXT));
  app.get(urls.manifest(), (c) => file(c, JSON.stringify(manifest()), 'application/manifest+json'));

  return app;
}

/** An hour in caches: long enough for a crawler's visit, short enough for a price that changed. */
function file(c: Context<AppEnv>, text: string, type: string): Response {
  return c.body(text, 200, { 'Content-Type': type, 'Cache-Control': 'public, max-age=3600' });
}
