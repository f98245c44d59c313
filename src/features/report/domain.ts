import type { Booking, BookingState } from '../booking/domain.ts';
import { MINUTE } from '../booking/policy.ts';
import { SESSION } from '../interviewers/domain.ts';

/** The hiring scale: 1 strong no, 2 no, 3 yes, 4 strong yes. There is no middle to hide in. */
export type Rating = 1 | 2 | 3 | 4;

export const RATINGS: readonly Rating[] = [1, 2, 3, 4];

/** Something that was seen, at a minute of the session. `kept` spoke for the candidate. */
export interface Evidence {
  minute: number | null;
  text: string;
  kept: boolean;
}

export interface RatedDimension {
  /** One of `dimensionsFor`. */
  key: string;
  /** Null for what did not come up. */
  rating: Rating | null;
  evidence: Evidence[];
}

/** A note in the margin of the candidate's code, at a line of the excerpt. */
export interface CodeNote {
  line: number | null;
  text: string;
}

export interface NextStep {
  title: string;
  text: string;
  /** How the candidate knows that it is done. */
  test: string;
  /** A web address to go on with; empty for none. */
  resource: string;
}

/** What an interviewer writes after a session; a draft may lack any of it. */
export interface Report {
  /** The level it was judged at, in the interviewer's words: "Senior". */
  judgedAs: string;
  verdict: Rating | null;
  /** The verdict in the interviewer's own words; opens the report. */
  line: string;
  why: string;
  turnedAt: number | null;
  dimensions: RatedDimension[];
  code: { text: string; notes: CodeNote[] };
  /** Always three, the most important first. */
  steps: NextStep[];
}

/** Most of everything. A report is read in ten minutes, or not at all. */
export const MOST = {
  judgedAs: 40,
  line: 60,
  why: 600,
  evidenceText: 200,
  evidence: 4,
  code: 4000,
  codeLines: 60,
  codeNotes: 5,
  noteText: 300,
  stepTitle: 80,
  stepText: 400,
  stepTest: 200,
  resource: 300,
} as const;

export const STEPS = 3;
/** What did not come up may be left out, but a report on two things is none. */
export const LEAST_RATED = 3;
export const LAST_MINUTE = SESSION.interviewMinutes + SESSION.feedbackMinutes;

const NAMES = {
  framing: 'Framing the problem',
  communication: 'Communication',
  code: 'Code',
  testing: 'Testing',
  tradeoffs: 'Trade-offs and cost',
  design: 'Design',
  depth: 'Depth where it matters',
  operation: 'Running it',
  reading: 'Reading code',
  finding: 'Finding the cause',
  priorities: 'What matters first',
  stories: 'Stories',
  ownership: 'Ownership',
  disagreement: 'Disagreement',
  reflection: 'What you learned',
} as const;

export type DimensionKey = keyof typeof NAMES;

const CODING: readonly DimensionKey[] = ['framing', 'communication', 'code', 'testing', 'tradeoffs'];
const DESIGN: readonly DimensionKey[] = ['framing', 'communication', 'design', 'depth', 'tradeoffs'];
const PEOPLE: readonly DimensionKey[] = [
  'stories',
  'communication',
  'ownership',
  'disagreement',
  'reflection',
];

const BY_SUBJECT: Record<string, readonly DimensionKey[]> = {
  'system design': DESIGN,
  'data modeling': DESIGN,
  infrastructure: ['framing', 'communication', 'finding', 'depth', 'operation'],
  debugging: ['framing', 'communication', 'finding', 'code', 'testing'],
  'code review': ['reading', 'priorities', 'communication', 'testing', 'tradeoffs'],
  behavioral: PEOPLE,
  'engineering management': PEOPLE,
};

/** What is rated in an interview on this subject (its name, as the candidate chose it). */
export function dimensionsFor(subject: string | null): readonly DimensionKey[] {
  return BY_SUBJECT[subject?.toLowerCase() ?? ''] ?? CODING;
}

export const dimensionName = (key: string): string =>
  Object.hasOwn(NAMES, key) ? NAMES[key as DimensionKey] : key;

/** A report with nothing in it yet. */
export function emptyReport(subject: string | null): Report {
  return {
    ...{ judgedAs: '', verdict: null, line: '', why: '', turnedAt: null },
    dimensions: dimensionsFor(subject).map((key) => ({ key, rating: null, evidence: [] })),
    code: { text: '', notes: [] },
    steps: Array.from({ length: STEPS }, () => ({ title: '', text: '', test: '', resource: '' })),
  };
}

/** Something that a report lacks before it can go out, and the field where it belongs. */
export interface Missing {
  field: string;
  text: string;
}

/** What is left to write. Nothing of it keeps a draft from being saved. */
export function missingIn(report: Report): Missing[] {
  const missing: Missing[] = [];
  const miss = (field: string, text: string) => missing.push({ field, text });
  if (report.verdict === null) miss('verdict', 'Pick the verdict');
  if (!report.line) miss('line', 'Say it in one line');
  if (!report.why) miss('why', 'Say why');
  for (const { key, rating, evidence } of report.dimensions) {
    const name = dimensionName(key);
    const isDated = evidence.every(({ minute, text }) => minute !== null && text);
    if (rating === null && evidence.length > 0) miss(`${key}.rating`, `Rate “${name}”`);
    if (rating !== null && evidence.length === 0) miss(`${key}.0.minute`, `A minute for “${name}”`);
    if (!isDated) miss(`${key}.0.minute`, `Both minute and words in “${name}”`);
  }
  const rated = report.dimensions.filter(({ rating }) => rating !== null).length;
  if (rated < LEAST_RATED) {
    miss(
      `${report.dimensions.find(({ rating }) => rating === null)?.key}.rating`,
      `Rate ${LEAST_RATED - rated} more`,
    );
  }
  const lines = report.code.text ? report.code.text.split('\n').length : 0;
  if (report.code.notes.some(({ line, text }) => !text || line === null || line > lines))
    miss('code', 'A line of the excerpt for each note');
  report.steps.forEach((step, index) => {
    if (!step.title) miss(`step.${index}.title`, `${ORDINALS[index]} next step`);
    else if (!step.test)
      miss(`step.${index}.test`, `When the ${ORDINALS[index]?.toLowerCase()} step is fixed`);
  });
  return missing;
}

const ORDINALS = ['First', 'Second', 'Third'];

/** How much is written, in percent; 100 is ready to go. */
export function completeness(report: Report): number {
  const whole = missingIn(emptyReport(null)).length;
  const left = Math.min(whole, missingIn(report).length);
  return Math.round(((whole - left) / whole) * 100);
}

export type ReportRefusal = 'not-over' | 'ended' | 'candidate-absent' | 'sent' | 'incomplete' | 'stale';

/** Why no report can be written on a booking at `now`; null when it can. From the end of the interview's hour on. */
export function refuseReport(
  booking: Pick<Booking, 'startsAt' | 'absent'> & { state: BookingState },
  now: Date,
): Extract<ReportRefusal, 'not-over' | 'ended' | 'candidate-absent'> | null {
  if (booking.state !== 'confirmed' && booking.state !== 'completed') return 'ended';
  if (booking.absent === 'candidate') return 'candidate-absent';
  const from = booking.startsAt.getTime() + SESSION.interviewMinutes * MINUTE;
  return now.getTime() < from ? 'not-over' : null;
}

/** A line of code as it is shown: its number in the excerpt, and how deep it stands. */
export interface CodeLine {
  number: number;
  depth: number;
  text: string;
}

/** The lines of an excerpt. A tab stands for two spaces. */
export function codeLines(text: string): CodeLine[] {
  if (!text.trim()) return [];
  return text
    .replaceAll('\t', '  ')
    .split('\n')
    .map((line, index) => ({
      number: index + 1,
      depth: line.length - line.trimStart().length,
      text: line.trim() || ' ',
    }));
}

/** Where a piece of evidence stands on the chart: from its minute to the right, or, late ones, to the left. */
export interface Placed extends Evidence {
  minute: number;
  /** The column it begins at, or ends at where it is flipped: what came after the hour stands at its end. */
  at: number;
  isFlipped: boolean;
  /** Columns of the sixty that it may take. */
  width: number;
}

/** The evidence of a lane in its order in time, with its place on the chart; what is late hangs left of its mark. */
export function placed(evidence: readonly Evidence[]): Placed[] {
  const known = evidence
    .filter((one): one is Evidence & { minute: number } => one.minute !== null)
    .toSorted((a, b) => a.minute - b.minute);
  return known.map((one) => {
    const at = Math.min(one.minute, SESSION.interviewMinutes - 1);
    const isFlipped = at > SESSION.interviewMinutes / 2 + 6;
    const room = isFlipped ? at + 1 : SESSION.interviewMinutes - at;
    return { ...one, at, isFlipped, width: Math.min(room, WIDEST) };
  });
}

/** Columns of the chart that one piece of evidence takes at most: two short lines of text. */
const WIDEST = 30;
