import type { AgendaEntry } from '../../src/features/admin/domain.ts';
import type { BookedInterviewer, Booking } from '../../src/features/booking/domain.ts';
import type { InterviewerSummary, Tag } from '../../src/features/interviewers/domain.ts';

/** The catalogue's own moment; nothing in it moves. */
export const NOW = new Date('2026-11-17T14:07:00Z');

export const minutes = (count: number): Date => new Date(NOW.getTime() + count * 60_000);

export const ZONE = 'America/New_York';

/** A name with no good place to break. */
export const LONG = 'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh, Maximiliane';

const tags = (kind: Tag['kind'], ...names: string[]): Tag[] =>
  names.map((name) => ({ kind, name, slug: name.toLowerCase().replaceAll(/\W+/g, '-') }));

export const PERSON: InterviewerSummary = {
  ...{ id: 'ada', slug: 'ada-byron', name: 'Ada Byron', headline: 'Engines, and their notes' },
  ...{ line: 'I ask what it does before I ask how.', summary: 'Analytical work, then consulting.' },
  ...{ portraitId: null, price: { cents: 150_00, currency: 'usd' }, languages: ['English'] },
  subjects: tags('subject', 'System design', 'Coding'),
  technologies: tags('technology', 'Go', 'PostgreSQL'),
  companies: ['508.dev', 'An engine'],
  open: { next: minutes(25 * 60), known: true, within: ['48h', 'week'], week: [0, 2, 0, 5, 1, 0, 0] },
  bookable: true,
  isSample: true,
};

export const INTERVIEWER: BookedInterviewer = {
  ...{ slug: PERSON.slug, name: PERSON.name, headline: PERSON.headline, portraitId: null },
  ...{ timeZone: 'Europe/London', subjects: PERSON.subjects, technologies: PERSON.technologies },
};

export const BOOKING: Booking = {
  ...{ id: '019a9000-0000-7000-8000-000000000001', reference: '508-7K2QD', interviewerId: 'ada' },
  ...{ state: 'held', startsAt: minutes(2 * 24 * 60 + 53), endsAt: minutes(2 * 24 * 60 + 143) },
  ...{ calcomConnectionId: null, calcomUid: 'sample', calendarReleasedAt: null, meetingUrl: null },
  ...{ revision: 0, sequence: 0, moneyAttempt: 1, endNote: '', absent: null },
  price: { cents: 150_00, currency: 'usd' },
  terms: { freeCancelHours: 24, guaranteeDays: 7 },
  money: { captured: 0, refunded: 0 },
  candidate: { name: 'Theo Marsh', email: 'theo.marsh@example.com', timeZone: ZONE },
  ...{ holdExpiresAt: minutes(24), checkoutAttempts: 0, checkout: null, paymentIntentId: null },
  ...{ confirmedAt: null, authorisedAt: null, readAt: null, readNote: '', endedAt: null, endReason: null },
};

export const ENTRY: AgendaEntry = {
  ...{ id: BOOKING.id, startsAt: minutes(83), endsAt: minutes(173), state: 'confirmed' },
  candidate: { name: 'Theo Marsh', timeZone: ZONE },
  ...{ subject: 'System design', technologies: ['Go', 'PostgreSQL'], readAt: null },
  ...{ endReason: null, absent: null, sequence: 0, claim: null, proposedAt: null, report: null },
  ...{ price: BOOKING.price, money: { captured: 150_00, refunded: 0 } },
  meetingUrl: 'https://meet.example.com/sample',
};
