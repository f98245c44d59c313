import { z } from 'zod';
import { cleanLine, cleanText } from '../../typed.ts';
import type { FormState } from '../../web/forms.ts';
import { MOST, type Review, type WorthRating } from './domain.ts';

export type ReviewField = 'rating' | 'words' | 'mayPublish' | 'attribution';
export type ReviewForm = FormState<ReviewField>;

const limited = (clean: (text: string) => string, limit: number) =>
  z
    .string()
    .default('')
    .transform(clean)
    .refine((value) => value.length <= limit, {
      error: `That is more than ${limit} characters. Shorten it a little.`,
    });

/** A review from its form. Published words need words and a name. */
export const reviewSchema = z
  .object({
    rating: z.string().optional(),
    words: limited(cleanText, MOST.words),
    mayPublish: z
      .string()
      .optional()
      .transform((value) => value === 'yes'),
    attribution: limited(cleanLine, MOST.attribution),
  })
  // All at once: who left out two things hears of both.
  .superRefine(({ rating, words, mayPublish, attribution }, context) => {
    if (!/^[1-4]$/.test(rating ?? '')) {
      context.addIssue({ code: 'custom', path: ['rating'], message: 'Pick one of the four.' });
    }
    if (!mayPublish) return;
    if (!words) {
      context.addIssue({
        code: 'custom',
        path: ['words'],
        message: 'Write a few words, if they are to be shown.',
      });
    }
    if (!attribution) {
      context.addIssue({
        code: 'custom',
        path: ['attribution'],
        message: 'Say how you want to be named. “A backend engineer in Lisbon” is a name, too.',
      });
    }
  })
  .transform(
    (review): Review => ({
      ...review,
      rating: Number(review.rating) as WorthRating,
      attribution: review.mayPublish ? review.attribution : '',
    }),
  );
