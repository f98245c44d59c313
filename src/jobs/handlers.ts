import type { Deps } from '../deps.ts';
import { tidyAccounts } from '../features/account/jobs.ts';
import { sendAccountMail } from '../features/account/mails.ts';
import {
  convergeJob,
  declineUnclaimed,
  markAbsentOnCalendar,
  reconcile,
  sendOwedMail,
} from '../features/booking/jobs.ts';
import { readCalendar, readStaleCalendars } from '../features/booking/open-slots.ts';
import { checkCalendar, queueChecks } from '../features/calendar/checks.ts';
import { sendCalendarMail } from '../features/calendar/mails.ts';
import { remindOfReports } from '../features/report/jobs.ts';
import { SUGGESTION_DECIDED } from '../features/suggestions/commands.ts';
import { sendSuggestionDecided } from '../features/suggestions/mails.ts';
import { handleDelivery } from '../inbox/handle.ts';
import { sweepCalendars, sweepPayments } from '../inbox/sweep.ts';
import type { Handlers } from './pg-boss.ts';

/** Every kind of background work and who does it. */
export function jobHandlers(deps: Deps): Handlers {
  return {
    'booking.converge': ({ bookingId }) => convergeJob(deps, bookingId),
    'mail.send': ({ mailId }) => sendOwedMail(deps, mailId),
    'account.mail': (mail) =>
      mail.kind === SUGGESTION_DECIDED ? sendSuggestionDecided(deps, mail.id) : sendAccountMail(deps, mail),
    'inbox.handle': ({ deliveryId }) => handleDelivery(deps, deliveryId),
    'slot.decline-unclaimed': ({ connectionId, uid }) => declineUnclaimed(deps, connectionId, uid),
    'slot.mark-absent': ({ bookingId }) => markAbsentOnCalendar(deps, bookingId),
    'calendar.read': ({ interviewerId }) => readCalendar(deps, interviewerId),
    'calendar.check': async ({ interviewerId }) => void (await checkCalendar(deps, interviewerId)),
    'calendar.mail': (mail) => sendCalendarMail(deps, mail),
    'read-calendars': () => readStaleCalendars(deps),
    'sweep-payments': () => sweepPayments(deps),
    'sweep-calendars': () => sweepCalendars(deps),
    'remind-of-reports': () => remindOfReports(deps),
    'check-calendars': () => queueChecks(deps),
    'tidy-accounts': () => tidyAccounts(deps),
    reconcile: () => reconcile(deps),
  };
}
