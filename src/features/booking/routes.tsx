import { Hono } from 'hono';
import type { Deps } from '../../deps.ts';
import type { AppEnv } from '../../web/env.ts';
import { changeRoutes } from './routes/change.tsx';
import { claimRoutes } from './routes/claim.tsx';
import { detailsRoutes } from './routes/details.tsx';
import { moneyBackRoutes } from './routes/money-back.tsx';
import { moveRoutes } from './routes/move.tsx';
import { ownRoutes } from './routes/own.tsx';
import { paymentRoutes } from './routes/payment.tsx';

/** The way from a profile to a confirmed booking, one file a step. */
export function bookingRoutes(deps: Deps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  // What these pages hold is one person's: no proxy and no Back button of the next person keeps it.
  app.use('/bookings/*', async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
    c.header('Referrer-Policy', 'no-referrer');
    c.header('X-Robots-Tag', 'noindex');
  });
  app.route('/', claimRoutes(deps));
  app.route('/', detailsRoutes(deps));
  app.route('/', paymentRoutes(deps));
  app.route('/', ownRoutes(deps));
  app.route('/', moveRoutes(deps));
  app.route('/', changeRoutes(deps));
  app.route('/', moneyBackRoutes(deps));
  return app;
}
