import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Deps } from '../../deps.ts';
import { urls } from '../../urls.ts';
import type { AppEnv } from '../../web/env.ts';
import { keptDrawings } from '../../web/kept.ts';
import { cardVersion } from './address.ts';
import { type Card, CLAUSE_CARDS, homeCard, listCard } from './domain.ts';
import { cardDrawing } from './drawing.ts';
import { personOnCard, portraitBytes, publishedOffers } from './queries.ts';

/** Cards kept in memory: about 30 KB each, so some ten megabytes at most. */
const MOST = 400;

/** The pictures that links to our pages bring along. */
export function cardsRoutes(deps: Deps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const kept = keptDrawings(MOST);
  const drawCard = cardDrawing(deps.assets.fontFiles);

  app.get(urls.pageCard('home'), async (c) => send(c, homeCard(await publishedOffers(deps.db))));
  app.get(urls.pageCard('interviewers'), async (c) => send(c, listCard(await publishedOffers(deps.db))));
  for (const card of Object.values(CLAUSE_CARDS)) app.get(urls.pageCard(card.page), (c) => send(c, card));

  app.get(urls.interviewerCard(':slug'), async (c) => {
    const card = await personOnCard(deps.db, c.req.param('slug'));
    if (!card) throw new HTTPException(404);
    return send(c, card);
  });

  /**
   * The card as it is now, whichever version was asked for: nobody can ask for drawings that nobody
   * needs, and a link shared last year still has its picture. Only the present version is kept for good.
   */
  async function send(c: Context<AppEnv>, card: Card): Promise<Response> {
    const version = cardVersion(card);
    const etag = `"${version}"`;
    c.header('ETag', etag);
    c.header(
      'Cache-Control',
      c.req.query('v') === version ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
    );
    // Other sites show it: that is what it is for.
    c.header('Cross-Origin-Resource-Policy', 'cross-origin');
    if (c.req.header('If-None-Match')?.includes(etag)) return c.body(null, 304);
    const png = await kept(version, () => draw(card));
    return c.body(new Uint8Array(png), 200, { 'Content-Type': 'image/png' });
  }

  async function draw(card: Card): Promise<Buffer> {
    const id = 'page' in card ? null : card.portraitId;
    return drawCard(card, id === null ? null : ((await portraitBytes(deps.db, id)) ?? null));
  }

  return app;
}
