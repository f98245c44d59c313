import { describe, expect, it } from 'vitest';
import { companiesWorthNaming, isCompanyName } from './domain.ts';

describe('companies on the home page', () => {
  it.each(['Stripe', 'Google', '37signals', 'Hewlett Packard', 'LINE'])('name themselves: %s', (company) => {
    expect(isCompanyName(company)).toBe(true);
  });

  it.each(['A backup company', 'Two startups', 'Consulting', 'Freelance work', 'An app studio'])(
    'are not descriptions: %s',
    (company) => {
      expect(isCompanyName(company)).toBe(false);
    },
  );

  it('keep their order, leave out the co-op itself, and stop in time', () => {
    expect(companiesWorthNaming(['508.dev', 'Google', 'Consulting', 'Stripe', 'Uber'], 2)).toEqual([
      'Google',
      'Stripe',
    ]);
  });
});
