import { z } from 'zod';
import { cleanText } from '../../typed.ts';
import type { FormState } from '../../web/forms.ts';

/** The fields of the details step, by their names in the page. */
export type DetailsField =
  | 'name'
  | 'email'
  | 'background'
  | 'subject'
  | 'technologies'
  | 'focus'
  | 'targetCompanies'
  | 'notes'
  | 'resume';

export type DetailsForm = FormState<DetailsField>;

/** What a field holds at most, in characters; the database refuses more. */
export const LIMITS = {
  name: 100,
  email: 254,
  background: 4000,
  focus: 4000,
  targetCompanies: 500,
  notes: 4000,
  cancelNote: 1000,
  claimReason: 2000,
};

/** The largest resume, in bytes. */
export const RESUME_LIMIT = 5 * 1024 * 1024;

const text = (limit: number) =>
  z
    .string()
    .default('')
    .transform(cleanText)
    .refine((value) => value.length <= limit, {
      error: `That is more than ${limit.toLocaleString('en-US')} characters. Shorten it a little.`,
    });
const oneLine = (limit: number) => text(limit).transform((value) => value.replace(/\s+/g, ' '));
const required = (schema: z.ZodType<string, string | undefined>, message: string) =>
  schema.refine((value) => value.length > 0, { error: message });

/** What the candidate writes to the other side with a change, or to us with a claim. */
export const noteOf = (limit: number) => text(limit);

/** The details step, once `offered` says what this interviewer can be asked about. */
export function detailsSchema(offered: { subjects: string[]; technologies: string[] }) {
  return z.object({
    name: required(oneLine(LIMITS.name), 'Write your name. Your interviewer needs something to call you.'),
    email: oneLine(LIMITS.email).pipe(
      z.email('This address looks incomplete. Check it, or the confirmation has nowhere to go.'),
    ),
    background: required(text(LIMITS.background), 'Write a sentence or two on what you have done so far.'),
    subject: z
      .string('Pick one subject.')
      .refine((value) => offered.subjects.includes(value), { error: 'Pick one of these subjects.' }),
    technologies: z
      .array(z.string())
      .default([])
      .transform((chosen) => offered.technologies.filter((name) => chosen.includes(name))),
    focus: required(text(LIMITS.focus), 'Say what you want to be asked about. One line is enough.'),
    targetCompanies: oneLine(LIMITS.targetCompanies),
    notes: text(LIMITS.notes),
  });
}
