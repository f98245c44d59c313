import { expect, test } from 'vitest';
import type { Review } from '../../review/domain.ts';
import { aMailInput } from './input.fixture.ts';
import { reviewWritten } from './review-written.ts';

const review: Review = {
  rating: 4,
  words: 'I stopped apologizing.',
  mayPublish: true,
  attribution: 'T. M., Lisbon',
};
const written = (changes: Partial<Review> = {}) => reviewWritten(aMailInput, { ...review, ...changes });

test('a review that may be shown: what they said, under which name, and who decides', () => {
  const { text, html } = written();
  for (const version of [text, html]) {
    expect(version).toContain('“And more.”');
    expect(version).toContain('I stopped apologizing.');
    expect(version).toContain('from “T. M., Lisbon”. The co-op reads it first.');
    expect(version).not.toContain('leave the rest');
  }
});

test('a review for the interviewer alone says so, and names no other name', () => {
  const { text } = written({ mayPublish: false, attribution: '' });
  expect(text).toContain('Theo does not want it shown.');
  expect(text).not.toContain('profile');
});

test('a bad one without words is no verdict on a person', () => {
  const { text } = written({ rating: 1, words: '' });
  expect(text).toContain('“No.”');
  expect(text).toContain('There were no words with it.');
  expect(text).toContain('Take from it what helps, and leave the rest.');
});
