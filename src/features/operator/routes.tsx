import { Hono } from 'hono';
import type { Deps } from '../../deps.ts';
import { urls } from '../../urls.ts';
import type { AppEnv } from '../../web/env.ts';
import { requireOperator } from '../../web/guards.ts';
import { page } from '../../web/respond.ts';
import { deskOf } from './queries.ts';
import { DeskPage } from './views.tsx';

/** The operator's desk. */
export function operatorRoutes(deps: Deps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get(urls.operator(), requireOperator(deps), async (c) => {
    const now = deps.now();
    const desk = await deskOf(deps.db, now);
    return page(c, <DeskPage shell={c.get('shell')} user={c.get('user')} desk={desk} now={now} />);
  });

  return app;
}
