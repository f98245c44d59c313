import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Deps } from '../../deps.ts';
import { Elsewhere } from '../../ui/elsewhere.tsx';
import { Plate } from '../../ui/plate.tsx';
import { urls } from '../../urls.ts';
import { whole } from '../../web/forms.ts';
import { requireInterviewer } from '../../web/guards.ts';
import { fragment, seeOther, wantsFragment } from '../../web/respond.ts';
import { countUpload } from '../../web/upload-limit.ts';
import { ownPanel, type PanelEnv } from './own.ts';
import { choosePortrait, removePhoto, retone, takePhotograph } from './photo-commands.ts';
import { type PhotoRefusal, readCrop } from './photo-domain.ts';
import { photographOf } from './photo-queries.ts';
import { PhotoPart } from './photo-views.tsx';
import { ownerOf } from './queries.ts';

type WholePage = (
  c: Context<PanelEnv>,
  more: { refused: PhotoRefusal; status: 422 | 429 },
) => Promise<Response>;

/** The portrait of whoever signed in: nobody else's can be named. */
export function photoRoutes(deps: Deps, wholePage: WholePage): Hono<PanelEnv> {
  const app = new Hono<PanelEnv>();
  const guards = [requireInterviewer(deps), ownPanel(deps)] as const;

  app.post(urls.adminPhoto(), ...guards, async (c) => {
    const form = await whole(c.req.formData());
    const wait = await countUpload(deps, [['photo', c.get('owner').id]]);
    if (wait > 0) {
      c.header('Retry-After', String(wait));
      return wantsFragment(c) ? part(c, 'often') : wholePage(c, { refused: 'often', status: 429 });
    }
    const file = form.get('photo');
    const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
    const refused = (await takePhotograph(deps, c.get('owner').id, bytes, readCrop(form)))?.refused;
    if (!refused) return done(c);
    return wantsFragment(c) ? part(c, refused) : wholePage(c, { refused, status: 422 });
  });

  app.post(urls.adminPhotoTone(), ...guards, async (c) => {
    const tone = Number((await whole(c.req.formData())).get('tone'));
    if (tone !== -1 && tone !== 0 && tone !== 1) throw new HTTPException(400);
    await retone(deps, c.get('owner').id, tone);
    return done(c);
  });

  app.post(urls.adminPortrait(), ...guards, async (c) => {
    const look = (await whole(c.req.formData())).get('look');
    if (look !== 'ink' && look !== 'plain') throw new HTTPException(400);
    await choosePortrait(deps, c.get('owner').id, look);
    return done(c);
  });

  app.post(urls.adminPhotoRemoval(), ...guards, async (c) => {
    await removePhoto(deps, c.get('owner').id);
    return done(c);
  });

  return app;

  function done(c: Context<PanelEnv>) {
    return wantsFragment(c) ? part(c) : seeOther(c, `${urls.adminProfile()}#photo`);
  }

  /** The part of the page as it stands now. */
  async function part(c: Context<PanelEnv>, refused?: PhotoRefusal): Promise<Response> {
    const { id } = c.get('owner');
    const [owner, photograph] = await Promise.all([
      ownerOf(deps.db, c.get('user').id),
      photographOf(deps.db, id),
    ]);
    if (!owner) throw new HTTPException(404);
    return fragment(
      c,
      <>
        <PhotoPart {...{ owner, photograph, refused }} />
        {/* What is typed on the card stays as it is typed. */}
        <Elsewhere target="#card-portrait">
          <Plate portraitId={owner.portraitId} name={owner.name} eager />
        </Elsewhere>
      </>,
      refused === 'often' ? 429 : refused ? 422 : 200,
    );
  }
}
