import type { Db } from '../../db/connect.ts';
import type { Deps } from '../../deps.ts';
import type { Booking } from '../booking/domain.ts';
import { oweMail } from '../booking/mails.ts';
import { findOpenAlert, insertAlert } from './alert-queries.ts';

export interface Alert {
  booking: Pick<Booking, 'id'> | null;
  kind: string;
  /** One sentence: what happened, and what to do. */
  message: string;
}

/** Puts something before the operator, once until it is dealt with, and mails them when it is about a booking. */
export async function raiseAlert(deps: Pick<Deps, 'jobs' | 'now'>, db: Db, alert: Alert): Promise<void> {
  const { booking, kind, message } = alert;
  const id = await insertAlert(db, { bookingId: booking?.id ?? null, kind, message, raisedAt: deps.now() });
  if (id && booking) await oweMail(deps, db, booking, 'operator-alert', id);
}

/** What an alert says, for its mail; null once it was dealt with. */
export const alertWords = (
  db: Db,
  alertId: string,
): Promise<{ kind: string; message: string; raisedAt: Date } | null> => findOpenAlert(db, alertId);
