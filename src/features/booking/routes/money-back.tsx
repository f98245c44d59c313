import { Hono } from 'hono';
import { z } from 'zod';
import type { Deps } from '../../../deps.ts';
import { urls } from '../../../urls.ts';
import type { AppEnv } from '../../../web/env.ts';
import { whole } from '../../../web/forms.ts';
import { fragment, page, seeOther, wantsFragment } from '../../../web/respond.ts';
import { claimMoney } from '../../guarantee/commands.ts';
import { type ClaimKind, refuseClaim } from '../../guarantee/domain.ts';
import { claimFacts } from '../../guarantee/standing.ts';
import { LIMITS, noteOf } from '../forms.ts';
import { claimRefusalWords } from '../refusal-words.ts';
import { MoneyBackDialog, MoneyBackPage } from '../views/money-back-page.tsx';
import { linkNeeded, type OwnBooking, ownBooking } from './own-booking.tsx';
import { isUnfinished, people, refuse } from './refused.tsx';
import { sendToItsStep } from './steps.tsx';

const KINDS = ['not-worth-it', 'nobody-came'] as const;
const kindSchema = z.enum(KINDS).catch('not-worth-it');
const reasonSchema = noteOf(LIMITS.claimReason);

/** The guarantee, asked for by the candidate. */
export function moneyBackRoutes(deps: Deps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get(urls.bookingClaim(':id'), async (c) => {
    const own = await ownBooking(deps, c);
    if (!own) return linkNeeded(deps, c);
    if (isUnfinished(own)) return sendToItsStep(deps, c, own);
    const kind = kindSchema.parse(c.req.query('kind'));
    const kinds = await claimable(own);
    const refused = kinds.includes(kind) ? null : await refusalOf(own, kind);
    if (refused)
      return refuse(deps, c, own, claimRefusalWords(refused, kind, own.booking, people(deps, own)));
    const props = { ...own, kind, kinds };
    if (wantsFragment(c)) return fragment(c, <MoneyBackDialog {...props} />);
    return page(c, <MoneyBackPage shell={c.get('shell')} {...props} />);
  });

  app.post(urls.bookingClaim(':id'), async (c) => {
    const own = await ownBooking(deps, c);
    if (!own) return linkNeeded(deps, c);
    if (isUnfinished(own)) return sendToItsStep(deps, c, own);
    const body = await whole(c.req.parseBody());
    const kind = kindSchema.parse(body.kind);
    const reason = reasonSchema.safeParse(body.reason);
    if (!reason.success) {
      const props = { ...own, kind, kinds: await claimable(own), reason: String(body.reason ?? '') };
      const error = reason.error.issues[0]?.message ?? '';
      return page(c, <MoneyBackPage shell={c.get('shell')} {...props} error={error} />, 422);
    }
    const outcome = await claimMoney(deps, own.booking.id, { kind, reason: reason.data });
    if ('refused' in outcome) {
      const words = claimRefusalWords(outcome.refused, kind, own.booking, people(deps, own));
      return refuse(deps, c, own, words);
    }
    return seeOther(c, urls.booking(own.booking.id));
  });

  return app;

  async function refusalOf({ booking }: OwnBooking, kind: ClaimKind) {
    return refuseClaim(booking, kind, await claimFacts(deps, booking.id), deps.now());
  }

  /** What can be said by now. */
  async function claimable(own: OwnBooking): Promise<ClaimKind[]> {
    const refusals = await Promise.all(KINDS.map((kind) => refusalOf(own, kind)));
    return KINDS.filter((_, index) => refusals[index] === null);
  }
}
