import { type Context, Hono } from 'hono';
import type { Deps } from '../../deps.ts';
import { urls } from '../../urls.ts';
import { whole } from '../../web/forms.ts';
import { requireInterviewer } from '../../web/guards.ts';
import { page, seeOther } from '../../web/respond.ts';
import { updateProfile } from './commands.ts';
import { ownPanel, type PanelEnv } from './own.ts';
import type { PhotoRefusal } from './photo-domain.ts';
import { photographOf } from './photo-queries.ts';
import { photoRoutes } from './photo-routes.tsx';
import {
  NO_PROBLEMS,
  type ProfileProblems,
  type ProfileValues,
  parseProfile,
  readValues,
  toValues,
} from './profile-form.ts';
import { profileOf, tagChoices } from './profile-queries.ts';
import { ProfilePage } from './profile-views.tsx';

/** What an interviewer says about themselves, and how they look. */
export function profileRoutes(deps: Deps): Hono<PanelEnv> {
  const { db, now } = deps;
  const app = new Hono<PanelEnv>();
  const guards = [requireInterviewer(deps), ownPanel(deps)] as const;

  app.get(urls.adminProfile(), ...guards, (c) =>
    profilePage(c, { saved: c.req.query('notice') === 'saved' }),
  );

  app.post(urls.adminProfile(), ...guards, async (c) => {
    const values = readValues(await whole(c.req.formData()));
    const parsed = parseProfile(values, await tagChoices(db), now());
    if ('errors' in parsed) return profilePage(c, { values, problems: parsed, status: 422 });
    await updateProfile(deps, c.get('owner').id, parsed.profile);
    return seeOther(c, urls.adminProfile('saved'));
  });

  app.route('/', photoRoutes(deps, profilePage));

  return app;

  /** The whole page as it stands, or as it came back from somebody who typed. */
  async function profilePage(
    c: Context<PanelEnv>,
    {
      values,
      problems = NO_PROBLEMS,
      status = 200,
      ...more
    }: {
      values?: ProfileValues;
      problems?: ProfileProblems;
      status?: 200 | 422;
      saved?: boolean;
      refused?: PhotoRefusal;
    },
  ): Promise<Response> {
    const owner = c.get('owner');
    const [profile, choices, photograph] = await Promise.all([
      profileOf(db, owner.id),
      tagChoices(db),
      photographOf(db, owner.id),
    ]);
    const props = { shell: c.get('shell'), owner, profile, choices, photograph, problems, ...more };
    return page(c, <ProfilePage {...props} values={values ?? toValues(profile)} />, status);
  }
}
