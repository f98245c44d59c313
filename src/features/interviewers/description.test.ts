import { expect, it } from 'vitest';
import { describeProfile } from './description.ts';

const price = { cents: 150_00, currency: 'usd' };

it('says what they do and what they offer', () => {
  expect(describeProfile({ name: 'Mara Lindqvist', headline: 'Payments backends.', price })).toBe(
    'Payments backends. A 60-minute practice interview with Mara Lindqvist, then 30 minutes of feedback: $150.',
  );
});

it.each([
  [
    'a long headline',
    'Mara Lindqvist',
    'Distributed systems and the people who are on call for them, '.repeat(2),
  ],
  ['a long name', 'M'.repeat(80), 'Payments'],
  ['both', 'M'.repeat(80), 'Distributed systems and the people who are on call for them'],
  ['no headline', 'Mo', ''],
  ['a headline in one word', 'Mo', 'x'.repeat(120)],
])('is between 50 and 160 letters with %s', (_, name, headline) => {
  const text = describeProfile({ name, headline, price: { cents: 10_000_50, currency: 'usd' } });
  expect(text.length).toBeGreaterThanOrEqual(50);
  expect(text.length).toBeLessThanOrEqual(160);
  expect(text).toContain(name);
  expect(text).not.toMatch(/\.\.|…\./);
});
