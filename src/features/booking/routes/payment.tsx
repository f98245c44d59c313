import { type Context, Hono } from 'hono';
import type { Deps } from '../../../deps.ts';
import { urls } from '../../../urls.ts';
import type { AppEnv } from '../../../web/env.ts';
import { fragment, page, seeOther, wantsFragment } from '../../../web/respond.ts';
import { refuseChange } from '../checkout-domain.ts';
import { goToCheckout } from '../commands.ts';
import { detailsOf, resumeInfo } from '../queries.ts';
import { PaymentPage } from '../views/payment-page.tsx';
import { isSettled, ThanksPage, ThanksStatus } from '../views/thanks-page.tsx';
import { linkNeeded, type OwnBooking, ownBooking } from './own-booking.tsx';
import { readStanding } from './standing.ts';
import { sendToItsStep } from './steps.tsx';

/** Step three: to Stripe and back, and the truth about what came of it. */
export function paymentRoutes(deps: Deps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get(urls.bookingPayment(':id'), async (c) => {
    const own = await ownBooking(deps, c);
    if (!own) return linkNeeded(deps, c);
    if (refuseChange(own.booking, deps.now())) return sendToItsStep(deps, c, own);
    return showPayment(deps, c, own);
  });

  app.post(urls.bookingPayment(':id'), async (c) => {
    const own = await ownBooking(deps, c);
    if (!own) return linkNeeded(deps, c);
    const outcome = await goToCheckout(deps, own.booking.id);
    if ('url' in outcome) return c.redirect(outcome.url, 303);
    if ('refused' in outcome) return sendToItsStep(deps, c, own);
    return showPayment(deps, c, own, 'stripe-unreachable');
  });

  app.get(urls.bookingThanks(':id'), async (c) => {
    const own = await ownBooking(deps, c);
    if (!own) return linkNeeded(deps, c);
    const { booking } = own;
    if (booking.state === 'held') return sendToItsStep(deps, c, own);
    // Should the webhook be late or lost, being back here is reason enough to look.
    if (!isSettled(booking.state) && !wantsFragment(c)) {
      await deps.jobs.enqueue(deps.db, 'booking.converge', { bookingId: booking.id });
    }
    const props = await readStanding(deps, own);
    return wantsFragment(c)
      ? fragment(c, <ThanksStatus {...props} />)
      : page(c, <ThanksPage shell={c.get('shell')} {...props} />);
  });

  return app;
}

async function showPayment(
  deps: Deps,
  c: Context<AppEnv>,
  own: OwnBooking,
  problem?: 'stripe-unreachable',
): Promise<Response> {
  const details = await detailsOf(deps.db, own.booking.id);
  if (!details) return seeOther(c, urls.bookingDetails(own.booking.id));
  const resume = await resumeInfo(deps.db, own.booking.id);
  const props = { ...own, details, resume, now: deps.now(), ...(problem && { problem }) };
  return page(c, <PaymentPage shell={c.get('shell')} {...props} />, problem ? 503 : 200);
}
