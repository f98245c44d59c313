import { z } from 'zod';
import { isTimeZone } from '../../ui/time.tsx';
import { fieldErrors } from '../../web/forms.ts';
import type { Tag, WorkEntry } from '../interviewers/domain.ts';
import {
  byLatest,
  type OwnProfile,
  type ProfileInput,
  parseCents,
  RATE,
  type TagChoices,
  tagSlug,
  typedCents,
} from './profile-domain.ts';

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

export interface WorkRow {
  company: string;
  title: string;
  startYear: string;
  endYear: string;
  remove: boolean;
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

/** What a field holds at most; the database refuses more. */
export const LIMITS = {
  name: 80,
  headline: 120,
  line: 200,
  summary: 300,
  bio: 6000,
  languages: 8,
  language: 40,
  subjects: 8,
  technologies: 16,
  newTechnologies: 5,
  technology: 30,
  work: 12,
  company: 80,
  title: 120,
} as const;

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

const upTo = (limit: number) =>
  z
    .string()
    .max(limit, `That is more than ${limit.toLocaleString('en-US')} characters. Shorten it a little.`);
const required = (limit: number, message: string) => upTo(limit).min(1, message);

const fieldsSchema = (choices: TagChoices) =>
  z
    .object({
      name: required(LIMITS.name, 'Candidates need something to call you.'),
      headline: required(LIMITS.headline, 'Say in one line what you are for.'),
      line: upTo(LIMITS.line),
      summary: upTo(LIMITS.summary),
      bio: upTo(LIMITS.bio),
      languages: z.string().transform(commaList).pipe(languages),
      timeZone: z.string().refine(isTimeZone, 'Pick a time zone from the list.'),
      rate,
      subjects: some(choices.subjects, LIMITS.subjects).refine((chosen) => chosen.length > 0, {
        error: 'Pick at least one. It is how people find you.',
      }),
      technologies: some(choices.technologies, LIMITS.technologies),
      newTechnologies: z.string().transform(commaList).pipe(newTechnologies),
    })
    .transform((fields) => withKnownTechnologies(fields, choices.technologies))
    .refine((fields) => fields.technologies.length + fields.newTechnologies.length <= LIMITS.technologies, {
      path: ['technologies'],
      error: `Up to ${LIMITS.technologies} in all. The ones you would ask about tomorrow.`,
    });

const rate = z.string().transform((text, context) => {
  const cents = parseCents(text);
  if (cents !== null && cents >= RATE.lowest && cents <= RATE.highest) return cents;
  context.addIssue({
    code: 'custom',
    message:
      cents === null
        ? 'An amount in dollars, like 150 or 99.50.'
        : cents < RATE.lowest
          ? 'At least $5. Below that the card costs more than you get.'
          : 'At most $10,000.',
  });
  return z.NEVER;
});

const languages = z
  .array(z.string().max(LIMITS.language, 'One of these is too long for a language.'))
  .min(1, 'At least the one you interview in.')
  .max(LIMITS.languages, `Up to ${LIMITS.languages}.`);

const newTechnologies = z
  .array(
    z
      .string()
      .max(LIMITS.technology, `A name has up to ${LIMITS.technology} characters. Put commas between them.`)
      .regex(/^[\p{L}\p{N} .+#/-]+$/u, 'Letters, digits and . + # / - only.')
      .refine((name) => tagSlug(name) !== '', 'A name needs a letter or a digit from A to Z and 0 to 9.'),
  )
  .max(LIMITS.newTechnologies, `Up to ${LIMITS.newTechnologies} new ones at a time.`)
  .transform((names) => names.map((name) => ({ slug: tagSlug(name), name })));

const some = (choices: Tag[], limit: number) =>
  z
    .array(z.string())
    .transform((chosen) => choices.map(({ slug }) => slug).filter((slug) => chosen.includes(slug)))
    .refine((chosen) => chosen.length <= limit, { error: `Up to ${limit}. Fewer says more.` });

/** A technology that exists is chosen, not made again, however it was written. */
function withKnownTechnologies<
  Fields extends { technologies: string[]; newTechnologies: { slug: string; name: string }[] },
>(fields: Fields, known: Tag[]): Fields {
  const chosen = new Set(fields.technologies);
  const added = new Map<string, { slug: string; name: string }>();
  for (const typed of fields.newTechnologies) {
    const name = typed.name.toLowerCase();
    const tag = known.find((one) => one.slug === typed.slug || one.name.toLowerCase() === name);
    if (tag) chosen.add(tag.slug);
    else added.set(typed.slug, typed);
  }
  return { ...fields, technologies: [...chosen], newTechnologies: [...added.values()] };
}

/** A row of work history; null for one that is empty or on its way out. */
function parseRow(row: WorkRow, thisYear: number) {
  const { remove, ...fields } = row;
  if (remove || Object.values(fields).every((value) => value === '')) return null;
  return workSchema(thisYear).safeParse(fields);
}

const workSchema = (thisYear: number) => {
  const year = z
    .string()
    .regex(/^\d{4}$/, 'A year, like 2019.')
    .transform(Number)
    .refine((value) => value >= 1950 && value <= thisYear, `A year from 1950 to ${thisYear}.`);
  return z
    .object({
      company: required(LIMITS.company, 'Where was it?'),
      title: required(LIMITS.title, 'What were you there?'),
      startYear: year,
      endYear: z
        .literal('')
        .transform(() => null)
        .or(year),
    })
    .refine((entry) => entry.endYear === null || entry.endYear >= entry.startYear, {
      path: ['endYear'],
      error: 'Ends before it starts.',
    });
};

function commaList(text: string): string[] {
  const entries = text.split(/[,\n]/).map((entry) => entry.replace(/\s+/g, ' ').trim());
  return [...new Set(entries.filter(Boolean))];
}
