import type { Context } from 'hono';
import type { Deps } from '../../../deps.ts';
import { urls } from '../../../urls.ts';
import type { AppEnv } from '../../../web/env.ts';
import { page, seeOther } from '../../../web/respond.ts';
import { refuseChange } from '../checkout-domain.ts';
import { nextStarts } from '../open-slot-queries.ts';
import { HoldExpiredPage } from '../views/hold-expired-page.tsx';
import type { OwnBooking } from './own-booking.tsx';

/** Somebody is at a step that is no longer theirs to take: on to the one that is, or to why not. */
export async function sendToItsStep(
  deps: Deps,
  c: Context<AppEnv>,
  { booking, interviewer }: OwnBooking,
): Promise<Response> {
  const refusal = refuseChange(booking, deps.now());
  if (refusal === 'already-paid') return seeOther(c, urls.bookingThanks(booking.id));
  if (refusal === 'hold-expired' || booking.endReason === 'hold-expired') {
    const starts = await nextStarts(deps.db, booking.interviewerId, deps.now());
    return page(
      c,
      <HoldExpiredPage
        shell={c.get('shell')}
        booking={booking}
        interviewer={interviewer}
        nextStarts={starts}
      />,
      410,
    );
  }
  return seeOther(c, refusal ? urls.booking(booking.id) : urls.bookingDetails(booking.id));
}
