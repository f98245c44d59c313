import { describe, expect, it } from 'vitest';
import { quotedPrice, quoteWords, readQuote } from './quote-domain.ts';

const shownAt = new Date('2026-11-16T18:00:00Z');
const quote = { interviewerId: 'ada', price: { cents: 150_00, currency: 'usd' }, shownAt };
const DAY = 86_400_000;

describe('a price that was shown', () => {
  it('is honored for a day, to the millisecond', () => {
    expect(quotedPrice(quote, 'ada', new Date(shownAt.getTime() + DAY))).toEqual(quote.price);
    expect(quotedPrice(quote, 'ada', new Date(shownAt.getTime() + DAY + 1))).toBeNull();
  });

  it('is of one interviewer', () => expect(quotedPrice(quote, 'grace', shownAt)).toBeNull());

  it('comes back from its words as it was', () => expect(readQuote(quoteWords(quote))).toEqual(quote));

  it.each(['', 'ada', 'ada|150|usd', 'ada|1.5|usd|1', 'ada|x|usd|1', 'ada|1|usd|x', 'ada|1|usd|1|more'])(
    'is none in "%s"',
    (words) => expect(readQuote(words)).toBeNull(),
  );
});
