import { describe, expect, it } from 'vitest';
import {
  companiesWorthNaming,
  type Highlight,
  isCompanyName,
  lowestPrice,
  nextOpenTimes,
  selection,
} from './domain.ts';

const person = (slug: string, known: Partial<Highlight> = {}): Highlight => ({
  id: slug,
  slug,
  name: slug,
  headline: '',
  summary: '',
  portraitId: null,
  price: { cents: 150_00, currency: 'usd' },
  subjects: [],
  isFeatured: false,
  isSample: false,
  nextOpenAt: null,
  calendarRead: true,
  ...known,
});

const at = (hour: number): Date => new Date(Date.UTC(2030, 0, 1, hour));
const slugs = (people: Highlight[]): string[] => people.map(({ slug }) => slug);

describe('the selection', () => {
  it('takes the featured first, then whoever is free soonest, then the others in their order', () => {
    const everyone = [
      person('never-a'),
      person('late', { nextOpenAt: at(9) }),
      person('never-b'),
      person('soon', { nextOpenAt: at(3) }),
      person('featured-never', { isFeatured: true }),
      person('featured-late', { isFeatured: true, nextOpenAt: at(20) }),
    ];
    expect(slugs(selection(everyone, 9))).toEqual([
      'featured-late',
      'featured-never',
      'soon',
      'late',
      'never-a',
      'never-b',
    ]);
    expect(slugs(selection(everyone, 3))).toEqual(['featured-late', 'featured-never', 'soon']);
  });

  it('is empty where there is nobody', () => {
    expect(selection([], 4)).toEqual([]);
  });
});

describe('the next open times', () => {
  it('go by the clock, one to a person, whoever is featured', () => {
    const everyone = [
      person('b', { nextOpenAt: at(5), isFeatured: true }),
      person('never'),
      person('a', { nextOpenAt: at(4) }),
      person('c', { nextOpenAt: at(6) }),
    ];
    expect(nextOpenTimes(everyone, 2).map(({ person: { slug } }) => slug)).toEqual(['a', 'b']);
    expect(nextOpenTimes([person('never')], 2)).toEqual([]);
  });
});

describe('the price it starts from', () => {
  const asks = (cents: number, currency = 'usd') => person('x', { price: { cents, currency } });

  it('is the least anyone asks, zero included', () => {
    expect(lowestPrice([asks(150_00), asks(120_00), asks(200_00)])?.cents).toBe(120_00);
    expect(lowestPrice([asks(150_00), asks(0)])?.cents).toBe(0);
  });

  it('compares within the currency of the most', () => {
    expect(lowestPrice([asks(90_00, 'eur'), asks(150_00), asks(140_00)])).toEqual({
      cents: 140_00,
      currency: 'usd',
    });
  });

  it('is unknown where nobody can be booked', () => {
    expect(lowestPrice([])).toBeNull();
  });
});

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
