import type { Db } from '../../db/connect.ts';
import type { Deps } from '../../deps.ts';
import type { Booking } from '../booking/domain.ts';
import { oweMail } from '../booking/mails.ts';
import { findOpenAlert, insertAlert, resolveAlert, resolveAlertOfKind } from './alert-queries.ts';

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

/** A person has dealt with it. False when somebody did before. */
export const dealWithAlert = (deps: Pick<Deps, 'db' | 'now'>, id: string, by: string): Promise<boolean> =>
  resolveAlert(deps.db, id, { at: deps.now(), by });

/** What a booking's alert of this kind asked for was decided, in the caller's transaction. */
export async function settleAlert(
  { now }: Pick<Deps, 'now'>,
  db: Db,
  alert: { bookingId: string; kind: string },
  by: string,
): Promise<void> {
  await resolveAlertOfKind(db, alert, { at: now(), by });
}
