import { type Choice, everyoneAs, SPANS } from './address-domain.ts';
import type { InterviewerSummary, Span, Tag } from './domain.ts';
import { inDollars, type PriceScale, scaleOf } from './price-domain.ts';

/** One thing to choose, and how many interviewers the list would hold with it chosen. */
export interface Option {
  value: string;
  label: string;
  count: number;
  chosen: boolean;
}

/** One part of a choice, the choice without it, and how many interviewers that gives. */
export interface Loosening {
  kind: keyof Choice;
  /** As it stands on a chip: "React", "up to $150". */
  label: string;
  /** As it stands on a key that takes it away: "Without React", "At any price". */
  without: string;
  choice: Choice;
  count: number;
  /** The same part on its own. */
  alone: { choice: Choice; count: number };
}

/** The list as one address shows it. */
export interface Catalogue {
  choice: Choice;
  people: InterviewerSummary[];
  /** How many there are with nothing chosen. */
  total: number;
  subjects: Option[];
  technologies: Option[];
  languages: Option[];
  /** The first is any time. */
  spans: Option[];
  /** Null where everyone asks the same. */
  prices: PriceScale | null;
  /** What is chosen, one by one. */
  applied: Loosening[];
}

/**
 * The list, its filters and their counts, for all published interviewers and what an address asks
 * for. What nobody has is no filter but a typo or an old link: it is left out, not obeyed. Everything
 * is counted in memory: a co-op has some hundred members, not some thousand.
 */
export function catalogueOf(all: readonly InterviewerSummary[], asked: Choice): Catalogue {
  const index = all.map(indexed);
  const subjects = tagOptions(all.flatMap((person) => person.subjects));
  const technologies = tagOptions(all.flatMap((person) => person.technologies));
  const languages = nameOptions(all.flatMap((person) => person.languages));
  const prices = scaleOf(all);
  const choice: Choice = {
    ...asked,
    subject: known(subjects, asked.subject),
    technology: known(technologies, asked.technology),
    language: known(languages, asked.language),
    max: prices && asked.max !== null && asked.max < prices.highest ? asked.max : null,
  };
  const matching = (wanted: Choice) => index.filter((entry) => fits(entry, wanted));
  const found = matching(choice);
  const counted = (options: Option[], kind: 'subject' | 'technology' | 'language'): Option[] =>
    options.map((option) => ({
      ...option,
      chosen: choice[kind].includes(option.value),
      count: found.filter((entry) => entry[kind].has(option.value)).length,
    }));
  const span = (when: Span | null, label: string): Option => ({
    value: when ?? '',
    label,
    count: matching({ ...choice, when }).length,
    chosen: choice.when === when,
  });
  const names = new Map([...subjects, ...technologies].map(({ value, label }) => [value, label]));
  return {
    choice,
    people: inOrder(found, choice.sort),
    total: all.length,
    subjects: counted(subjects, 'subject'),
    technologies: counted(technologies, 'technology'),
    languages: counted(languages, 'language'),
    spans: [span(null, 'Any time'), ...spanKeys.map((when) => span(when, SPANS[when]))],
    prices,
    applied: partsOf(choice, names).map(({ alone, ...part }) => ({
      ...part,
      count: matching(part.choice).length,
      alone: { choice: alone, count: matching(alone).length },
    })),
  };
}

/** What to let go of when nobody fits: the parts that bring someone back, the most people first. */
export function loosenings(catalogue: Catalogue): Loosening[] {
  return catalogue.applied.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
}

/** Where letting go of one part brings nobody back: what each part gives on its own, the most first. */
export function aloneOf(catalogue: Catalogue): Loosening[] {
  if (catalogue.applied.length < 2) return [];
  return catalogue.applied
    .filter(({ alone }) => alone.count > 0)
    .sort((a, b) => b.alone.count - a.alone.count);
}

/** How many interviewers this choice gives. */
export function countOf(all: readonly InterviewerSummary[], choice: Choice): number {
  return all.filter((person) => fits(indexed(person), choice)).length;
}

/** Made once: a comparison that makes its own takes fifty times as long. */
const alphabetical = new Intl.Collator('en-US');

const spanKeys = Object.keys(SPANS) as Span[];

interface Entry {
  person: InterviewerSummary;
  subject: ReadonlySet<string>;
  technology: ReadonlySet<string>;
  language: ReadonlySet<string>;
  /** Everything a search may find, folded: only a search is worth the work. */
  text(): string;
}

function indexed(person: InterviewerSummary): Entry {
  let text: string | undefined;
  return {
    person,
    subject: new Set(person.subjects.map(({ slug }) => slug)),
    technology: new Set(person.technologies.map(({ slug }) => slug)),
    language: new Set(person.languages),
    text: () => {
      text ??= folded(wordsOf(person).join('\n'));
      return text;
    },
  };
}

const wordsOf = (person: InterviewerSummary): string[] => [
  person.name,
  person.headline,
  person.line,
  person.summary,
  ...person.companies,
  ...person.languages,
  ...[...person.subjects, ...person.technologies].map(({ name }) => name),
];

/** Without case and accents: "tomas" finds Tomás. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[’‘]/gu, "'")
    .toLowerCase();

function fits(entry: Entry, choice: Choice): boolean {
  const { person } = entry;
  return (
    choice.subject.every((slug) => entry.subject.has(slug)) &&
    choice.technology.every((slug) => entry.technology.has(slug)) &&
    choice.language.every((name) => entry.language.has(name)) &&
    (choice.max === null || person.price.cents <= choice.max * 100) &&
    (choice.when === null || person.open.within.includes(choice.when)) &&
    (choice.q === '' ||
      folded(choice.q)
        .split(' ')
        .every((word) => entry.text().includes(word)))
  );
}

function inOrder(entries: readonly Entry[], sort: Choice['sort']): InterviewerSummary[] {
  const byName = (a: InterviewerSummary, b: InterviewerSummary) => alphabetical.compare(a.name, b.name);
  const byPrice = (a: InterviewerSummary, b: InterviewerSummary) => a.price.cents - b.price.cents;
  const never = Number.MAX_SAFE_INTEGER;
  const next = ({ open, bookable }: InterviewerSummary) => {
    if (!bookable) return never;
    return open.next?.getTime() ?? (open.known ? never - 1 : never - 2);
  };
  const orders = {
    next: (a: InterviewerSummary, b: InterviewerSummary) => next(a) - next(b) || byPrice(a, b),
    price: byPrice,
    'price-high': (a: InterviewerSummary, b: InterviewerSummary) => byPrice(b, a),
    name: byName,
  };
  return entries.map(({ person }) => person).sort((a, b) => orders[sort](a, b) || byName(a, b));
}

type Part = Omit<Loosening, 'count' | 'alone'> & { alone: Choice };

function partsOf(choice: Choice, names: ReadonlyMap<string, string>): Part[] {
  const part = <K extends keyof Choice>(
    kind: K,
    label: string,
    without: string,
    value: Choice[K],
    rest: Choice[K],
  ) => ({
    kind,
    label,
    without,
    choice: { ...choice, [kind]: rest },
    alone: { ...everyoneAs(choice), [kind]: value },
  });
  const { q, max, when } = choice;
  const parts: Part[] = q ? [part('q', `“${q}”`, `Without “${q}”`, q, '')] : [];
  for (const kind of ['subject', 'technology', 'language'] as const)
    for (const value of choice[kind]) {
      const label = names.get(value) ?? value;
      const rest = choice[kind].filter((other) => other !== value);
      parts.push(part(kind, label, `Without ${label}`, [value], rest));
    }
  if (max !== null) parts.push(part('max', `up to ${inDollars(max)}`, 'At any price', max, null));
  if (when) parts.push(part('when', SPANS[when], 'At any time', when, null));
  return parts;
}

/** The most common first, whatever is chosen, so that nothing moves under the pointer. */
function ranked(values: readonly { value: string; label: string }[]): Option[] {
  const uses = Map.groupBy(values, ({ value }) => value);
  return [...uses.values()]
    .sort((a, b) => b.length - a.length || alphabetical.compare(labelOf(a), labelOf(b)))
    .map((same) => ({ value: same[0]?.value ?? '', label: labelOf(same), count: 0, chosen: false }));
}

const labelOf = (same: readonly { label: string }[]): string => same[0]?.label ?? '';
const tagOptions = (tags: readonly Tag[]) =>
  ranked(tags.map(({ slug, name }) => ({ value: slug, label: name })));
const nameOptions = (names: readonly string[]) => ranked(names.map((name) => ({ value: name, label: name })));

const known = (options: readonly Option[], asked: readonly string[]): string[] =>
  options.map(({ value }) => value).filter((value) => asked.includes(value));
