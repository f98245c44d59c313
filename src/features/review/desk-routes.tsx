import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { isUuid } from '../../db/uuid.ts';
import type { Deps } from '../../deps.ts';
import { urls } from '../../urls.ts';
import type { AppEnv } from '../../web/env.ts';
import { whole } from '../../web/forms.ts';
import { requireOperator } from '../../web/guards.ts';
import { page, seeOther } from '../../web/respond.ts';
import { DESK_ZONE } from '../operator/zone.ts';
import { settleReview } from './commands.ts';
import { ReviewsPage } from './desk/reviews-view.tsx';
import { findReview, reviewCases } from './queries.ts';

const SHOWN = 100;
const DECISIONS = {
  approved: { decision: 'approved', onHome: false },
  'approved-home': { decision: 'approved', onHome: true },
  declined: { decision: 'declined', onHome: false },
} as const;

/** What the operator decides about reviews. */
export function reviewDeskRoutes(deps: Deps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const operator = requireOperator(deps);

  app.get(urls.operatorReviews(), operator, async (c) => {
    const cases = await reviewCases(deps.db, SHOWN);
    return page(
      c,
      <ReviewsPage shell={c.get('shell')} user={c.get('user')} cases={cases} zone={DESK_ZONE} />,
    );
  });

  app.post(urls.operatorReview(':id'), operator, async (c) => {
    const id = c.req.param('id') ?? '';
    if (!isUuid(id) || !(await findReview(deps.db, id))) throw new HTTPException(404);
    const named = String((await whole(c.req.formData())).get('decision'));
    if (!Object.hasOwn(DECISIONS, named)) throw new HTTPException(400);
    // Decided by somebody else meanwhile: the list says how.
    await settleReview(deps, id, { ...DECISIONS[named as keyof typeof DECISIONS], by: c.get('user').email });
    return seeOther(c, urls.operatorReviews());
  });

  return app;
}
