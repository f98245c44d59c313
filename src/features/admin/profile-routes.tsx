import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Deps } from '../../deps.ts';
import { Elsewhere } from '../../ui/elsewhere.tsx';
import { formatClock } from '../../ui/time.tsx';
import { urls } from '../../urls.ts';
import { whole } from '../../web/forms.ts';
import { requireInterviewer } from '../../web/guards.ts';
import { fragment, page, seeOther, wantsFragment } from '../../web/respond.ts';
import { shareFrom } from '../earnings/record.ts';
import { ownSuggestions } from '../suggestions/record.ts';
import { ownPanel, type PanelEnv } from './own.ts';
import type { PhotoRefusal } from './photo-domain.ts';
import { photographOf } from './photo-queries.ts';
import { photoRoutes } from './photo-routes.tsx';
import { savePart, undoPart } from './profile-commands.ts';
import { PARTS, type Part } from './profile-domain.ts';
import { previewOf, readValues } from './profile-form.ts';
import { ProfileCard } from './profile-preview.tsx';
import { profileOf, tagChoices } from './profile-queries.ts';
import { type Done, OnePart, ProfilePage } from './profile-views.tsx';
import { ownerOf, showProfile } from './queries.ts';
import { ratesOf } from './rate-queries.ts';
import { RateSplit } from './rate-views.tsx';
import { versionOf } from './version-queries.ts';
import { placeAfter, readMove, withMoved } from './work-order-domain.ts';

/** What an interviewer says about themselves, and how they look. */
export function profileRoutes(deps: Deps): Hono<PanelEnv> {
  const { db, now } = deps;
  const app = new Hono<PanelEnv>();
  const guards = [requireInterviewer(deps), ownPanel(deps)] as const;

  app.get(urls.adminProfile(), ...guards, (c) => {
    const part = PARTS.find((one) => one === c.req.query('saved'));
    return wholePage(c, part ? { done: { part, state: justNow(c) } } : {});
  });

  app.post(urls.adminProfilePart(':part'), ...guards, async (c) => {
    const part = partOf(c);
    const form = await whole(c.req.formData());
    const typed = readValues(form);
    const move = part === 'work' ? readMove(form.get('move')) : null;
    if (move) {
      const values = { ...typed, work: withMoved(typed.work, move) };
      const moved = { ...move, row: placeAfter(move, typed.work.length) };
      // The form stays made from what it was made from: a save meanwhile is still noticed.
      return again(c, { part, values, state: { moved, version: versionIn(form) } });
    }
    const result = await savePart(deps, c.get('owner').id, {
      part,
      typed,
      version: versionIn(form),
    });
    if ('problems' in result) {
      const { problems } = result;
      return again(c, { part, values: typed, problems, state: { isWrong: true } }, 422);
    }
    if ('crossed' in result) {
      return again(c, { part, values: result.values, state: { crossed: result.crossed } }, 409);
    }
    return wantsFragment(c) ? again(c, { part, state: justNow(c) }) : seeOther(c, urls.adminProfile(part));
  });

  app.post(urls.adminProfileUndo(':part'), ...guards, async (c) => {
    const part = partOf(c);
    const version = versionIn(await whole(c.req.formData()));
    const undone = await undoPart(deps, c.get('owner').id, { part, version });
    if (!undone) return again(c, { part, state: { isLate: true } }, 409);
    if (!wantsFragment(c)) return seeOther(c, `${urls.adminProfile()}#part-${part}`);
    return again(c, { part, state: justNow(c, true) });
  });

  app.post(urls.adminProfilePreview(), ...guards, async (c) => {
    const owner = c.get('owner');
    const [profile, choices, sharePercent] = await Promise.all([
      profileOf(db, owner.id),
      tagChoices(db),
      shareFrom(db, deps.now()),
    ]);
    const values = readValues(await whole(c.req.formData()));
    const { currency } = profile.price;
    return fragment(
      c,
      <>
        <ProfileCard owner={owner} profile={previewOf(profile, values, choices)} choices={choices} />
        <Elsewhere target="#rate-split">
          <RateSplit typed={values.rate} currency={currency} sharePercent={sharePercent} />
        </Elsewhere>
      </>,
    );
  });

  app.post(urls.adminPublication(), ...guards, async (c) => {
    const shown = (await whole(c.req.formData())).get('shown');
    if (shown !== 'yes' && shown !== 'no') throw new HTTPException(400);
    await showProfile(db, c.get('owner').id, shown === 'yes', now());
    return seeOther(c, urls.adminProfile());
  });

  app.route('/', photoRoutes(deps, wholePage));

  return app;

  function justNow(c: Context<PanelEnv>, undone = false) {
    return { saved: { clock: formatClock(now(), c.get('owner').timeZone), undone } };
  }

  /** The part as it then stands and the card with it, or the whole page where no script runs. */
  async function again(c: Context<PanelEnv>, done: Done, status: 200 | 409 | 422 = 200): Promise<Response> {
    if (!wantsFragment(c)) return wholePage(c, { done, status });
    const props = { ...(await standing(c)), done };
    return fragment(
      c,
      <>
        <OnePart part={done.part} {...props} />
        {status === 200 && (
          <Elsewhere target="#card">
            <ProfileCard {...props} />
          </Elsewhere>
        )}
      </>,
      status,
    );
  }

  async function wholePage(
    c: Context<PanelEnv>,
    { status = 200, ...more }: { done?: Done; refused?: PhotoRefusal; status?: 200 | 409 | 422 | 429 },
  ): Promise<Response> {
    const props = await standing(c);
    const photograph = await photographOf(db, props.owner.id);
    return page(
      c,
      <ProfilePage shell={c.get('shell')} {...props} photograph={photograph} {...more} />,
      status,
    );
  }

  async function standing(c: Context<PanelEnv>) {
    const { id } = c.get('owner');
    const [owner, profile, choices, version, rates, sharePercent, suggestions] = await Promise.all([
      ownerOf(db, c.get('user').id),
      profileOf(db, id),
      tagChoices(db),
      versionOf(db, id),
      ratesOf(db, id),
      shareFrom(db, deps.now()),
      ownSuggestions(db, id, deps.now()),
    ]);
    if (!owner) throw new HTTPException(404);
    const { currency } = profile.price;
    const rate = { sharePercent, currency, zone: owner.timeZone, rates };
    return { owner, profile, choices, version, rate, suggestions };
  }
}

/** The version a form was made from; one that makes no sense is none there ever was. */
function versionIn(form: FormData): number {
  const text = form.get('version');
  return typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

function partOf(c: Context<PanelEnv>): Part {
  const part = PARTS.find((one) => one === c.req.param('part'));
  if (!part) throw new HTTPException(404);
  return part;
}
