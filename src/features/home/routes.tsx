import { Hono } from 'hono';
import type { Deps } from '../../deps.ts';
import { ICON_SVG } from '../../ui/mark.tsx';
import { urls } from '../../urls.ts';
import type { AppEnv } from '../../web/env.ts';
import { page } from '../../web/respond.ts';
import { visitorZone } from '../../web/visitor-zone.ts';
import { socialImage } from '../cards/address.ts';
import { homeCard } from '../cards/domain.ts';
import { companiesWorthNaming, lowestPrice, nextOpenTimes, selection } from './domain.ts';
import { approvedTestimonials, companies, publishedPeople } from './queries.ts';
import { HomePage } from './views.tsx';

/** The home page, and the icon in the browser's tab. */
export function homeRoutes(deps: Deps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get(urls.home(), async (c) => {
    const [everyone, worked, testimonials] = await Promise.all([
      publishedPeople(deps.db, deps.now()),
      companies(deps.db),
      approvedTestimonials(deps.db, 3),
    ]);
    const facts = {
      from: lowestPrice(everyone),
      people: selection(everyone, 4),
      companies: companiesWorthNaming(worked),
      testimonials,
      open: nextOpenTimes(everyone, 5),
      zone: visitorZone(c),
    };
    return page(c, <HomePage shell={c.var.shell} facts={facts} image={socialImage(homeCard(everyone))} />);
  });

  app.get(urls.icon(), (c) =>
    c.body(ICON_SVG, 200, { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'public, max-age=86400' }),
  );

  return app;
}
