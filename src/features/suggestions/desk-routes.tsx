import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { isUuid } from '../../db/uuid.ts';
import type { Deps } from '../../deps.ts';
import { urls } from '../../urls.ts';
import type { AppEnv } from '../../web/env.ts';
import { whole } from '../../web/forms.ts';
import { requireOperator } from '../../web/guards.ts';
import { page, seeOther } from '../../web/respond.ts';
import { MOST_TECHNOLOGIES } from '../admin/profile-domain.ts';
import { DESK_ZONE } from '../operator/zone.ts';
import { settleSuggestion } from './commands.ts';
import { SuggestionsPage } from './desk/suggestions-view.tsx';
import { suggestionCases } from './queries.ts';

const SHOWN = 100;

/** What the operator decides about technologies that members miss. */
export function suggestionDeskRoutes(deps: Deps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const operator = requireOperator(deps);

  app.get(urls.operatorSuggestions(), operator, async (c) => {
    const props = { shell: c.get('shell'), user: c.get('user'), zone: DESK_ZONE };
    return page(c, <SuggestionsPage {...props} cases={await suggestionCases(deps.db, SHOWN)} />);
  });

  app.post(urls.operatorSuggestion(':id'), operator, async (c) => {
    const id = c.req.param('id') ?? '';
    if (!isUuid(id)) throw new HTTPException(404);
    const decision = (await whole(c.req.formData())).get('decision');
    if (decision !== 'added' && decision !== 'declined') throw new HTTPException(400);
    const by = c.get('user').email;
    // Decided by somebody else meanwhile: the list says how.
    await settleSuggestion(deps, id, { decision, by, mostTechnologies: MOST_TECHNOLOGIES });
    return seeOther(c, urls.operatorSuggestions());
  });

  return app;
}
