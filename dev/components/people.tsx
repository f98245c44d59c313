import { Career, Covers } from '../../src/features/interviewers/career-view.tsx';
import type { InterviewerSummary, Tag } from '../../src/features/interviewers/domain.ts';
import { NobodyYet } from '../../src/features/interviewers/nobody-view.tsx';
import { InterviewerRow } from '../../src/features/interviewers/row-view.tsx';
import { NextTimes } from '../../src/features/interviewers/times-view.tsx';
import { LONG, minutes, NOW, PERSON, ZONE } from './samples.ts';
import type { Specimen } from './specimen.tsx';

const row = (more: Partial<InterviewerSummary>, lead = false) => (
  <ul>
    <InterviewerRow person={{ ...PERSON, ...more }} zone={ZONE} now={NOW} lead={lead} />
  </ul>
);

const CLOSED = { next: null, known: true, within: [], week: [] };
const FORTY: Tag[] = Array.from({ length: 40 }, (_, index) => ({
  ...{ kind: 'technology', slug: `t${index}`, name: `Technology ${index + 1}` },
}));

const times = (...slots: number[]) => (
  <NextTimes
    {...{ slug: PERSON.slug, zone: ZONE, now: NOW, contact: 'operator@example.com', as: 'h3' }}
    days={slots.length > 0 ? [{ slots: slots.map(minutes), more: slots.length > 2 ? 3 : 0 }] : []}
  />
);

const job = (company: string, startYear: number, endYear: number | null) => ({
  ...{ company, title: 'Engineer of this and that', startYear, endYear },
});

/** Who is found and shown. */
export const people: Specimen[] = [
  {
    name: 'Row of the list',
    states: ({ portraitId }) => ({
      'the first': row({ portraitId }, true),
      plain: row({ portraitId }),
      'no open times': row({ open: CLOSED }),
      'only what must be': row({ headline: '', line: '', summary: '', companies: [], technologies: [] }),
      'too much of everything': row({
        name: LONG,
        technologies: FORTY,
        price: { cents: 5_000_00, currency: 'usd' },
      }),
    }),
  },
  { name: 'Nobody yet', states: () => ({ 'no published interviewer': <NobodyYet /> }) },
  {
    name: 'Next times',
    states: () => ({ some: times(60, 120), 'more than fit': times(60, 120, 180), none: times() }),
  },
  {
    name: 'Career',
    states: () => ({
      'one job': <Career history={[job('508.dev', 2022, null)]} thisYear={2026} />,
      'one year of many': (
        <Career
          history={[job('508.dev', 2026, null), job(LONG, 2025, 2025), job('A bank', 1986, 2024)]}
          thisYear={2026}
        />
      ),
    }),
  },
  {
    name: 'What a session covers',
    states: () => ({
      'known and unknown subjects': (
        <Covers subjects={[...PERSON.subjects, { kind: 'subject', slug: 'compilers', name: 'Compilers' }]} />
      ),
    }),
  },
];
