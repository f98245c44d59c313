import type { Deps } from '../../deps.ts';
import { oweMail } from '../booking/mails.ts';
import { MINUTE, POLICY } from '../booking/policy.ts';
import { raiseAlert } from '../operator/alerts.ts';
import { unreminded, untold } from './overdue-queries.ts';

/**
 * Reminds interviewers of reports that are a day late, and tells the operator of those that are two. Once each: what
 * was owed or raised is in the tables, so a restart or a second worker changes nothing.
 */
export async function remindOfReports(deps: Deps): Promise<void> {
  const now = deps.now().getTime();
  const ago = (hours: number) => new Date(now - hours * 60 * MINUTE);
  const from = ago(POLICY.reportGivenUpDays * 24);
  await deps.db.transaction().execute(async (db) => {
    for (const booking of await unreminded(db, { from, until: ago(POLICY.reportReminderHours) }))
      await oweMail(deps, db, booking, 'report-reminder');
  });
  await deps.db.transaction().execute(async (db) => {
    for (const booking of await untold(db, { from, until: ago(POLICY.reportOverdueHours) }))
      await raiseAlert(deps, db, {
        booking,
        kind: 'report-overdue',
        message: `${booking.candidateName} still waits for the report on ${booking.reference}: the session ended more than ${POLICY.reportOverdueHours} hours ago. ${booking.interviewer} was reminded by mail. Ask them when it comes, and tell ${booking.candidateName}.`,
      });
  });
}
