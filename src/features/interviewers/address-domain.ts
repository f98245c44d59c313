import type { Span } from './domain.ts';

/** What a visitor asks of the list. Every part must fit: choosing more narrows it. */
export interface Choice {
  /** Words to find in a name, a company, or what they say of themselves. */
  q: string;
  /** Slugs of tags. */
  subject: readonly string[];
  technology: readonly string[];
  /** Highest price, in whole dollars. */
  max: number | null;
  when: Span | null;
  language: readonly string[];
  sort: Sort;
  /** How much of each person the list shows. */
  rows: Rows;
}

export type Sort = 'next' | 'price' | 'price-high' | 'name';

export type Rows = 'compact' | 'full';

export const EVERYONE: Choice = {
  q: '',
  subject: [],
  technology: [],
  max: null,
  when: null,
  language: [],
  sort: 'next',
  rows: 'compact',
};

/** Everyone, shown as this choice shows its people. */
export const everyoneAs = ({ sort, rows }: Pick<Choice, 'sort' | 'rows'>): Choice => ({
  ...EVERYONE,
  sort,
  rows,
});

export const SORTS: Record<Sort, string> = {
  next: 'Next open',
  price: 'Lowest price',
  'price-high': 'Highest price',
  name: 'Name',
};

export const SPANS: Record<Span, string> = {
  '48h': 'Next 48 hours',
  week: 'Next 7 days',
  weekend: 'This weekend',
};

/** Longest search that is read, in characters; nobody types more by hand. */
const LONGEST = 80;

/** Reads an address. What makes no sense is left out: a typo or an old link is no reason to fail. */
export function choiceFrom(address: URLSearchParams): Choice {
  const all = (name: string) => [...new Set(address.getAll(name))];
  const one = (name: string) => address.getAll(name).at(-1) ?? '';
  const max = one('max');
  const when = one('when');
  const sort = one('sort');
  return {
    // By letters, not by their halves: half of an emoji is no text.
    q: [
      ...one('q')
        .replace(/[\p{Cc}\s]+/gu, ' ')
        .trim(),
    ]
      .slice(0, LONGEST)
      .join('')
      .trim(),
    subject: all('subject'),
    technology: all('technology'),
    max: /^\d{1,6}$/.test(max) ? Number(max) : null,
    when: Object.hasOwn(SPANS, when) ? (when as Span) : null,
    language: all('language'),
    sort: Object.hasOwn(SORTS, sort) ? (sort as Sort) : 'next',
    rows: one('rows') === 'full' ? 'full' : 'compact',
  };
}

/** Whether two choices narrow the list in the same way, whatever its order and size. */
export function sameFilter(a: Choice, b: Choice): boolean {
  const parts = ({ sort: _, rows: __, ...rest }: Choice) => JSON.stringify(Object.entries(rest).sort());
  return parts(a) === parts(b);
}
