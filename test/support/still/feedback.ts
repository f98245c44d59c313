import type { Db } from '../../../src/db/connect.ts';
import { aReport } from '../../../src/features/report/report.fixture.ts';
import { BOOKINGS, INTERVIEWER } from './stages.ts';
import { at, HOUR } from './time.ts';

const ago = (hours: number) => at(-hours * HOUR);

/** What came after two sessions: a report that was sent and reviewed, one half written, and money sent. */
export async function seedFeedback(db: Db): Promise<void> {
  const { id: interviewerId } = await db
    .selectFrom('interviewers')
    .select('id')
    .where('slug', '=', INTERVIEWER)
    .executeTakeFirstOrThrow();
  const [first, second] = aReport.steps;
  const draft = {
    ...aReport,
    line: 'Not yet.',
    verdict: 2,
    steps: [first, second, { ...second, title: '', test: '' }],
  };
  await db
    .insertInto('reports')
    .values([
      {
        ...{ bookingId: BOOKINGS.past, content: JSON.stringify(aReport), tab: 'still' },
        ...{ version: 9, savedAt: ago(120), sentAt: ago(119), readAt: ago(110) },
      },
      {
        bookingId: BOOKINGS.claimed,
        content: JSON.stringify(draft),
        tab: 'still',
        version: 4,
        savedAt: ago(1),
      },
    ])
    .execute();
  await db
    .insertInto('reviews')
    .values({
      ...{ bookingId: BOOKINGS.past, interviewerId, rating: 4, mayPublish: true, writtenAt: ago(100) },
      words: 'I stopped apologizing for the right answer. I say the cost flat now.',
      attribution: 'Backend engineer, Lisbon',
    })
    .execute();
  await db
    .insertInto('tagSuggestions')
    .values([
      { interviewerId, slug: 'elm', name: 'Elm', suggestedAt: ago(30) },
      {
        ...{ interviewerId, slug: 'blub', name: 'Blub', suggestedAt: ago(90) },
        ...{ decision: 'declined', decidedAt: ago(60), decidedBy: 'operator' },
      },
    ])
    .execute();
  await db
    .insertInto('payouts')
    .values({
      ...{ interviewerId, amountCents: 50_00, paidOn: ago(48), note: 'Sent with October’s.' },
      ...{ recordedBy: 'operator', recordedAt: ago(48), formId: '019a9000-0000-7000-8000-000000000201' },
    })
    .execute();
}
