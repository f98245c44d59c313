/** What became of an interview, as one looks for it. */
export const OUTCOMES = ['done', 'owed', 'canceled', 'absent', 'refunded'] as const;

export type Outcome = (typeof OUTCOMES)[number];

/** Which of the past is looked for, as it stands in the address. */
export interface PastSearch {
  /** Words out of a name, a company or a reference; empty for all. */
  q: string;
  outcome: Outcome | null;
}

/** Longest search: nobody's name is longer. */
export const MOST_SEARCHED = 80;
const MOST_WORDS = 6;
const MOST_PAGES = 1000;

/** The search of an address, whatever stands there: too much is cut off, and what means nothing is left out. */
export function readPastSearch(query: {
  q?: string | undefined;
  outcome?: string | undefined;
  page?: string | undefined;
}): PastSearch & { page: number } {
  const q = (query.q ?? '')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, MOST_SEARCHED)
    .toWellFormed();
  const page = Math.trunc(Number(query.page ?? 1));
  return {
    q,
    outcome: OUTCOMES.find((one) => one === query.outcome) ?? null,
    page: page >= 1 && page <= MOST_PAGES ? page : 1,
  };
}

/** The words that all have to be there. */
export const wordsOf = (q: string): string[] => q.split(/\s+/u).filter(Boolean).slice(0, MOST_WORDS);
