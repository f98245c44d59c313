import { fieldErrors } from '../../web/forms.ts';
import type { WorkEntry } from '../interviewers/domain.ts';
import {
  type OwnProfile,
  type Part,
  type ProfileInput,
  parseCents,
  type TagChoices,
  typedCents,
} from './profile-domain.ts';
import { LIMITS, parseRow, partSchemas, type WorkRow } from './profile-schema.ts';

/** The profile as it is typed. */
export interface ProfileValues {
  name: string;
  headline: string;
  line: string;
  summary: string;
  bio: string;
  covers: string;
  /** One a line. */
  links: string;
  languages: string;
  timeZone: string;
  rate: string;
  subjects: string[];
  technologies: string[];
  newTechnologies: string;
  work: WorkRow[];
}

export type ProfileErrors = Partial<Record<keyof ProfileValues, string>>;
export type WorkErrors = Partial<Record<keyof WorkRow, string>>;

/** What is wrong with a profile: at its fields, and at the fields of each row of work history. */
export interface ProfileProblems {
  errors: ProfileErrors;
  workErrors: WorkErrors[];
}

export const NO_PROBLEMS: ProfileProblems = { errors: {}, workErrors: [] };

export function hasProblems({ errors, workErrors }: ProfileProblems): boolean {
  return [errors, ...workErrors].some((problems) => Object.keys(problems).length > 0);
}

/** The stored profile, ready to be edited. */
export function toValues(profile: OwnProfile): ProfileValues {
  const { price, workHistory, languages, links, ...same } = profile;
  return {
    ...same,
    languages: languages.join(', '),
    links: links.join('\n'),
    rate: typedCents(price.cents),
    newTechnologies: '',
    work: workHistory.map((entry) => ({
      company: entry.company,
      title: entry.title,
      startYear: String(entry.startYear),
      endYear: entry.endYear === null ? '' : String(entry.endYear),
      remove: false,
    })),
  };
}

/** A posted form as it was typed; fields it should not have are not looked at. */
export function readValues(form: FormData): ProfileValues {
  const text = (name: string): string => clean(form.get(name));
  const list = (name: string): string[] => form.getAll(name).map(clean);
  const [companies, titles, starts, ends] = ['company', 'title', 'startYear', 'endYear'].map(list);
  const removed = new Set(list('remove'));
  return {
    name: text('name'),
    headline: text('headline'),
    line: text('line'),
    summary: text('summary'),
    bio: text('bio'),
    covers: text('covers'),
    links: text('links'),
    languages: text('languages'),
    timeZone: text('timeZone'),
    rate: text('rate'),
    subjects: list('subjects'),
    technologies: list('technologies'),
    newTechnologies: text('newTechnologies'),
    work: (companies ?? []).slice(0, 2 * LIMITS.work).map((company, row) => ({
      company,
      title: titles?.[row] ?? '',
      startYear: starts?.[row] ?? '',
      endYear: ends?.[row] ?? '',
      remove: removed.has(String(row)),
    })),
  };
}

/** The fields of each part, as they are typed. */
export const FIELDS: Record<Part, readonly (keyof ProfileValues)[]> = {
  card: ['name', 'headline', 'line', 'summary'],
  rate: ['rate'],
  tags: ['subjects', 'technologies', 'newTechnologies'],
  about: ['bio', 'covers', 'links', 'timeZone', 'languages'],
  work: ['work'],
};

/** Stored values with one part as it was typed. */
export function withPart(stored: ProfileValues, part: Part, typed: ProfileValues): ProfileValues {
  return { ...stored, ...Object.fromEntries(FIELDS[part].map((field) => [field, typed[field]])) };
}

/** What a part says as it was typed, or what is wrong with it. */
export function parsePart(
  part: Part,
  values: ProfileValues,
  choices: TagChoices,
  now: Date,
): { profile: Partial<ProfileInput> } | ProfileProblems {
  if (part === 'work') return parseWork(values, now);
  const fields = partSchemas(choices)[part].safeParse(values);
  if (!fields.success) return { errors: fieldErrors(fields.error), workErrors: [] };
  return { profile: fields.data };
}

function parseWork(values: ProfileValues, now: Date): { profile: Partial<ProfileInput> } | ProfileProblems {
  const rows = values.work.map((row) => parseRow(row, now.getUTCFullYear()));
  const workErrors = rows.map((row) => (row && !row.success ? fieldErrors<keyof WorkRow>(row.error) : {}));
  const workHistory = rows.flatMap((row): WorkEntry[] => (row?.success ? [row.data] : []));
  const errors: ProfileErrors =
    workHistory.length > LIMITS.work ? { work: `The ${LIMITS.work} that matter most are enough.` } : {};
  if (hasProblems({ errors, workErrors })) return { errors, workErrors };
  return { profile: { workHistory: workHistory } };
}

/** The profile as it would look with what is typed, whatever may be wrong with it; a price that is none stays. */
export function previewOf(profile: OwnProfile, typed: ProfileValues, choices: TagChoices): OwnProfile {
  const { name, headline, line, summary, bio } = typed;
  // As saving does: tags they had keep their order, new ones come after.
  const chosen = (before: readonly string[], tags: readonly { slug: string }[], slugs: readonly string[]) => [
    ...new Set([...before, ...tags.map(({ slug }) => slug)].filter((slug) => slugs.includes(slug))),
  ];
  return {
    ...profile,
    ...{ name, headline, line, summary, bio },
    price: { ...profile.price, cents: parseCents(typed.rate) ?? profile.price.cents },
    subjects: chosen(profile.subjects, choices.subjects, typed.subjects),
    technologies: chosen(profile.technologies, choices.technologies, typed.technologies),
  };
}

// Control characters cannot be stored or have no business in a name.
function clean(value: FormDataEntryValue | null): string {
  if (typeof value !== 'string') return '';
  return value
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .toWellFormed()
    .trim();
}
