import type { Price } from '../interviewers/domain.ts';
import { MINUTE, POLICY } from './policy.ts';

/** A price as a page showed it. It travels through the browser signed, so that nobody writes their own. */
export interface Quote {
  interviewerId: string;
  price: Price;
  shownAt: Date;
}

/** The price the visitor was shown, as long as it is honored; null when it is another's or too old. */
export function quotedPrice(quote: Quote | null, interviewerId: string, now: Date): Price | null {
  if (quote?.interviewerId !== interviewerId) return null;
  const until = quote.shownAt.getTime() + POLICY.quoteHours * 60 * MINUTE;
  return now.getTime() <= until ? quote.price : null;
}

/** The words that are signed. */
export const quoteWords = ({ interviewerId, price, shownAt }: Quote): string =>
  [interviewerId, price.cents, price.currency, shownAt.getTime()].join('|');

/** What {@link quoteWords} wrote; null for anything else. */
export function readQuote(words: string): Quote | null {
  const [interviewerId, cents, currency, shownAt, ...rest] = words.split('|');
  if (!interviewerId || !currency || rest.length > 0) return null;
  const [price, at] = [Number(cents), Number(shownAt)];
  if (!Number.isSafeInteger(price) || !Number.isSafeInteger(at)) return null;
  return { interviewerId, price: { cents: price, currency }, shownAt: new Date(at) };
}
