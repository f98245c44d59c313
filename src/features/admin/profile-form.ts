import { fieldErrors } from '../../web/forms.ts';
import type { WorkEntry } from '../interviewers/domain.ts';
import {
  byLatest,
  type OwnProfile,
  type ProfileInput,
  type TagChoices,
  typedCents,
} from './profile-domain.ts';
import { fieldsSchema, LIMITS, parseRow, type WorkRow } from './profile-schema.ts';

/** The profile as it is typed. */
export interface ProfileValues {
  name: string;
  headline: string;
  line: string;
  summary: string;
  bio: string;
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
  const { price, workHistory, languages, ...same } = profile;
  return {
    ...same,
    languages: languages.join(', '),
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

/** The profile that was typed, or what is wrong with it. */
export function parseProfile(
  values: ProfileValues,
  choices: TagChoices,
  now: Date,
): { profile: ProfileInput } | ProfileProblems {
  const rows = values.work.map((row) => parseRow(row, now.getUTCFullYear()));
  const fields = fieldsSchema(choices).safeParse(values);
  const workErrors = rows.map((row) => (row && !row.success ? fieldErrors<keyof WorkRow>(row.error) : {}));
  const workHistory = rows.flatMap((row): WorkEntry[] => (row?.success ? [row.data] : []));
  const errors: ProfileErrors = fields.success ? {} : fieldErrors(fields.error);
  if (workHistory.length > LIMITS.work) errors.work = `The ${LIMITS.work} that matter most are enough.`;
  if (!fields.success || hasProblems({ errors, workErrors })) return { errors, workErrors };
  const { rate, ...rest } = fields.data;
  return { profile: { ...rest, rateCents: rate, workHistory: byLatest(workHistory) } };
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
