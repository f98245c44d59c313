import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { Deps } from '../../../deps.ts';
import { urls } from '../../../urls.ts';
import type { AppEnv } from '../../../web/env.ts';
import { whole } from '../../../web/forms.ts';
import { fragment, page, seeOther, wantsFragment } from '../../../web/respond.ts';
import { answerProposal, cancelBooking } from '../change-commands.ts';
import { refuseOwnCancel } from '../change-domain.ts';
import { LIMITS, noteOf } from '../forms.ts';
import { watchMove, watchWords } from '../move-watch-domain.ts';
import { changeRefusalWords } from '../refusal-words.ts';
import { CancellationDialog, CancellationPage, type CancellationProps } from '../views/cancellation-page.tsx';
import { linkNeeded, type OwnBooking, ownBooking } from './own-booking.tsx';
import { isUnfinished, people, refuse } from './refused.tsx';
import { sendToItsStep } from './steps.tsx';

const cancelForm = z.object({
  note: noteOf(LIMITS.cancelNote),
  // What the page promised. Where it says nothing the money is not given up.
  terms: z.enum(['free', 'kept']).catch('free'),
});

const answerForm = z.object({
  answer: z.enum(['accepted', 'declined']),
  proposal: z.uuid(),
});

/** The candidate calls a session off, or answers the interviewer who asked for another time. */
export function changeRoutes(deps: Deps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get(urls.bookingCancellation(':id'), async (c) => {
    const own = await ownBooking(deps, c);
    if (!own) return linkNeeded(deps, c);
    if (isUnfinished(own)) return sendToItsStep(deps, c, own);
    const refused = refuseOwnCancel(own.booking, deps.now());
    if (refused === 'ended') return seeOther(c, urls.booking(own.booking.id));
    if (refused)
      return refuse(deps, c, own, changeRefusalWords(refused, 'cancel', own.booking, people(deps, own)));
    const props = { ...own, now: deps.now() };
    if (wantsFragment(c)) return fragment(c, <CancellationDialog {...props} />);
    return page(c, <CancellationPage shell={c.get('shell')} {...props} />);
  });

  app.post(urls.bookingCancellation(':id'), async (c) => {
    const own = await ownBooking(deps, c);
    if (!own) return linkNeeded(deps, c);
    if (isUnfinished(own)) return sendToItsStep(deps, c, own);
    const body = await whole(c.req.parseBody());
    const parsed = cancelForm.safeParse(body);
    if (!parsed.success) return askAgain(c, own, { note: String(body.note ?? ''), problem: 'long' }, 422);
    const { note, terms } = parsed.data;
    const outcome = await cancelBooking(deps, own.booking.id, {
      by: 'candidate',
      note,
      onlyFree: terms === 'free',
    });
    if ('refused' in outcome) {
      if (outcome.refused === 'cut-off') return askAgain(c, own, { note, problem: 'late' }, 409);
      if (outcome.refused !== 'ended') {
        const words = changeRefusalWords(outcome.refused, 'cancel', own.booking, people(deps, own));
        return refuse(deps, c, own, words);
      }
    }
    // Pressed twice, or called off by the other side meanwhile: the page says what is true.
    return seeOther(c, urls.booking(own.booking.id));
  });

  app.post(urls.bookingProposal(':id'), async (c) => {
    const own = await ownBooking(deps, c);
    if (!own) return linkNeeded(deps, c);
    if (isUnfinished(own)) return sendToItsStep(deps, c, own);
    const parsed = answerForm.safeParse(await whole(c.req.parseBody()));
    const outcome = parsed.success
      ? await answerProposal(deps, own.booking.id, parsed.data.answer, parsed.data.proposal)
      : ({ refused: 'no-proposal' } as const);
    if ('refused' in outcome) {
      return refuse(
        deps,
        c,
        own,
        changeRefusalWords(outcome.refused, 'answer', own.booking, people(deps, own)),
      );
    }
    const { id } = own.booking;
    if (parsed.data?.answer === 'declined') return seeOther(c, urls.booking(id));
    return seeOther(c, urls.bookingMoving(id, watchWords(watchMove(own.booking, true, deps.now()))));
  });

  return app;

  function askAgain(
    c: Context<AppEnv>,
    own: OwnBooking,
    more: Pick<CancellationProps, 'note' | 'problem'>,
    status: 409 | 422,
  ): Response {
    return page(c, <CancellationPage shell={c.get('shell')} {...own} now={deps.now()} {...more} />, status);
  }
}
