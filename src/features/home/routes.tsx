import { Hono } from 'hono';
import type { Deps } from '../../deps.ts';
import { ICON_SVG } from '../../ui/mark.tsx';
import { urls } from '../../urls.ts';
import type { AppEnv } from '../../web/env.ts';
import { page } from '../../web/respond.ts';
import { companiesWorthNaming } from './domain.ts';
import { companies, highlights, lowestPrice } from './queries.ts';
import { HomePage } from './views.tsx';

/** The home page, and the icon in the browser's tab. */
export function homeRoutes(deps: Deps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get(urls.home(), async (c) => {
    const [people, from, worked] = await Promise.all([
      highlights(deps.db, 4),
      lowestPrice(deps.db),
      companies(deps.db),
    ]);
    const facts = { people, from, companies: companiesWorthNaming(worked) };
    return page(c, <HomePage shell={c.var.shell} facts={facts} />);
  });

  app.get(urls.icon(), (c) =>
    c.body(ICON_SVG, 200, { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'public, max-age=86400' }),
  );

  return app;
}
