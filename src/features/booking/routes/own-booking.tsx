import type { Context } from 'hono';
import type { Deps } from '../../../deps.ts';
import type { AppEnv } from '../../../web/env.ts';
import { ownBookings } from '../../../web/own-bookings.ts';
import { page } from '../../../web/respond.ts';
import type { BookedInterviewer, Booking } from '../domain.ts';
import { bookedInterviewer } from '../interviewer-queries.ts';
import { findBooking } from '../queries.ts';
import { LinkNeededPage } from '../views/link-needed-page.tsx';

export interface OwnBooking {
  booking: Booking;
  interviewer: BookedInterviewer & { email: string | null };
}

/**
 * The booking of this address, for the browser that made it or opened it by a mail's link. Everybody
 * else gets null, whether it exists or not.
 */
export async function ownBooking(deps: Deps, c: Context<AppEnv>): Promise<OwnBooking | null> {
  const id = c.req.param('id') ?? '';
  if (!(await ownBookings(deps, c)).includes(id)) return null;
  const booking = await findBooking(deps.db, id);
  return booking && { booking, interviewer: await bookedInterviewer(deps.db, booking.interviewerId) };
}

/** What everybody else sees: how to get in, and nothing about the booking. */
export function linkNeeded(deps: Deps, c: Context<AppEnv>): Response {
  return page(c, <LinkNeededPage shell={c.get('shell')} contact={deps.config.operatorEmail} />, 404);
}
