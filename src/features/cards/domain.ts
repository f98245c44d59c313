import { lowestPrice } from '../home/domain.ts';
import type { Price } from '../interviewers/domain.ts';

/** The picture that a link brings along where people share it: what is on it, in words and numbers. */
export type Card = PageCard | PersonCard;

export interface PageCard {
  page: CardPage;
  title: string;
  text: string;
  /** The one number of the page. */
  reading: { label: string; value: string | Price } | null;
  /** Made-up people stand behind the number. */
  sample: boolean;
}

export type CardPage = 'home' | 'interviewers' | 'terms' | 'privacy' | 'refunds';

export interface PersonCard {
  slug: string;
  name: string;
  headline: string;
  line: string;
  subjects: string[];
  price: Price;
  portraitId: string | null;
  sample: boolean;
}

type Offer = { price: Price; isSample: boolean };

export function homeCard(everyone: readonly Offer[]): PageCard {
  const from = lowestPrice(everyone);
  return {
    page: 'home',
    title: 'Practice the loop before it counts.',
    text: 'A working engineer interviews you for an hour. Then tells you everything.',
    reading: from && { label: 'From', value: from },
    sample: everyone.some(({ isSample }) => isSample),
  };
}

export function listCard(everyone: readonly Offer[]): PageCard {
  return {
    page: 'interviewers',
    title: 'Every owner names a price.',
    text: 'Working engineers who own 508.dev. Pick one by subject, price and open times.',
    reading: everyone.length > 0 ? { label: 'Interviewers', value: String(everyone.length) } : null,
    sample: everyone.some(({ isSample }) => isSample),
  };
}

export const CLAUSE_CARDS: Record<'terms' | 'privacy' | 'refunds', PageCard> = {
  terms: {
    page: 'terms',
    title: 'One call. One price.',
    text: 'What you buy, what it costs, and what we do not sell.',
    reading: { label: 'Minutes in one call', value: '90' },
    sample: false,
  },
  privacy: {
    page: 'privacy',
    title: 'What we know about you.',
    text: 'What you type, and nothing that you do not. No tracking.',
    reading: { label: 'Cookies, at most', value: '3' },
    sample: false,
  },
  refunds: {
    page: 'refunds',
    title: 'Not worth it? All of it back.',
    text: 'If the interview and the feedback were not worth it. You decide.',
    reading: { label: 'Of the price', value: '100%' },
    sample: false,
  },
};

/** As much of a profile as a stranger reads in two seconds. */
export function personCard(person: {
  slug: string;
  name: string;
  headline: string;
  line: string;
  subjects: readonly { name: string }[];
  price: Price;
  portraitId: string | null;
  isSample: boolean;
}): PersonCard {
  const { slug, name, headline, line, price, portraitId, isSample } = person;
  const subjects = person.subjects.slice(0, MOST_SUBJECTS).map((subject) => subject.name);
  return { slug, name, headline, line, subjects, price, portraitId, sample: isSample };
}

const MOST_SUBJECTS = 3;
