import type { Db } from '../../../src/db/connect.ts';
import type { FarSide } from '../far-side.ts';
import { seedFeedback } from './feedback.ts';
import { madeAt, seedRecords } from './records.ts';
import { BOOKINGS, INTERVIEWER, type Stage } from './stages.ts';
import { at, DAY, HOUR, MINUTE, STILL } from './time.ts';

interface Seed {
  state: string;
  startsAt: string;
  candidate?: string;
  described?: boolean;
  row?: object;
}

const paid = (stage: Stage) => ({ paymentIntentId: `pi_${stage}`, authorisedAt: at(-2 * MINUTE) });
const taken = (stage: Stage) => ({ ...paid(stage), capturedCents: 180_00 });
const givenBack = (stage: Stage) => ({
  ...{ ...taken(stage), confirmedAt: at(-4 * DAY), calendarReleasedAt: at(-2 * HOUR) },
});
const atStripe = (stage: Stage) => ({
  ...{ checkoutAttempt: 1, checkoutSessionId: `cs_test_${stage}`, checkoutUrl: 'https://checkout.test/' },
  ...{ checkoutStartedAt: at(-3 * MINUTE), checkoutExpiresAt: at(28 * MINUTE) },
});

const SEEDS: Record<Stage, Seed> = {
  held: { state: 'held', startsAt: '2026-11-20T15:00:00Z' },
  described: { state: 'held', startsAt: '2026-11-20T13:00:00Z', described: true },
  checkout: {
    ...{ state: 'checkout', startsAt: '2026-11-24T14:00:00Z', described: true },
    row: atStripe('checkout'),
  },
  authorised: {
    ...{ state: 'authorised', startsAt: '2026-11-25T14:00:00Z', described: true },
    row: { ...atStripe('authorised'), ...paid('authorised') },
  },
  confirmed: {
    ...{ state: 'confirmed', startsAt: '2026-11-18T14:00:00Z', described: true },
    row: { ...taken('confirmed'), confirmedAt: at(-MINUTE) },
  },
  soon: {
    ...{ state: 'confirmed', startsAt: '2026-11-17T15:30:00Z', described: true },
    candidate: 'Oluwaseun Adebayo-Featherstonehaugh',
    row: { ...taken('soon'), confirmedAt: at(-3 * DAY), readAt: at(-2 * DAY) },
  },
  lapsed: {
    ...{ state: 'held', startsAt: '2026-11-27T12:00:00Z', described: true },
    row: { holdExpiresAt: at(-MINUTE) },
  },
  refused: {
    ...{ state: 'released', startsAt: '2026-11-27T14:00:00Z', described: true },
    row: { endedAt: at(-MINUTE), endReason: 'slot-refused', calendarReleasedAt: at(-MINUTE) },
  },
  past: {
    ...{ state: 'completed', startsAt: '2026-11-10T14:00:00Z', described: true, candidate: 'Ada Byron' },
    row: {
      ...{ ...taken('past'), confirmedAt: at(-9 * DAY), readAt: at(-8 * DAY) },
      readNote: 'Bring the cache you are proud of. We start there.',
    },
  },
  proposed: {
    ...{ state: 'confirmed', startsAt: '2026-11-26T15:00:00Z', described: true },
    row: { ...taken('proposed'), confirmedAt: at(-2 * DAY) },
  },
  called: {
    ...{ state: 'cancelled', startsAt: '2026-11-23T14:00:00Z', described: true },
    row: {
      ...givenBack('called'),
      endedAt: at(-DAY),
      endReason: 'candidate-cancelled',
      refundedCents: 180_00,
    },
  },
  calledOff: {
    ...{ state: 'cancelled', startsAt: '2026-11-21T14:00:00Z', described: true },
    row: {
      ...{ ...givenBack('calledOff'), endedAt: at(-2 * HOUR), endReason: 'interviewer-cancelled' },
      endNote: 'I am ill, and no use to anybody until Monday. Sorry.',
    },
  },
  claimed: {
    ...{ state: 'completed', startsAt: '2026-11-12T14:00:00Z', described: true, candidate: 'Grace Okafor' },
    row: { ...taken('claimed'), confirmedAt: at(-9 * DAY), readAt: at(-8 * DAY) },
  },
  queued: {
    ...{ state: 'completed', startsAt: '2026-11-15T14:00:00Z', described: true, candidate: 'Linh Tran' },
    row: { ...taken('queued'), confirmedAt: at(-8 * DAY) },
  },
};

/** Puts a booking of every stage into a database that holds the sample catalogue, and into its calendar. */
export async function seedBookings(db: Db, calcom: FarSide['calcom']): Promise<void> {
  const interviewer = await db
    .selectFrom('interviewers')
    .innerJoin('calcomConnections', 'calcomConnections.interviewerId', 'interviewers.id')
    .select(['interviewers.id', 'calcomConnections.id as connectionId'])
    .where('slug', '=', INTERVIEWER)
    .executeTakeFirstOrThrow();
  for (const [position, stage] of (Object.keys(SEEDS) as Stage[]).entries()) {
    await insert(db, interviewer, position, stage);
    if (Date.parse(SEEDS[stage].startsAt) > STILL.getTime() && !('endedAt' in (SEEDS[stage].row ?? {})))
      await take(db, calcom, stage);
  }
  await seedRecords(db);
  await seedFeedback(db);
  await db.insertInto('alerts').values(ALERT).execute();
  await db.insertInto('mails').values(STUCK_MAIL).execute();
}

const ALERT = {
  bookingId: BOOKINGS.refused,
  kind: 'slot-refused',
  message: 'cal.com declined the time after the payment. Nothing was taken; the candidate was told.',
  raisedAt: at(-40 * MINUTE),
};

const STUCK_MAIL = {
  bookingId: BOOKINGS.confirmed,
  kind: 'candidate-confirmation',
  queuedAt: at(-25 * MINUTE),
  attempts: 3,
  lastError: '421 Too many connections, try again later',
};

async function insert(
  db: Db,
  interviewer: { id: string; connectionId: string },
  position: number,
  stage: Stage,
): Promise<void> {
  const { state, startsAt, candidate = 'Theo Marsh', described, row } = SEEDS[stage];
  const id = BOOKINGS[stage];
  await db
    .insertInto('bookings')
    .values({
      ...{ id, state, startsAt, endsAt: new Date(Date.parse(startsAt) + 1.5 * HOUR) },
      ...{ interviewerId: interviewer.id, calcomConnectionId: interviewer.connectionId },
      reference: `508-7K2Q${'ABCDEFGHJKLMNP'[position]}`,
      calcomUid: `still-${stage}`,
      ...{ priceCents: 180_00, currency: 'usd' },
      ...{ candidateName: candidate, candidateEmail: 'theo.marsh@example.com' },
      candidateTimeZone: 'America/New_York',
      meetingUrl: state === 'confirmed' ? `https://meet.example.com/${stage}` : null,
      holdExpiresAt: at(21 * MINUTE),
      createdAt: madeAt(stage) ?? at(-(9 + position) * MINUTE),
      ...row,
    })
    .execute();
  if (!described) return;
  await db
    .insertInto('bookingDetails')
    .values({ bookingId: id, ...DETAILS })
    .execute();
  await db
    .insertInto('resumes')
    .values({
      ...{ bookingId: id, filename: 'theo-marsh-resume.pdf', size: 184_000 },
      ...{ sha256: '0'.repeat(64), bytes: Buffer.from('%PDF-1.7\n'), uploadedAt: at(-5 * MINUTE) },
    })
    .execute();
}

const DETAILS = {
  background:
    'Four years of React at a logistics company, the last one leading two people. Before that I repaired bicycles.',
  subject: 'System design',
  technologies: ['Go', 'PostgreSQL'],
  focus: 'I start drawing boxes before I have asked a single question. Catch me at it.',
  targetCompanies: 'Google and “startups”',
  notes: 'I freeze when someone watches me type.',
};

/** The time is taken in the calendar, too: nobody is offered it. */
async function take(db: Db, calcom: FarSide['calcom'], stage: Stage): Promise<void> {
  const { startsAt, candidate = 'Theo Marsh' } = SEEDS[stage];
  const attendee = { name: candidate, email: 'theo.marsh@example.com', timeZone: 'America/New_York' };
  const booking = { username: INTERVIEWER, slug: 'interview', start: startsAt, attendee, force: true };
  const answer = await calcom.post('bookings', booking);
  if (!answer.ok) throw new Error(`The calendar refused ${startsAt}: ${await answer.text()}`);
  if (stage !== 'proposed') return;
  // The one whose time is photographed being moved: the calendar has to know it by its uid.
  const { uid: calcomUid } = (await answer.json()) as { uid: string };
  await db.updateTable('bookings').set({ calcomUid }).where('id', '=', BOOKINGS[stage]).execute();
}
