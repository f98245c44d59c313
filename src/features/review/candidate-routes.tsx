import { type Context, Hono } from 'hono';
import type { Deps } from '../../deps.ts';
import { urls } from '../../urls.ts';
import type { AppEnv } from '../../web/env.ts';
import { fieldErrors, whole } from '../../web/forms.ts';
import { page, seeOther } from '../../web/respond.ts';
import { linkNeeded, type OwnBooking, ownBooking } from '../booking/routes/own-booking.tsx';
import { refuse } from '../booking/routes/refused.tsx';
import { firstName } from '../booking/words.ts';
import { claimableUntil } from '../guarantee/domain.ts';
import { claimFacts } from '../guarantee/standing.ts';
import { withdrawReview, writeReview } from './commands.ts';
import { type KeptReview, refuseReview } from './domain.ts';
import { type ReviewForm, reviewSchema } from './form.ts';
import { findReview } from './queries.ts';
import { ReviewPage, ReviewThanks } from './views/review-page.tsx';
import { reviewRefusalWords } from './words.ts';

/** The candidate says whether it was worth it, and takes it back. */
export function reviewRoutes(deps: Deps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get(urls.bookingReview(':id'), async (c) => {
    const own = await ownBooking(deps, c);
    if (!own) return linkNeeded(deps, c);
    const kept = await findReview(deps.db, own.booking.id);
    const refused = refuseReview(own.booking, kept, deps.now());
    if (kept && (refused || c.req.query('show') !== 'change'))
      return page(c, <ReviewThanks {...frame(c, own)} kept={kept} />);
    if (refused) return refuse(deps, c, own, reviewRefusalWords(refused));
    return form(c, own, kept, { values: valuesOf(kept), errors: {} });
  });

  app.post(urls.bookingReview(':id'), async (c) => {
    const own = await ownBooking(deps, c);
    if (!own) return linkNeeded(deps, c);
    const body = await whole(c.req.parseBody());
    const parsed = reviewSchema.safeParse(body);
    if (!parsed.success) {
      const values = Object.fromEntries(
        Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
      );
      const kept = await findReview(deps.db, own.booking.id);
      return form(c, own, kept, { values, errors: fieldErrors(parsed.error) }, 422);
    }
    const written = await writeReview(deps, own.booking.id, parsed.data);
    if ('refused' in written) return refuse(deps, c, own, reviewRefusalWords(written.refused));
    return seeOther(c, urls.bookingReview(own.booking.id));
  });

  app.post(urls.bookingReviewWithdrawal(':id'), async (c) => {
    const own = await ownBooking(deps, c);
    if (!own) return linkNeeded(deps, c);
    await withdrawReview(deps, own.booking.id);
    return seeOther(c, urls.bookingReview(own.booking.id));
  });

  return app;

  async function form(
    c: Context<AppEnv>,
    own: OwnBooking,
    kept: KeptReview | null,
    form: ReviewForm,
    status: 200 | 422 = 200,
  ): Promise<Response> {
    const until = claimableUntil(own.booking, await claimFacts(deps, own.booking.id), deps.now());
    const zone = own.booking.candidate.timeZone;
    return page(
      c,
      <ReviewPage {...frame(c, own)} form={form} kept={kept} guaranteeUntil={until} zone={zone} />,
      status,
    );
  }
}

const frame = (c: Context<AppEnv>, { booking, interviewer }: OwnBooking) => ({
  ...{ shell: c.get('shell'), bookingId: booking.id, interviewer: firstName(interviewer.name) },
});

const valuesOf = (kept: KeptReview | null): ReviewForm['values'] =>
  kept
    ? {
        ...{ rating: String(kept.rating), words: kept.words, attribution: kept.attribution },
        ...(kept.mayPublish && { mayPublish: 'yes' }),
      }
    : {};
