import type { Deps } from '../../deps.ts';
import { withBooking } from '../booking/change-commands.ts';
import { oweMail } from '../booking/mails.ts';
import { noteInHistory } from '../booking/note.ts';
import { settleAlert } from '../operator/alerts.ts';
import { missingIn, type Report, type ReportRefusal, refuseReport } from './domain.ts';
import { findReport, keepDraft, markSent } from './queries.ts';

export type Saved = { version: number; savedAt: Date } | { refused: ReportRefusal };

/**
 * Keeps a draft. Refuses over a version that another tab has saved since, after it was sent, and where there was
 * no session to report on.
 */
export async function saveReport(
  deps: Deps,
  bookingId: string,
  draft: { content: Report; over: number; tab: string },
): Promise<Saved> {
  return withBooking(deps, bookingId, async (db, booking) => {
    const savedAt = deps.now();
    const refused = refuseReport(booking, savedAt);
    if (refused) return { refused };
    const version = await keepDraft(db, bookingId, { ...draft, savedAt });
    if (version) return { version, savedAt };
    const kept = await findReport(db, bookingId);
    return { refused: kept?.sentAt ? 'sent' : 'stale' };
  });
}

/** Sends the kept draft to the candidate, once. Refuses one that lacks something, and one sent before. */
export async function sendReport(
  deps: Deps,
  bookingId: string,
): Promise<{ sentAt: Date } | { refused: ReportRefusal }> {
  return withBooking(deps, bookingId, async (db, booking) => {
    const sentAt = deps.now();
    const refused = refuseReport(booking, sentAt);
    if (refused) return { refused };
    const kept = await findReport(db, bookingId);
    if (!kept || missingIn(kept.content).length > 0) return { refused: 'incomplete' };
    if (!(await markSent(db, bookingId, sentAt))) return { refused: 'sent' };
    await noteInHistory(db, booking, { at: sentAt, actor: 'interviewer', reason: 'report sent' });
    await oweMail(deps, db, booking, 'report-sent');
    await settleAlert(deps, db, { bookingId, kind: 'report-overdue' }, 'the report was sent');
    return { sentAt };
  });
}
