/** The catalogue: who can be booked, and what a visitor sees of them. */

export type TagKind = 'technology' | 'subject';

export interface Tag {
  kind: TagKind;
  slug: string;
  name: string;
}

/** A tag with the number of published interviewers the list would hold with it chosen. */
export interface TagChoice extends Tag {
  count: number;
  chosen: boolean;
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
  isSample: boolean;
}

export interface WorkEntry {
  company: string;
  title: string;
  startYear: number;
  /** Null: they still work there. */
  endYear: number | null;
}

/** Everything the profile shows. */
export interface InterviewerProfile extends InterviewerSummary {
  bio: string;
  languages: string[];
  timeZone: string;
  workHistory: WorkEntry[];
}

/** Minutes of one session, in the order they happen. */
export const SESSION = { interviewMinutes: 60, feedbackMinutes: 30, totalMinutes: 90 } as const;

/** Slugs of the tags a visitor asks for. Every one must fit: choosing more narrows the list. */
export interface Choice {
  subject: readonly string[];
  technology: readonly string[];
}

/** One chosen tag to let go of, and how many interviewers that would bring back. */
export interface Loosening {
  tag: Tag;
  choice: Choice;
  count: number;
}

/** The list as one address shows it. */
export interface Catalogue {
  choice: Choice;
  people: InterviewerSummary[];
  /** How many there are with nothing chosen. */
  total: number;
  subjects: TagChoice[];
  technologies: TagChoice[];
  /** What is chosen, each with the address without it. */
  applied: Loosening[];
}

const NOTHING: Choice = { subject: [], technology: [] };

/**
 * The list, its filters and their counts, for all published interviewers and what an address asks
 * for. A tag nobody has is no filter but a typo or an old link: it is left out, not obeyed.
 */
export function catalogueOf(all: readonly InterviewerSummary[], asked: Choice): Catalogue {
  const subjects = tagsOf(all, 'subject');
  const technologies = tagsOf(all, 'technology');
  const choice = {
    subject: known(subjects, asked.subject),
    technology: known(technologies, asked.technology),
  };
  const offered = (tags: Tag[]): TagChoice[] =>
    tags
      .map((tag) => ({ ...tag, count: countOf(all, plus(choice, tag)), chosen: has(choice, tag) }))
      .sort((a, b) => countOf(all, plus(NOTHING, b)) - countOf(all, plus(NOTHING, a)) || byName(a, b));
  return {
    choice,
    people: all.filter((person) => fits(person, choice)),
    total: all.length,
    subjects: offered(subjects),
    technologies: offered(technologies),
    applied: [...subjects, ...technologies]
      .filter((tag) => has(choice, tag))
      .map((tag) => ({ tag, choice: minus(choice, tag), count: countOf(all, minus(choice, tag)) })),
  };
}

/** What to let go of when nobody fits: the choices that bring someone back, the most people first. */
export function loosenings(catalogue: Catalogue): Loosening[] {
  return catalogue.applied.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
}

const slugsOf = (person: InterviewerSummary, kind: TagKind): Set<string> =>
  new Set((kind === 'subject' ? person.subjects : person.technologies).map(({ slug }) => slug));

function fits(person: InterviewerSummary, choice: Choice): boolean {
  const subjects = slugsOf(person, 'subject');
  const technologies = slugsOf(person, 'technology');
  return (
    choice.subject.every((slug) => subjects.has(slug)) &&
    choice.technology.every((slug) => technologies.has(slug))
  );
}

function tagsOf(all: readonly InterviewerSummary[], kind: TagKind): Tag[] {
  const tags = all.flatMap((person) => (kind === 'subject' ? person.subjects : person.technologies));
  return [...new Map(tags.map((tag) => [tag.slug, tag])).values()].sort(byName);
}

const byName = (a: Tag, b: Tag): number => a.name.localeCompare(b.name, 'en-US');

const known = (tags: readonly Tag[], asked: readonly string[]): string[] =>
  tags.map(({ slug }) => slug).filter((slug) => asked.includes(slug));

const countOf = (all: readonly InterviewerSummary[], choice: Choice): number =>
  all.filter((person) => fits(person, choice)).length;

const has = (choice: Choice, tag: Tag): boolean => choice[tag.kind].includes(tag.slug);

const plus = (choice: Choice, tag: Tag): Choice =>
  has(choice, tag) ? choice : { ...choice, [tag.kind]: [...choice[tag.kind], tag.slug] };

const minus = (choice: Choice, tag: Tag): Choice => ({
  ...choice,
  [tag.kind]: choice[tag.kind].filter((slug) => slug !== tag.slug),
});

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
