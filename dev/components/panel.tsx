import { ReadingStatus } from '../../src/features/admin/status.tsx';
import { UpNext } from '../../src/features/admin/up-next.tsx';
import { Problems } from '../../src/features/operator/problem-views.tsx';
import { ENTRY, LONG, minutes, NOW, ZONE } from './samples.ts';
import type { Specimen } from './specimen.tsx';

const past = { ...ENTRY, startsAt: minutes(-200), endsAt: minutes(-110) };

/** What interviewers and the operator work with. */
export const panel: Specimen[] = [
  {
    name: 'Next interview',
    states: () => ({
      'in a while, not read': <UpNext entry={ENTRY} zone={ZONE} now={NOW} />,
      'running, read, no call, long name': (
        <UpNext
          entry={{
            ...{ ...ENTRY, startsAt: minutes(-10), endsAt: minutes(80), readAt: NOW, meetingUrl: null },
            candidate: { name: LONG, timeZone: ZONE },
          }}
          zone={ZONE}
          now={NOW}
        />
      ),
    }),
  },
  {
    name: 'Reading status',
    states: () => ({
      read: <ReadingStatus booking={{ ...ENTRY, readAt: NOW }} now={NOW} />,
      'not read yet': <ReadingStatus booking={ENTRY} now={NOW} />,
      'never read': <ReadingStatus booking={past} now={NOW} />,
      'as a pill': <ReadingStatus booking={ENTRY} now={NOW} pill />,
    }),
  },
  {
    name: 'Problems',
    states: () => ({
      none: <Problems alerts={[]} claims={[]} mails={[]} stale={[]} calendars={[]} now={NOW} />,
      'an alert and a mail': (
        <Problems
          alerts={[
            {
              ...{
                id: 'a',
                bookingId: 'b',
                kind: 'capture-failed',
                reference: '508-7K2QD',
                raisedAt: minutes(-3_000),
              },
              message: 'Stripe says that the authorization lapsed. The candidate was told.',
            },
          ]}
          mails={[
            {
              ...{
                id: 'm',
                bookingId: 'b',
                kind: 'candidate-confirmation',
                attempts: 3,
                queuedAt: minutes(-25),
              },
              ...{ lastError: '421 Too many connections', reference: '508-7K2QE', candidate: LONG },
            },
          ]}
          claims={[]}
          stale={[]}
          calendars={[]}
          now={NOW}
        />
      ),
    }),
  },
];
