import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import { isUuid } from '../../db/uuid.ts';
import type { Deps } from '../../deps.ts';
import { urls } from '../../urls.ts';
import type { AppEnv } from '../../web/env.ts';
import { seeOther } from '../../web/respond.ts';
import type { BookedInterview, PanelOwner } from './domain.ts';
import { bookingOf, ownerOf } from './queries.ts';

export interface PanelEnv {
  Variables: AppEnv['Variables'] & { owner: PanelOwner };
}

/** Whose panel this is. Somebody without a profile has none; an operator has the desk instead. */
export function ownPanel({ db }: Pick<Deps, 'db'>) {
  return createMiddleware<PanelEnv>(async (c, next) => {
    const user = c.get('user');
    const owner = await ownerOf(db, user.id);
    if (!owner && user.role === 'operator' && c.req.path === urls.admin()) {
      return seeOther(c, urls.operator());
    }
    if (!owner) throw new HTTPException(404);
    c.set('owner', owner);
    await next();
  });
}

/** The booking of the address, where it is this interviewer's; anybody else's does not exist. */
export async function ownBooking({ db }: Pick<Deps, 'db'>, c: Context<PanelEnv>): Promise<BookedInterview> {
  const id = c.req.param('id') ?? '';
  const booking = isUuid(id) ? await bookingOf(db, c.get('owner').id, id) : null;
  if (!booking) throw new HTTPException(404);
  return booking;
}
