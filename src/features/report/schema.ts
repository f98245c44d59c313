import { z } from 'zod';
import { type Report, STEPS } from './domain.ts';

const rating = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).nullable();

/** A report as it is kept. Written by us alone; read with care all the same. */
export const reportSchema: z.ZodType<Report> = z.object({
  judgedAs: z.string(),
  verdict: rating,
  line: z.string(),
  why: z.string(),
  turnedAt: z.number().nullable(),
  dimensions: z.array(
    z.object({
      key: z.string(),
      rating,
      evidence: z.array(z.object({ minute: z.number().nullable(), text: z.string(), kept: z.boolean() })),
    }),
  ),
  code: z.object({
    text: z.string(),
    notes: z.array(z.object({ line: z.number().nullable(), text: z.string() })),
  }),
  steps: z
    .array(z.object({ title: z.string(), text: z.string(), test: z.string(), resource: z.string() }))
    .length(STEPS),
});
