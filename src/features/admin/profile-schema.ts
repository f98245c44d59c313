import { z } from 'zod';
import { isTimeZone } from '../../zones.ts';
import type { Tag } from '../interviewers/domain.ts';
import { MOST_TECHNOLOGIES, parseCents, RATE, type TagChoices, tagSlug } from './profile-domain.ts';

/** What a field holds at most; the database refuses more. */
export const LIMITS = {
  name: 80,
  headline: 120,
  line: 200,
  summary: 300,
  bio: 6000,
  covers: 1000,
  links: 5,
  link: 200,
  languages: 8,
  language: 40,
  subjects: 8,
  technologies: MOST_TECHNOLOGIES,
  newTechnologies: 5,
  technology: 30,
  work: 12,
  company: 80,
  title: 120,
} as const;

/** A row of work history as it is typed. */
export interface WorkRow {
  company: string;
  title: string;
  startYear: string;
  endYear: string;
  remove: boolean;
}

const upTo = (limit: number) =>
  z
    .string()
    .max(limit, `That is more than ${limit.toLocaleString('en-US')} characters. Shorten it a little.`);
const required = (limit: number, message: string) => upTo(limit).min(1, message);

/** The fields of each part but the work history, once it is known which tags there are. */
export const partSchemas = (choices: TagChoices) => ({
  card: z.object({
    name: required(LIMITS.name, 'Candidates need something to call you.'),
    headline: required(LIMITS.headline, 'Say in one line what you are for.'),
    line: upTo(LIMITS.line),
    summary: upTo(LIMITS.summary),
  }),
  rate: z.object({ rate }).transform((fields) => ({ rateCents: fields.rate })),
  about: z.object({
    bio: upTo(LIMITS.bio),
    covers: upTo(LIMITS.covers),
    links: z.string().transform(linesOf).pipe(links),
    languages: z.string().transform(commaList).pipe(languages),
    timeZone: z.string().refine(isTimeZone, 'Pick a time zone from the list.'),
  }),
  tags: z
    .object({
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
    }),
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

const links = z
  .array(
    z
      .string()
      .max(LIMITS.link, `An address has up to ${LIMITS.link} characters.`)
      .refine((link) => link.startsWith('https://') && URL.canParse(link), {
        error: 'Whole addresses, like https://github.com/your-name, one a line.',
      }),
  )
  .max(LIMITS.links, `Up to ${LIMITS.links}.`)
  .transform((all) => all.map((link) => new URL(link).href));

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
export function parseRow(row: WorkRow, thisYear: number) {
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

function linesOf(text: string): string[] {
  return [...new Set(text.split(/\s+/).filter(Boolean))];
}

function commaList(text: string): string[] {
  const entries = text.split(/[,\n]/).map((entry) => entry.replace(/\s+/g, ' ').trim());
  return [...new Set(entries.filter(Boolean))];
}
