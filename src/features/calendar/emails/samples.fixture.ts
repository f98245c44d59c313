import type { Mail } from '../../booking/emails/mail.ts';
import { type CalendarMailInput, calendarBroken, calendarWorks } from './calendar.ts';

export const aCalendarMailInput: CalendarMailInput = {
  to: 'interviewer',
  name: 'Adaeze Okonkwo',
  timeZone: 'Africa/Lagos',
  account: 'adaeze-okonkwo/interview',
  byTeam: false,
  publicUrl: new URL('https://interviews.508.dev'),
  contact: 'interviews@508.dev',
};

const AT = new Date('2026-11-19T15:00:00Z');
const READERS = ['interviewer', 'operator'] as const;

/** Every mail about a calendar, to look at. */
export const CALENDAR_SAMPLES: readonly { kind: string; state: string; to: string; mail: Mail }[] =
  READERS.flatMap((to) => {
    const input = { ...aCalendarMailInput, to };
    const broken = (['key-refused', 'event-type-gone', 'needs-repair'] as const).map((trouble) => ({
      ...{ kind: 'calendar-broken', state: trouble, to },
      mail: calendarBroken(input, { trouble, since: AT }),
    }));
    return [
      ...broken,
      {
        ...{ kind: 'calendar-broken', state: 'team key refused', to },
        mail: calendarBroken({ ...input, byTeam: true }, { trouble: 'key-refused', since: AT }),
      },
      { kind: 'calendar-works', state: 'again', to, mail: calendarWorks(input, { at: AT }) },
    ];
  });
