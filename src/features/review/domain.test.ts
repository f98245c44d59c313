import { describe, expect, it } from 'vitest';
import { averageOf, refuseReview } from './domain.ts';
import { reviewSchema } from './form.ts';

const endsAt = new Date('2026-11-19T21:30:00Z');
const later = (days: number) => new Date(endsAt.getTime() + days * 86_400_000);
const booking = { endsAt, absent: null, state: 'completed' } as const;

describe('a review', () => {
  it('can be written from the end of the session, for sixty days', () => {
    expect(refuseReview(booking, null, new Date(endsAt.getTime() - 1))).toBe('not-over');
    expect(refuseReview(booking, null, endsAt)).toBeNull();
    expect(refuseReview(booking, null, later(60))).toBeNull();
    expect(refuseReview(booking, null, later(60.1))).toBe('too-late');
  });

  it('is of a session that took place', () => {
    expect(refuseReview({ ...booking, state: 'cancelled' }, null, later(1))).toBe('ended');
    expect(refuseReview({ ...booking, absent: 'interviewer' }, null, later(1))).toBe('absent');
  });

  it('can be changed until somebody has decided on it', () => {
    expect(refuseReview(booking, { decision: null }, later(1))).toBeNull();
    expect(refuseReview(booking, { decision: 'declined' }, later(1))).toBe('decided');
  });
});

describe('the average', () => {
  it('is shown from three on, to a tenth', () => {
    expect(averageOf(8, 2)).toBeNull();
    expect(averageOf(11, 3)).toBe(3.7);
    expect(averageOf(0, 0)).toBeNull();
  });
});

describe('the form', () => {
  const errorsOf = (values: Record<string, string>) => {
    const parsed = reviewSchema.safeParse(values);
    return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'));
  };

  it('needs one of the four, and nothing else', () => {
    expect(errorsOf({})).toEqual(['rating']);
    expect(errorsOf({ rating: '5' })).toEqual(['rating']);
    expect(reviewSchema.parse({ rating: '3' })).toEqual({
      ...{ rating: 3, words: '', mayPublish: false, attribution: '' },
    });
  });

  it('needs words and a name where others may read it', () => {
    expect(errorsOf({ rating: '3', mayPublish: 'yes' })).toEqual(['words', 'attribution']);
    expect(errorsOf({ rating: '3', mayPublish: 'yes', words: 'Good.', attribution: 'A. B.' })).toEqual([]);
  });

  it('keeps no name where nobody else may read it', () => {
    expect(reviewSchema.parse({ rating: '3', words: 'Good.', attribution: 'A. B.' }).attribution).toBe('');
  });

  it('takes no more than it can keep', () => {
    expect(errorsOf({ rating: '3', words: 'x'.repeat(401) })).toEqual(['words']);
    expect(errorsOf({ rating: '3', attribution: 'x'.repeat(121) })).toEqual(['attribution']);
  });
});
