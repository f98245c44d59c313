/** The catalogue: who can be booked, and what a visitor sees of them. */

export type TagKind = 'technology' | 'subject';

export interface Tag {
  kind: TagKind;
  slug: string;
  name: string;
}

/** Where a profile stands: never shown so far, shown, or taken down after it was. */
export type Standing = 'draft' | 'live' | 'paused';

export function standingOf(dates: { publishedAt: Date | null; firstPublishedAt: Date | null }): Standing {
  if (dates.publishedAt) return 'live';
  return dates.firstPublishedAt ? 'paused' : 'draft';
}

/** Money as it is stored: the currency's smallest unit, never a fraction. */
export interface Price {
  cents: number;
  currency: string;
}

/** One row of the list. */
export interface InterviewerSummary {
  id: string;
  slug: string;
  name: string;
  headline: string;
  /** One sentence in their own words about how they interview. */
  line: string;
  /** Summary of the work history. */
  summary: string;
  portraitId: string | null;
  price: Price;
  subjects: Tag[];
  technologies: Tag[];
  languages: string[];
  /** Where they have worked, the latest first. */
  companies: string[];
  open: Openings;
  /** False while no calendar answers for them: they are there, and nobody can pick a time. */
  bookable: boolean;
  isSample: boolean;
}

/** When someone can be booked, as far as the last look into their calendar knows. */
export interface Openings {
  next: Date | null;
  /** False while their calendar was never read: then nobody knows, and we say nothing. */
  known: boolean;
  /** Which of the spans that can be asked for hold an open time. */
  within: readonly Span[];
  /** Open times on each of the seven days from today, in the visitor's zone. */
  week: readonly number[];
}

export type Span = '48h' | 'week' | 'weekend';

export interface WorkEntry {
  company: string;
  title: string;
  startYear: number;
  /** Null: they still work there. */
  endYear: number | null;
}

/** Everything the profile shows. */
export interface InterviewerProfile extends Omit<InterviewerSummary, 'open'> {
  bio: string;
  /** What a session with them covers, in their own words. */
  covers: string;
  /** Pages elsewhere, as https addresses. */
  links: string[];
  timeZone: string;
  /** Whether their calendar was ever read, so that no open times means that there are none. */
  calendarRead: boolean;
  workHistory: WorkEntry[];
}

/** Minutes of one session, in the order they happen. */
export const SESSION = { interviewMinutes: 60, feedbackMinutes: 30, totalMinutes: 90 } as const;

/** A job on the profile's time axis: where its bar starts and ends, in percent. */
export interface CareerBar {
  from: number;
  to: number;
}

/** Lays work history out on one axis, from the first year to now. A year's work has some width. */
export function careerBars(history: readonly WorkEntry[], thisYear: number): CareerBar[] {
  const first = Math.min(...history.map(({ startYear }) => startYear), thisYear - 1);
  const years = thisYear - first;
  return history.map(({ startYear, endYear }) => {
    const from = ((startYear - first) / years) * 100;
    const to = (((endYear ?? thisYear) - first) / years) * 100;
    const least = 50 / years;
    return to - from >= least
      ? { from, to }
      : { from: Math.min(from, 100 - least), to: Math.min(from, 100 - least) + least };
  });
}
